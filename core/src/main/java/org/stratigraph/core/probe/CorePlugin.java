package org.stratigraph.core.probe;

import java.util.List;
import org.stratigraph.core.control.EdgeDetector;
import org.stratigraph.core.control.RandomMap;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.LayerProbe;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.weights.SafeTensorsFormat;
import org.stratigraph.core.weights.WeightsFormat;

/** What core itself offers: the probes, the controls, and weights from safetensors files. */
public final class CorePlugin implements Plugin {
    private static final Setting NAMES = Setting.wholeArgument("layers", "layer names between commas");
    private static final Setting SEED = Setting.of("seed", "0", "chooses the noise");

    @Override
    public List<Named<LayerProbe>> probes() {
        return List.of(
                probe("input", "the network's input, pixel by pixel", Layers::input),
                probe("last-conv", "the end of the last convolution's stage", Layers::lastConvolution),
                probe("blocks", "outputs of blocks; in a plain network, of its pools", Layers::blocks),
                probe("relus", "outputs of ReLUs", Layers::relus),
                probe("pools", "outputs of max and average pools", Layers::pools),
                probe("cuts", "layers that every path crosses: where the network can be truncated", Layers::cuts),
                probe("all", "the input and every ReLU, pool and block output that is a cut", Layers::all),
                probe(
                        "fusion",
                        "what a fuser gets by default: the input and block outputs; in a plain network, the input and ReLUs",
                        Layers::fusion),
                Named.of(
                        "named",
                        "layers by name, in the network's order",
                        List.of(NAMES),
                        settings -> checked("named", network -> named(network, settings.list("layers")))));
    }

    @Override
    public List<Named<AttributionMethod>> methods() {
        return List.of(
                Named.of(
                        "random",
                        "a control: uniform noise, whatever the model",
                        List.of(SEED),
                        settings -> new RandomMap(settings.integer("seed"))),
                Named.of("edge-detector", "a control: Sobel's edges, whatever the model", new EdgeDetector()));
    }

    @Override
    public List<WeightsFormat> weightsFormats() {
        return List.of(new SafeTensorsFormat());
    }

    private static Named<LayerProbe> probe(String name, String summary, LayerProbe probe) {
        return Named.of(name, summary, checked(name, probe));
    }

    private static LayerProbe checked(String name, LayerProbe probe) {
        return network -> {
            List<String> layers = probe.layers(network);
            if (layers.isEmpty()) {
                throw new IllegalArgumentException(
                        "probe '" + name + "' finds no layer in this network; `stratigraph layers` lists its layers");
            }
            return layers;
        };
    }

    private static List<String> named(Network network, List<String> typed) {
        network.requirePositions(typed);
        return network.layersWithPositions().stream().filter(typed::contains).toList();
    }
}
