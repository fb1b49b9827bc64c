package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.stratigraph.cli.assembly.ModelOpener;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.spi.Model;
import org.stratigraph.report.JsonFile;
import org.stratigraph.report.YamlFile;
import org.stratigraph.report.page.ComparisonPage;
import org.stratigraph.report.page.PageSection;
import picocli.CommandLine;

/** All cells of a comparison, one after the other, and what their folder says of them as a whole. */
final class ComparisonRun {
    static final String CONFIG = "config.yaml";
    static final String PAGE = "report.html";

    private final Comparison comparison;
    private final Catalog catalog;
    private final List<ComparisonModel> models = new ArrayList<>();

    /**
     * Finds every model's weights.
     *
     * @throws java.util.NoSuchElementException if there is no such model
     * @throws IllegalArgumentException if one has no weights
     */
    ComparisonRun(Comparison comparison, Catalog catalog, ModelOpener opener) throws IOException {
        this.comparison = comparison;
        this.catalog = catalog;
        for (Comparison.ModelPart part : comparison.models()) {
            models.add(ComparisonModel.of(part, opener));
        }
    }

    /** Does something with a cell while its model is open. */
    interface Visitor {
        void visit(String name, ComparisonModel model, ComparisonCell cell) throws IOException;
    }

    /**
     * Opens model by model and hands over each cell.
     *
     * @throws java.util.NoSuchElementException if a part does not exist
     * @throws IllegalArgumentException if a setting is wrong, or parts do not fit together
     */
    void visit(Visitor visitor) throws IOException {
        for (ComparisonModel one : models) {
            try (Model model = one.source().open()) {
                for (Comparison.DataPart part : comparison.data()) {
                    ComparisonCell cell = new ComparisonCell(comparison, part, one.source(), model, catalog);
                    visitor.visit(name(one.part(), part), one, cell);
                }
            }
        }
    }

    /** A cell's name, and its folder's. */
    private static String name(Comparison.ModelPart model, Comparison.DataPart data) {
        return FileNames.safe(model.name()) + "--" + FileNames.safe(data.name());
    }

    /**
     * Takes a folder for this comparison; one that holds another's is refused.
     *
     * @throws IllegalArgumentException if it holds another comparison
     */
    void claim(Path folder) throws IOException {
        Path config = folder.resolve(CONFIG);
        if (Files.exists(config) && !YamlFile.read(config, Comparison.class).equals(comparison)) {
            throw new IllegalArgumentException(
                    folder + " holds another comparison (" + config + "): remove it, or write elsewhere with --out");
        }
        YamlFile.write(comparison, config);
    }

    /**
     * Scores what is missing, and writes the folder's tables and page.
     *
     * @param command hears how far it has come
     * @return what to print: each cell's scores
     * @throws CancellationException if interrupted; what is there stays
     */
    List<String> run(Path folder, CommandLine command) throws IOException {
        List<String> printed = new ArrayList<>();
        List<PageSection> sections = new ArrayList<>();
        Map<String, Object> cells = new LinkedHashMap<>();
        Map<String, Object> machine = new LinkedHashMap<>();
        long start = System.nanoTime();
        try (Interrupt interrupt = Interrupt.listen()) {
            visit((name, model, cell) -> {
                cell.note().ifPresent(note -> command.getErr().println("note: " + name + ": " + note));
                Path place = folder.resolve(name);
                List<Map<String, Object>> lines = score(name, cell, place, interrupt, command);
                ScoreReport report = new ScoreReport(cell.evaluation().metrics());
                lines.forEach(report::add);
                report.write(place);
                printed.add("== " + name);
                printed.addAll(report.lines());
                String heading = model.part().name() + " on " + cell.part().name();
                sections.add(new ComparisonSection(cell, catalog, place).of(heading, report));
                RunRecord record = new RunRecord(List.of(), model.source(), cell.model(), catalog, List.of());
                machine.putAll(record.machine());
                cells.put(name, described(record, cell, lines));
            });
        }
        machine.put("seconds", Duration.ofNanos(System.nanoTime() - start).toSeconds());
        ComparisonPage.write("Attribution methods compared", facts(machine), sections, folder.resolve(PAGE));
        JsonFile.write(manifest(machine, cells), folder.resolve("manifest.json"));
        return printed;
    }

    private static List<Map<String, Object>> score(
            String name, ComparisonCell cell, Path place, Interrupt interrupt, CommandLine command) throws IOException {
        try (Progress progress = Progress.ofShares(command, name)) {
            return cell.run(place, interrupt.orGoOn(progress::at));
        }
    }

    private Map<String, Object> described(RunRecord record, ComparisonCell cell, List<Map<String, Object>> lines) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("model", record.describedModel());
        described.put("data", ComparisonCell.listing(lines));
        Map<String, Object> settings = new LinkedHashMap<>();
        cell.methods()
                .forEach(method -> settings.put(
                        method.spec(), catalog.methods().settings(method.spec()).asMap()));
        comparison
                .metrics()
                .forEach(metric ->
                        settings.put(metric, catalog.metrics().settings(metric).asMap()));
        described.put("settings", settings);
        return described;
    }

    private Map<String, Object> manifest(Map<String, Object> machine, Map<String, Object> cells) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("stratigraph", Versions.own());
        manifest.put("config", comparison);
        manifest.put("machine", machine);
        manifest.put("cells", cells);
        return manifest;
    }

    private Map<String, String> facts(Map<String, Object> machine) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Stratigraph", Versions.own());
        facts.put("libtorch", machine.get("libtorch").toString());
        facts.put("Device", machine.get("device") + ", " + machine.get("threads") + " threads");
        facts.put("Precision", comparison.precision());
        facts.put("Asked about", comparison.target().equals("answer") ? "the model's answer" : "the picture's label");
        facts.put("Seed", comparison.seed().toString());
        return facts;
    }
}
