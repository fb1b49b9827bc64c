package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stratigraph.core.catalog.Alternatives;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.pipeline.Fusion;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that make one map of the maps of all layers. */
final class FusionOptions {
    /** Where fusers are asked for and no layers are. */
    private static final String PROBE = "fusion";

    @Option(
            names = "--fuse",
            paramLabel = "FUSER",
            description =
                    "Also one map of all layers: tif, or with settings tif:alpha=0.9; tif:alpha=0.5/0.9 makes two. "
                            + "May be given several times; the layers are explained once. Without --layers: the input and "
                            + "the blocks, or, in a plain network, the input and the ReLUs.")
    private List<String> typed = new ArrayList<>();

    @Option(
            names = "--parts",
            description = "Also what each layer brings to a fused map, of the fusers that sum over layers.")
    private boolean parts;

    /** Makes each fuser once, so that a wrong one ends the run before a model is read. */
    void check(CommandLine command, Catalog catalog) throws Exception {
        if (parts && typed.isEmpty()) {
            throw new ParameterException(command, "--parts are the parts of a fused map: give --fuse tif as well");
        }
        for (String spec : specs()) {
            if (Collections.frequency(specs(), spec) > 1) {
                throw new ParameterException(command, "--fuse " + spec + " is given twice");
            }
        }
        Failures.usage(command, () -> fusion(catalog));
    }

    /** The probes to use where these were typed. */
    List<String> probes(List<String> named) {
        return named.isEmpty() && !typed.isEmpty() ? List.of(PROBE) : named;
    }

    /** A fused map goes under METHOD/FUSER, where a layer's map goes under METHOD/LAYER. */
    void requireNamesApart(CommandLine command, List<Explainer.Task> tasks) {
        for (Explainer.Task task : tasks) {
            for (String spec : specs()) {
                if (task.layers().contains(spec)) {
                    throw new ParameterException(
                            command,
                            "--fuse " + spec + " and the layer '" + spec + "' would share one name in the results");
                }
            }
        }
    }

    /** What the fusers make of each explanation, for images of this size. */
    List<Fused> fuse(Catalog catalog, List<Explanation> explanations, int height, int width) {
        Fusion fusion = fusion(catalog);
        return explanations.stream()
                .flatMap(explanation -> fusion.fuse(explanation, height, width).stream())
                .toList();
    }

    private Fusion fusion(Catalog catalog) {
        return Fusion.of(catalog, specs(), parts);
    }

    private List<String> specs() {
        return typed.stream().flatMap(spec -> Alternatives.of(spec).stream()).toList();
    }
}
