package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.report.JsonLines;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of every command that runs a study, and the way from there to its report. */
final class StudyOptions {
    @Option(
            names = "--limit",
            defaultValue = "32",
            paramLabel = "N",
            description = "At most so many pictures of the test split, drawn by the seed. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the pictures. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--data",
            defaultValue = "scenes",
            paramLabel = "DATA",
            description = "A data source by name, with settings. Default: ${DEFAULT-VALUE}.")
    private String data;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "What passes may use: 500MB, 4GB. Default: a quarter of what is free.")
    private Optional<String> memory = Optional.empty();

    /** Says which models a study is about. */
    interface Models {
        List<StudyModel> of(CommandLine command, Assembly assembly) throws Exception;
    }

    /** Writes what a study found. */
    interface Report {
        /**
         * Writes files.
         *
         * @return what to print
         */
        List<String> write(List<StudyCell> cells, Catalog catalog, Path folder) throws IOException;
    }

    /**
     * Runs a study, or what is left of it, and writes its report.
     *
     * @param name of the file of cells, without its ending
     * @param subjects as typed
     * @return the exit code
     */
    int run(
            CommandLine command,
            CatalogOptions parts,
            Path folder,
            String name,
            List<String> subjects,
            Models models,
            Report report)
            throws Exception {
        OutputPlaces.requireFolder(command, "--out", folder);
        Path file = folder.resolve(name + ".jsonl");
        try (Assembly assembly = parts.assemble(command)) {
            List<StudyModel> chosen = models.of(command, assembly);
            Study study = study(command, assembly.catalog(), Optional.empty());
            List<Subject> asked = subjects(command, subjects);
            Failures.usage(command, () -> study.check(chosen, asked));
            try (JsonLines finished = JsonLines.open(file, described(study.pictures(), chosen))) {
                StudyOutcome outcome =
                        Failures.usage(command, () -> study.keeping(finished).run(chosen, asked));
                List<String> lines = report.write(outcome.cells(), assembly.catalog(), folder);
                PrintWriter print = command.getOut();
                lines.forEach(print::println);
                Unreadable.lines(outcome.unreadable().values(), name + ".jsonl").forEach(print::println);
                print.println("written: " + folder.toAbsolutePath().normalize());
                print.flush();
                return 0;
            } catch (CancellationException interrupted) {
                command.getErr().println("interrupted; the same command goes on from " + file);
                return 1;
            }
        }
    }

    /** A study of the pictures asked for. */
    Study study(CommandLine command, Catalog catalog, Optional<JsonLines> finished) throws Exception {
        DataSource source = Failures.usage(command, () -> catalog.data().make(data));
        Samples samples = Failures.usage(command, () -> source.samples(Split.TEST));
        if (limit < 1) {
            throw new ParameterException(command, "--limit takes at least 1, not " + limit);
        }
        List<Integer> drawn = Survey.draw(samples.size(), limit, seed);
        Optional<MemoryBudget> budget = Failures.usage(command, () -> memory.map(MemoryBudget::parse));
        return new Study(catalog, new StudyPictures(samples, source.labels(), drawn), budget, finished, command);
    }

    static List<Subject> subjects(CommandLine command, List<String> typed) throws Exception {
        return Failures.usage(command, () -> typed.stream().map(Subject::parse).toList());
    }

    /** Everything that decides what a cell's numbers are, beside what the cell itself names. */
    private Map<String, Object> described(StudyPictures pictures, List<StudyModel> models) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.put("data", data);
        run.put("pictures", pictures.samples().size());
        run.put(
                "precision",
                models.stream()
                        .map(model -> model.source().identity().get("precision"))
                        .distinct()
                        .toList());
        run.put("limit", limit);
        run.put("seed", seed);
        return run;
    }
}
