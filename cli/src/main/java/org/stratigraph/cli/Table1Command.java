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

/** Table 1: every method under the three metrics of known reasons. */
@Command(
        name = "table1",
        description =
                "Table 1 of the paper: every method, and TIF over several, under the three metrics of known reasons, on "
                        + "every bundled model with a backdoor. Finished cells are kept in --out: the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce table1 --limit 100 --out table1"},
        mixinStandardHelpOptions = true)
final class Table1Command implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogOptions parts;

    @Mixin
    private StudyOptions options;

    @Mixin
    private KnownModelOptions models;

    @Option(
            names = "--method",
            paramLabel = "SUBJECT",
            description =
                    "METHOD [@ PROBE] [| FUSER]; may be given several times. Default: the paper's rows, TIF over every "
                            + "base of the paper, and two controls.")
    private List<String> subjects = new ArrayList<>(PaperSubjects.TABLE_1);

    @Option(
            names = "--out",
            defaultValue = "stratigraph-table1",
            paramLabel = "DIR",
            description = "Where to put table1.jsonl, table1.csv and table1.md. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return options.run(spec.commandLine(), parts, out, "table1", subjects, models::of, (cells, catalog, folder) -> {
            return CellTable.of(cells, catalog).write(folder, "table1");
        });
    }
}
