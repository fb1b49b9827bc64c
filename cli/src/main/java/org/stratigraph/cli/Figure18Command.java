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

/** Figure 18: TIF for every alpha. */
@Command(
        name = "figure18",
        description =
                "Figure 18 of the paper: TIF over DeepLIFT for alpha from 0 to 0.95, under LeRF and MoRF. Finished cells are kept in --out: "
                        + "the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce figure18 --limit 100 --out figure18"},
        mixinStandardHelpOptions = true)
final class Figure18Command implements Callable<Integer> {
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
            description =
                    "METHOD [@ PROBE] [| FUSER]; may be given several times. Default: TIF over DeepLIFT for eleven alphas.")
    private List<String> subjects = new ArrayList<>(PaperSubjects.FIGURE_18);

    @Option(
            names = "--out",
            defaultValue = "stratigraph-figure18",
            paramLabel = "DIR",
            description =
                    "Where to put figure18.jsonl, figure18.csv, figure18.md and a scatter per model. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine(),
                parts,
                out,
                "figure18",
                PaperSubjects.withControls(subjects),
                (command, assembly) -> StudyModel.under(METRICS, models.of(command, assembly)),
                (cells, catalog, folder) -> {
                    ScatterStudy.write(cells, folder);
                    return CellTable.of(cells, catalog).write(folder, "figure18");
                });
    }
}
