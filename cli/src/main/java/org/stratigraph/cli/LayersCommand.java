package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.LayerSummary;
import org.stratigraph.core.spi.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the layers of a model. */
@Command(
        name = "layers",
        description =
                "Lists a model's layers from the input upward: name, kind, shape for one image, parameters, cuts.",
        footer = "Without --weights: the bundled weights, or full width and random weights where none are bundled.",
        mixinStandardHelpOptions = true)
final class LayersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private ModelOptions options;

    @Override
    public Integer call() throws Exception {
        Placement placement = options.placement(spec.commandLine());
        try (Assembly assembly = parts.assemble(spec.commandLine());
                Model model = options.openEvenUntrained(spec.commandLine(), assembly.models(placement))) {
            print(LayerSummary.of(
                    model.network(),
                    model.preprocessing().cropHeight(),
                    model.preprocessing().cropWidth()));
        }
        return 0;
    }

    private void print(List<LayerSummary> layers) {
        PrintWriter out = spec.commandLine().getOut();
        int nameWidth =
                layers.stream().mapToInt(layer -> layer.name().length()).max().orElse(1);
        String row = "%-" + nameWidth + "s  %-28s  %-16s %12s  %s%n";
        out.printf(row, "layer", "kind", "shape", "parameters", "cut");
        for (LayerSummary layer : layers) {
            String shape = layer.shape().stream().map(String::valueOf).collect(Collectors.joining(" x "));
            out.printf(row, layer.name(), layer.kind(), shape, layer.parameters(), layer.cut() ? "cut" : "");
        }
        long total = layers.stream().mapToLong(LayerSummary::parameters).sum();
        out.printf("%d layers, %,d parameters%n", layers.size(), total);
    }
}
