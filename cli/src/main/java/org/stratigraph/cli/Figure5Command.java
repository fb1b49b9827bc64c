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

/** Figure 5: LeRF against MoRF. */
@Command(
        name = "figure5",
        description =
                "Figure 5 of the paper: every method under LeRF and MoRF, as a table and a scatter. Finished cells are kept in --out: the same "
                        + "command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce figure5 --data scenes --limit 100 --out figure5"},
        mixinStandardHelpOptions = true)
final class Figure5Command implements Callable<Integer> {
    private static final List<String> METRICS = List.of("lerf", "morf");

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
            description = "METHOD [@ PROBE] [| FUSER]; may be given several times. Default: the paper's rows, three of "
                    + "them times the input, TIF over every base, and two controls.")
    private List<String> subjects = new ArrayList<>(PaperSubjects.FIGURE_5);

    @Option(
            names = "--out",
            defaultValue = "stratigraph-figure5",
            paramLabel = "DIR",
            description =
                    "Where to put figure5.jsonl, figure5.csv, figure5.md and a scatter per model. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine(),
                parts,
                out,
                "figure5",
                subjects,
                (command, assembly) -> StudyModel.under(METRICS, models.of(command, assembly)),
                (cells, catalog, folder) -> {
                    ScatterStudy.write(cells, folder);
                    return CellTable.of(cells, catalog).write(folder, "figure5");
                });
    }
}
