package org.stratigraph.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Evaluation;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.report.JsonLines;
import picocli.CommandLine;

/**
 * Subjects under metrics on models, method by method; what was finished earlier is not done again.
 *
 * @param memory what passes may use; empty for the default
 * @param finished cells, which the study adds to
 * @param command where notes and progress go
 */
record Study(
        Catalog catalog,
        StudyPictures pictures,
        Optional<MemoryBudget> memory,
        Optional<JsonLines> finished,
        CommandLine command) {
    /**
     * Tries every subject on every model, so that what does not exist or does not fit ends the run before its work.
     *
     * @return this
     * @throws java.util.NoSuchElementException if a part does not exist
     * @throws IllegalArgumentException if a setting is wrong, or a method cannot explain a layer
     */
    Study check(List<StudyModel> models, List<Subject> subjects) {
        for (StudyModel known : models) {
            try (Model model = known.source().open()) {
                new Evaluation(catalog, model, memory, subjects, known.metrics());
                pictures.match(model).note().ifPresent(note -> command.getErr().println("note: " + note));
            }
        }
        return this;
    }

    /** The same, with cells that are there and will be added to. */
    Study keeping(JsonLines cells) {
        return new Study(catalog, pictures, memory, Optional.of(cells), command);
    }

    /**
     * Computes what is missing.
     *
     * @throws CancellationException if it was asked to stop; finished cells are kept
     */
    StudyOutcome run(List<StudyModel> models, List<Subject> subjects) throws IOException {
        Map<String, List<Subject>> byMethod = new LinkedHashMap<>();
        subjects.forEach(subject -> byMethod.computeIfAbsent(subject.method(), any -> new ArrayList<>())
                .add(subject));
        int parts = models.size() * byMethod.size();
        List<StudyCell> cells = new ArrayList<>();
        NavigableMap<Integer, String> unreadable = unreadableEarlier();
        try (Interrupt interrupt = Interrupt.listen();
                Progress progress = Progress.ofShares(command, "study")) {
            int part = 0;
            for (StudyModel known : models) {
                try (Model model = known.source().open()) {
                    for (List<Subject> method : byMethod.values()) {
                        int done = part++;
                        cells.addAll(cells(known, model, method, unreadable, (share, doing) -> {
                            if (interrupt.asked()) {
                                throw new CancellationException("interrupted");
                            }
                            progress.at((done + share) / parts, known.name() + ", " + doing);
                        }));
                    }
                }
            }
        }
        return new StudyOutcome(cells, unreadable);
    }

    /** Hears how far one method on one model has come. */
    private interface Part {
        void at(double share, String doing);
    }

    private List<StudyCell> cells(
            StudyModel known,
            Model model,
            List<Subject> subjects,
            NavigableMap<Integer, String> unreadable,
            Part progress)
            throws IOException {
        Evaluation evaluation = new Evaluation(catalog, model, memory, subjects, known.metrics());
        Optional<List<StudyCell>> earlier = earlier(known, evaluation);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Collected collected = new Collected(progress);
        Samples matched = pictures.match(model).of(pictures.samples());
        new Survey(evaluation, matched, SampleTarget.ANSWER).over(pictures.drawn(), collected);
        List<StudyCell> cells = collected.cells(known, evaluation);
        if (finished.isPresent()) {
            for (Map.Entry<Integer, String> reason : collected.unreadable.entrySet()) {
                if (!unreadable.containsKey(reason.getKey())) {
                    finished.get().add(OutcomeLine.unreadable(reason.getKey(), reason.getValue()));
                }
            }
            for (StudyCell cell : cells) {
                finished.get().add(cell.line());
            }
        }
        unreadable.putAll(collected.unreadable);
        return cells;
    }

    /** The cells of these entrants, if all are there. */
    private Optional<List<StudyCell>> earlier(StudyModel known, Evaluation evaluation) {
        List<StudyCell> there = finished.stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> !line.containsKey(OutcomeLine.UNREADABLE))
                .map(StudyCell::of)
                .toList();
        List<StudyCell> found = evaluation.entrants().stream()
                .flatMap(entrant -> known.metrics().stream()
                        .flatMap(metric -> there.stream()
                                .filter(cell -> cell.isOf(known.source(), entrant, metric))
                                .limit(1)))
                .toList();
        int wanted = evaluation.entrants().size() * known.metrics().size();
        return found.size() == wanted ? Optional.of(found) : Optional.empty();
    }

    private NavigableMap<Integer, String> unreadableEarlier() {
        NavigableMap<Integer, String> unreadable = new TreeMap<>();
        finished.stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.containsKey(OutcomeLine.UNREADABLE))
                .forEach(line -> unreadable.put(
                        OutcomeLine.sample(line),
                        line.get(OutcomeLine.UNREADABLE).toString()));
        return unreadable;
    }

    /** What comes of the images. */
    private static final class Collected implements Survey.Listener {
        private final Part progress;
        private final Tally tally = new Tally();
        private final NavigableMap<Integer, String> unreadable = new TreeMap<>();

        Collected(Part progress) {
            this.progress = progress;
        }

        @Override
        public void scored(Outcome outcome) {
            tally.add(outcome);
        }

        @Override
        public void unreadable(int sample, IOException reason) {
            unreadable.put(sample, reason.getMessage());
        }

        @Override
        public void at(double share, String doing) {
            progress.at(share, doing);
        }

        /** @throws IllegalArgumentException if a metric could say nothing of any image */
        List<StudyCell> cells(StudyModel known, Evaluation evaluation) {
            List<StudyCell> cells = new ArrayList<>();
            for (Entrant entrant : evaluation.entrants()) {
                for (String metric : known.metrics()) {
                    cells.add(StudyCell.of(known.source(), metric, entrant, tally));
                }
            }
            return cells;
        }
    }
}
