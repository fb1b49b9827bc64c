package org.stratigraph.zoo;

import java.util.List;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.weights.WeightsFormat;
import org.stratigraph.zoo.pth.PthFormat;
import org.stratigraph.zoo.topology.ResNet;
import org.stratigraph.zoo.topology.SqueezeNet;
import org.stratigraph.zoo.topology.Topology;
import org.stratigraph.zoo.topology.Vgg;

/** The zoo: torchvision's models, and its .pth files. */
public final class ZooPlugin implements Plugin {
    private static final Setting FOLD =
            Setting.of("fold", "true", "fold batch norms into their convolutions: the same function, faster");

    @Override
    public List<Named<ModelLoader>> models() {
        return List.of(
                model("vgg16", "VGG16: 13 convolutions in 5 stages, 3 linear layers", Vgg.vgg16()),
                model("resnet50", "ResNet50: 16 bottleneck blocks", ResNet.resnet50()),
                model("squeezenet1_0", "SqueezeNet 1.0: 8 fire modules", new SqueezeNet()));
    }

    @Override
    public List<WeightsFormat> weightsFormats() {
        return List.of(new PthFormat());
    }

    private static Named<ModelLoader> model(String name, String summary, Topology topology) {
        return Named.of(
                name, summary, List.of(FOLD), settings -> new TorchvisionLoader(name, topology, settings.flag("fold")));
    }
}
