package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.training.AttackReport;

/**
 * A report on an attack, in words.
 *
 * @param labels of the model's classes
 */
record AttackLines(List<Implant> implants, Labels labels) {
    /** The accuracy on clean pictures, the success of each trigger, and every answer. */
    List<String> of(AttackReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("accuracy on clean pictures: " + report.clean());
        for (int i = 0; i < implants.size(); i++) {
            lines.add("attack success, " + trigger(i) + ": " + report.success().get(i));
        }
        lines.add("answers by class (" + String.join(", ", labels.names()) + "):");
        for (int row = 0; row < report.answers().size(); row++) {
            lines.add(String.format(
                    Locale.ROOT, "  %-22s %s", row(row), report.answers().get(row)));
        }
        return lines;
    }

    String trigger(int implant) {
        return "trigger of class " + implants.get(implant).label();
    }

    /** What a row of answers is about. */
    String row(int row) {
        if (row == 0) {
            return "clean";
        }
        return row <= implants.size() ? trigger(row - 1) : "all triggers";
    }
}
