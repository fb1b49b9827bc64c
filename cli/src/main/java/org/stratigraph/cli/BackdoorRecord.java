package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.training.Accuracy;
import org.stratigraph.core.training.AttackReport;
import org.stratigraph.core.training.Poisoning;
import org.stratigraph.core.training.TrainingPlan;

/**
 * What came of implanting triggers.
 *
 * @param described what was implanted, as typed
 * @param before the attack on the model as it was
 */
record BackdoorRecord(
        List<String> described, List<Implant> implants, Labels labels, AttackReport before, AttackReport after) {

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("accuracy on clean pictures before: " + before.clean());
        lines.addAll(words().of(after));
        return lines;
    }

    private AttackLines words() {
        return new AttackLines(implants, labels);
    }

    /** For scripts, with everything needed to repeat it. */
    Map<String, Object> json(List<String> arguments, TrainingPlan plan, Poisoning poisoned) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stratigraph", Versions.own());
        json.put("arguments", arguments);
        json.put("implanted", described);
        json.put("plan", plan.toString());
        json.put("before", report(before));
        json.put("after", report(after));
        json.put("classes", labels.names());
        json.put("poisoned", poisoned.poisoned());
        return json;
    }

    private Map<String, Object> report(AttackReport report) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("cleanAccuracy", accuracy(report.clean()));
        Map<String, Object> success = new LinkedHashMap<>();
        for (int i = 0; i < implants.size(); i++) {
            success.put(words().trigger(i), accuracy(report.success().get(i)));
        }
        described.put("attackSuccess", success);
        Map<String, Object> answers = new LinkedHashMap<>();
        for (int row = 0; row < report.answers().size(); row++) {
            answers.put(words().row(row), report.answers().get(row));
        }
        described.put("answers", answers);
        return described;
    }

    private static Map<String, Object> accuracy(Accuracy accuracy) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("right", accuracy.right());
        described.put("of", accuracy.of());
        described.put("share", accuracy.share());
        described.put("interval95", List.of(accuracy.atLeast(), accuracy.atMost()));
        return described;
    }
}
