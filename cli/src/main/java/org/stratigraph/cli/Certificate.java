package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Interval;

/**
 * What the scores on known reasons say of methods, held against controls.
 *
 * @param cells of the methods and of the controls, on every model
 * @param bounds lowest means by metric
 */
record Certificate(List<StudyCell> cells, Map<String, Double> bounds) {
    /** Where a control that beats a method shows that the method does not point at the reason. */
    private static final Set<String> LOCALISING = Set.of("class-sensitivity", "fine-grained-localisation");

    boolean passed() {
        return judged().stream().allMatch(cell -> reasons(cell).isEmpty());
    }

    /** For people: every score beside the controls', and why a method fails. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String model = "";
        for (StudyCell cell : byModel()) {
            if (!cell.model().equals(model)) {
                model = cell.model();
                lines.add(model + ", " + cell.metric() + " on " + cell.values().size() + " images:");
            }
            List<String> reasons = isControl(cell) ? List.of() : reasons(cell);
            Interval mean = cell.mean();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-40s %.3f (%.3f to %.3f)  %s",
                    name(cell),
                    mean.value(),
                    mean.low(),
                    mean.high(),
                    isControl(cell) ? "control" : verdict(cell, reasons)));
        }
        lines.add(passed() ? "certified" : "not certified");
        return lines;
    }

    private String verdict(StudyCell cell, List<String> reasons) {
        if (!reasons.isEmpty()) {
            return "FAILS: " + String.join("; ", reasons);
        }
        return LOCALISING.contains(cell.metric()) || bounds.containsKey(cell.metric()) ? "passes" : "reported only";
    }

    private List<StudyCell> byModel() {
        List<String> models = cells.stream().map(StudyCell::model).distinct().toList();
        return models.stream()
                .flatMap(model -> cells.stream().filter(cell -> cell.model().equals(model)))
                .toList();
    }

    private List<StudyCell> judged() {
        return cells.stream().filter(cell -> !isControl(cell)).toList();
    }

    private List<String> reasons(StudyCell cell) {
        List<String> reasons = new ArrayList<>();
        double bound = bounds.getOrDefault(cell.metric(), 0.0);
        if (cell.mean().value() < bound) {
            reasons.add("below " + bound);
        }
        if (LOCALISING.contains(cell.metric())) {
            for (StudyCell control : cells) {
                if (isControl(control) && control.model().equals(cell.model()) && !beats(cell, control)) {
                    reasons.add("no better than " + control.subject());
                }
            }
        }
        return reasons;
    }

    /** Whether the mean difference, image by image, is above 0 with its whole interval. */
    private static boolean beats(StudyCell cell, StudyCell control) {
        double[] own = cell.scores();
        double[] others = control.scores();
        double[] differences = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            differences[i] = own[i] - others[i];
        }
        return Bootstrap.mean(differences).low() > 0;
    }

    private static boolean isControl(StudyCell cell) {
        return PaperSubjects.CONTROLS.contains(cell.subject());
    }

    private static String name(StudyCell cell) {
        return cell.layer().isEmpty()
                        || cell.subject().contains("@") && cell.subject().endsWith(cell.layer())
                ? cell.subject()
                : cell.subject() + " at " + cell.layer();
    }
}
