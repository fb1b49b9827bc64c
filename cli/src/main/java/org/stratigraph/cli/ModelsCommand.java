package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Entry;
import org.stratigraph.core.spi.Bundled;
import org.stratigraph.core.spi.ModelLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the models, and of those that come with weights, how these were made and what they measured. */
@Command(
        name = "models",
        description = "Lists the models: which come with weights, how those were made and what they measured.",
        footer = "For the others, --weights FILE brings your own: docs/weights.md.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Assembly assembly = parts.assemble(spec.commandLine())) {
            for (Entry<ModelLoader> entry : assembly.catalog().models().entries()) {
                String name = entry.part().name();
                out.printf("%-18s %s%n", name, entry.part().summary());
                Optional<Bundled> bundled =
                        assembly.catalog().models().make(name).bundled();
                if (bundled.isEmpty()) {
                    out.printf("  %-16s none bundled; give --weights FILE%n", "weights");
                } else {
                    for (Map.Entry<String, String> line : bundled.get().record().entrySet()) {
                        out.printf("  %-16s %s%n", line.getKey(), line.getValue());
                    }
                }
            }
        }
        out.flush();
        return 0;
    }
}
