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

/** Figure 6: LeRF and MoRF against depth. */
@Command(
        name = "figure6",
        description =
                "Figure 6 of the paper: methods at every layer under LeRF and MoRF, against depth, with Spearman's correlation, "
                        + "and two controls. Finished cells are kept in --out: the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce figure6 --method deeplift --out figure6"},
        mixinStandardHelpOptions = true)
final class Figure6Command implements Callable<Integer> {
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
            paramLabel = "METHOD",
            description = "A method, with settings. May be given several times. Default: the paper's five.")
    private List<String> subjects = new ArrayList<>(PaperSubjects.OVER_LAYERS);

    @Option(
            names = "--layers",
            defaultValue = "all",
            paramLabel = "PROBE",
            description = "The layers, by a probe. Default: ${DEFAULT-VALUE}.")
    private String probe;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-figure6",
            paramLabel = "DIR",
            description = "Where to put figure6.jsonl, figure6.csv, trends.csv and plots. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return options.run(
                spec.commandLine(),
                parts,
                out,
                "figure6",
                PaperSubjects.withControls(subjects.stream()
                        .filter(method -> !PaperSubjects.CONTROLS.contains(method)) // they know no layers
                        .map(method -> method + " @ " + probe)
                        .toList()),
                (command, assembly) -> StudyModel.under(METRICS, models.of(command, assembly)),
                (cells, catalog, folder) -> {
                    CellTable.of(cells, catalog).writeCsv(folder.resolve("figure6.csv"));
                    DepthStudy depth = new DepthStudy(cells);
                    depth.write(folder);
                    return depth.lines();
                });
    }
}
