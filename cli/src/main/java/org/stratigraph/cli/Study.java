package org.stratigraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Evaluation;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.evaluation.Subject;
import org.stratigraph.core.evaluation.Survey;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.report.JsonLines;

/**
 * Subjects on models whose reason is known, method by method; what was finished earlier is not done again.
 *
 * @param images numbers of the samples to score on
 * @param finished cells, which the study adds to
 */
record Study(Catalog catalog, Samples samples, List<Integer> images, Optional<JsonLines> finished, PrintWriter notes) {
    /**
     * Computes what is missing.
     *
     * @return every cell of these models and subjects, in their order
     * @throws CancellationException if it was asked to stop; finished cells are kept
     */
    List<StudyCell> run(List<KnownModel> models, List<Subject> subjects) throws IOException {
        Map<String, List<Subject>> byMethod = new LinkedHashMap<>();
        subjects.forEach(subject -> byMethod.computeIfAbsent(subject.method(), any -> new ArrayList<>())
                .add(subject));
        check(models, subjects);
        int parts = models.size() * byMethod.size();
        List<StudyCell> cells = new ArrayList<>();
        try (Interrupt interrupt = Interrupt.listen();
                Progress progress = Progress.ofShares("study")) {
            int part = 0;
            for (KnownModel known : models) {
                try (Model model = known.source().open()) {
                    for (List<Subject> method : byMethod.values()) {
                        int done = part++;
                        cells.addAll(cells(known, model, method, (share, doing) -> {
                            if (interrupt.asked()) {
                                throw new CancellationException("interrupted");
                            }
                            progress.at((done + share) / parts, known.source().spec() + ", " + doing);
                        }));
                    }
                }
            }
        }
        return cells;
    }

    /** Every subject on every model, before the first is begun. */
    private void check(List<KnownModel> models, List<Subject> subjects) {
        for (KnownModel known : models) {
            try (Model model = known.source().open()) {
                new Evaluation(catalog, model, Optional.empty(), subjects, List.of(known.metric()));
            }
        }
    }

    /** Hears how far one method on one model has come. */
    private interface Part {
        void at(double share, String doing);
    }

    private List<StudyCell> cells(KnownModel known, Model model, List<Subject> subjects, Part progress)
            throws IOException {
        Evaluation evaluation = new Evaluation(catalog, model, Optional.empty(), subjects, List.of(known.metric()));
        Optional<List<StudyCell>> earlier = earlier(known, evaluation);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Collected collected = new Collected(notes, progress);
        new Survey(evaluation, samples, SampleTarget.ANSWER).over(images, collected);
        List<StudyCell> cells = collected.cells(known, evaluation);
        if (finished.isPresent()) {
            for (StudyCell cell : cells) {
                finished.get().add(cell.line());
            }
        }
        return cells;
    }

    /** The cells of these entrants, if all are there. */
    private Optional<List<StudyCell>> earlier(KnownModel known, Evaluation evaluation) {
        List<StudyCell> there = finished.stream()
                .flatMap(file -> file.lines().stream())
                .map(StudyCell::of)
                .filter(cell -> cell.model().equals(known.source().spec()))
                .toList();
        List<StudyCell> found = evaluation.entrants().stream()
                .flatMap(entrant ->
                        there.stream().filter(cell -> cell.isOf(entrant)).limit(1))
                .toList();
        return found.size() == evaluation.entrants().size() ? Optional.of(found) : Optional.empty();
    }

    /** What comes of the images. */
    private static final class Collected implements Survey.Listener {
        private final PrintWriter notes;
        private final Part progress;
        private final Map<String, NavigableMap<Integer, Double>> values = new LinkedHashMap<>();
        private int leftOut;

        Collected(PrintWriter notes, Part progress) {
            this.notes = notes;
            this.progress = progress;
        }

        @Override
        public void scored(Outcome outcome) {
            leftOut += outcome.leftOut().size();
            outcome.results()
                    .forEach(result -> values.computeIfAbsent(result.entrant(), any -> new TreeMap<>())
                            .put(outcome.sample(), result.score().value()));
        }

        @Override
        public void unreadable(int sample, IOException reason) {
            notes.println("left out: " + reason.getMessage());
        }

        @Override
        public void at(double share, String doing) {
            progress.at(share, doing);
        }

        List<StudyCell> cells(KnownModel known, Evaluation evaluation) {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("metric '" + known.metric()
                        + "' could say nothing of any of these images; more of them are needed");
            }
            return evaluation.entrants().stream()
                    .map(entrant -> new StudyCell(
                            known.source().spec(),
                            known.metric(),
                            entrant.subject().toString(),
                            StudyCell.layer(entrant),
                            leftOut,
                            values.get(entrant.name())))
                    .toList();
        }
    }
}
