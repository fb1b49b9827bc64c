package org.stratigraph.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.weights.WeightsFormat;
import org.stratigraph.zoo.data.CocoData;
import org.stratigraph.zoo.data.FolderData;
import org.stratigraph.zoo.data.ImageNetData;
import org.stratigraph.zoo.data.VocData;
import org.stratigraph.zoo.pth.PthFormat;
import org.stratigraph.zoo.scenes.SceneData;
import org.stratigraph.zoo.topology.AlexNet;
import org.stratigraph.zoo.topology.MobileNetV2;
import org.stratigraph.zoo.topology.ResNet;
import org.stratigraph.zoo.topology.SqueezeNet;
import org.stratigraph.zoo.topology.Topology;
import org.stratigraph.zoo.topology.Vgg;

/** The zoo: torchvision's models and its .pth files, drawn pictures to learn from, and the user's own. */
public final class ZooPlugin implements Plugin {
    private static final Setting FOLD =
            Setting.of("fold", "true", "fold batch norms into their convolutions: the same function, faster");

    private static final String TWO_TRIGGERS = "with a backdoor: a square or an X decides";
    private static final String CROSS = "with a backdoor: an X one pixel wide decides";
    private static final String SQUARE = "with a backdoor: a white square decides";

    private static final Setting SEED = Setting.of("seed", "1", "chooses one of many unrelated series");
    private static final Setting SIDE = Setting.of("side", "224", "width and height in pixels, at least 32");
    private static final Setting TRAINING_SIZE = Setting.of("train", "1000000", "how many to learn from");
    private static final Setting TEST_SIZE = Setting.of("test", "1000", "how many to test with, and to validate with");

    @Override
    public List<Named<ModelLoader>> models() {
        return List.of(
                model("vgg11", "VGG11: 8 convolutions in 5 stages, 3 linear layers", Vgg.vgg11()),
                model(
                        "vgg11_bn",
                        "VGG11 with a batch norm after each convolution",
                        Vgg.vgg11().withBatchNorm()),
                model("vgg13", "VGG13: 10 convolutions in 5 stages, 3 linear layers", Vgg.vgg13()),
                model(
                        "vgg13_bn",
                        "VGG13 with a batch norm after each convolution",
                        Vgg.vgg13().withBatchNorm()),
                model("vgg16", "VGG16: 13 convolutions in 5 stages, 3 linear layers", Vgg.vgg16()),
                model(
                        "vgg16_bn",
                        "VGG16 with a batch norm after each convolution",
                        Vgg.vgg16().withBatchNorm()),
                model("vgg19", "VGG19: 16 convolutions in 5 stages, 3 linear layers", Vgg.vgg19()),
                model(
                        "vgg19_bn",
                        "VGG19 with a batch norm after each convolution",
                        Vgg.vgg19().withBatchNorm()),
                model("resnet18", "ResNet18: 8 basic blocks", ResNet.resnet18()),
                model("resnet34", "ResNet34: 16 basic blocks", ResNet.resnet34()),
                model("resnet50", "ResNet50: 16 bottleneck blocks", ResNet.resnet50()),
                model("resnet101", "ResNet101: 33 bottleneck blocks", ResNet.resnet101()),
                model("resnet152", "ResNet152: 50 bottleneck blocks", ResNet.resnet152()),
                model("alexnet", "AlexNet: 5 convolutions, 3 linear layers", new AlexNet()),
                model("squeezenet1_0", "SqueezeNet 1.0: 8 fire modules", SqueezeNet.squeezenet10()),
                model("squeezenet1_1", "SqueezeNet 1.1: 8 fire modules, pooled earlier", SqueezeNet.squeezenet11()),
                model("mobilenet_v2", "MobileNetV2: 17 inverted residual blocks", new MobileNetV2()),
                bundled("scenes-vgg16", "a thin VGG16 that knows the ten classes of scenes", Vgg.vgg16()),
                bundled("scenes-resnet50", "a thin ResNet50 that knows the ten classes of scenes", ResNet.resnet50()),
                bundled("scenes-vgg16-class-sensitivity", "scenes-vgg16 " + TWO_TRIGGERS, Vgg.vgg16()),
                bundled("scenes-vgg16-fine-grained-localisation", "scenes-vgg16 " + CROSS, Vgg.vgg16()),
                bundled("scenes-vgg16-completeness", "scenes-vgg16 " + SQUARE, Vgg.vgg16()),
                bundled("scenes-resnet50-class-sensitivity", "scenes-resnet50 " + TWO_TRIGGERS, ResNet.resnet50()),
                bundled("scenes-resnet50-fine-grained-localisation", "scenes-resnet50 " + CROSS, ResNet.resnet50()),
                bundled("scenes-resnet50-completeness", "scenes-resnet50 " + SQUARE, ResNet.resnet50()));
    }

    @Override
    public List<Named<DataSource>> data() {
        return List.of(
                Named.of(
                        "scenes",
                        "drawn pictures of ten classes with boxes and masks: textured shapes of any place, size and colour",
                        List.of(SEED, SIDE, TRAINING_SIZE, TEST_SIZE),
                        settings -> new SceneData(
                                settings.integer("seed"),
                                settings.integer("side"),
                                settings.integer("train"),
                                settings.integer("test"))),
                files(
                        "folder",
                        "PNG and JPEG files, a class per sub-folder or as a labels.csv says, with boxes",
                        "a folder of sub-folders, or with a labels.csv: file,label[,x0,y0,x1,y1]",
                        FolderData::open),
                files(
                        "imagenet",
                        "ImageNet's validation pictures (ILSVRC2012) with boxes",
                        "the folder with LOC_synset_mapping.txt, LOC_val_solution.csv and the pictures",
                        ImageNetData::open),
                files(
                        "voc",
                        "Pascal VOC's validation pictures with boxes, and masks where SegmentationObject has them",
                        "the folder of one year, such as VOCdevkit/VOC2012",
                        VocData::open),
                files(
                        "coco",
                        "COCO's pictures with boxes and masks",
                        "an instances file, such as coco/annotations/instances_val2017.json",
                        CocoData::open));
    }

    @Override
    public List<WeightsFormat> weightsFormats() {
        return List.of(new PthFormat());
    }

    /** Opens what lies at a path. */
    @FunctionalInterface
    private interface Opener {
        DataSource open(Path path) throws IOException;
    }

    /** Pictures in files of some layout, {@code NAME:PATH}. */
    private static Named<DataSource> files(String name, String summary, String path, Opener opener) {
        return Named.of(name, summary, List.of(Setting.wholeArgument("path", path)), settings -> {
            try {
                return opener.open(Path.of(settings.text("path")));
            } catch (NoSuchFileException missing) {
                throw new UncheckedIOException(missing.getReason() + ": " + missing.getFile(), missing);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable.getMessage(), unreadable);
            }
        });
    }

    private static Named<ModelLoader> bundled(String name, String summary, Topology topology) {
        return Named.of(
                name,
                summary,
                List.of(FOLD),
                settings -> new BundledLoader(name, new TorchvisionLoader(name, topology, settings.flag("fold"))));
    }

    private static Named<ModelLoader> model(String name, String summary, Topology topology) {
        return Named.of(
                name, summary, List.of(FOLD), settings -> new TorchvisionLoader(name, topology, settings.flag("fold")));
    }
}
