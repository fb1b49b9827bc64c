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

/** Figure 4: the three metrics of known reasons against depth. */
@Command(
        name = "figure4",
        description =
                "Figure 4 of the paper: methods at every layer under the three metrics of known reasons, against depth, with "
                        + "Spearman's correlation. Finished cells are kept in --out: the same command goes on after a stop.",
        footer = {"", "Example:", "  stratigraph reproduce figure4 --method deeplift --out figure4"},
        mixinStandardHelpOptions = true)
final class Figure4Command implements Callable<Integer> {
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
            paramLabel = "METHOD",
            description = "A method, with settings. May be given several times. Default: the paper's five.")
    private List<String> methods = new ArrayList<>(PaperSubjects.OVER_LAYERS);

    @Option(
            names = "--layers",
            defaultValue = "all",
            paramLabel = "PROBE",
            description = "The layers, by a probe. Default: ${DEFAULT-VALUE}.")
    private String probe;

    @Option(
            names = "--out",
            defaultValue = "stratigraph-figure4",
            paramLabel = "DIR",
            description = "Where to put figure4.jsonl, figure4.csv, trends.csv and a plot per model. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        List<String> subjects =
                methods.stream().map(method -> method + " @ " + probe).toList();
        return options.run(
                spec.commandLine(), parts, out, "figure4", subjects, models::of, (cells, catalog, folder) -> {
                    CellTable.of(cells, catalog).writeCsv(folder.resolve("figure4.csv"));
                    DepthStudy depth = new DepthStudy(cells);
                    depth.write(folder);
                    return depth.lines();
                });
    }
}
