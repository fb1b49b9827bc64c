package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Entry;
import org.stratigraph.core.catalog.Shelf;
import org.stratigraph.core.spi.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists every part at hand. */
@Command(
        name = "list",
        description =
                "Lists every method, probe, fuser, metric, trigger, model and data source: name, summary, settings with defaults, and the jar it is from.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Assembly assembly = parts.assemble(spec.commandLine())) {
            Catalog catalog = assembly.catalog();
            print(out, "methods", catalog.methods());
            print(out, "probes", catalog.probes());
            print(out, "fusers", catalog.fusers());
            print(out, "metrics", catalog.metrics());
            print(out, "triggers", catalog.triggers());
            print(out, "models", catalog.models());
            print(out, "data", catalog.data());
        }
        return 0;
    }

    private static void print(PrintWriter out, String title, Shelf<?> shelf) {
        out.println(title);
        for (Entry<?> entry : shelf.entries()) {
            out.printf("  %-24s %s  [%s]%n", entry.part().name(), entry.part().summary(), entry.origin());
            for (Setting setting : entry.part().settings()) {
                out.printf(
                        "  %-24s   %s: %s%n",
                        "",
                        setting.whole()
                                ? entry.part().name() + ":" + setting.name().toUpperCase(Locale.ROOT)
                                : setting.name() + "=" + setting.defaultValue(),
                        setting.summary());
            }
        }
        out.println();
    }
}
