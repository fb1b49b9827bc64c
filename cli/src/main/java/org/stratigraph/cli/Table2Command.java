package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Table 2: the energy-based pointing game. */
@Command(
        name = "table2",
        description =
                "Table 2 of the paper: every method in the energy-based pointing game. Finished cells are kept in --out: the same command "
                        + "goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce table2 --data scenes --limit 100 --out table2"},
        mixinStandardHelpOptions = true)
final class Table2Command implements Callable<Integer> {
    private static final List<String> METRICS = List.of("energy-pointing-game");

    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private StudyOptions options;

    @Mixin
    private AnyModelOptions models;

    @Option(
            names = "--method",
            paramLabel = "SUBJECT",
            description = "METHOD [@ PROBE] [| FUSER]; may be given several times. Default: the paper's rows and two "
                    + "controls.")
    private List<String> subjects = new ArrayList<>(PaperSubjects.TABLE_2);

    @Option(
            names = "--out",
            defaultValue = "stratigraph-table2",
            paramLabel = "DIR",
            description = "Where to put table2.jsonl, table2.csv and table2.md. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine(),
                parts,
                out,
                "table2",
                subjects,
                (command, assembly) -> StudyModel.under(METRICS, models.of(command, assembly)),
                (cells, catalog, folder) -> {
                    return CellTable.of(cells, catalog).write(folder, "table2");
                });
    }
}
