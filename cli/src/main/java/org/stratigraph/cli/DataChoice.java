package org.stratigraph.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stratigraph.core.evaluation.ClassMatch;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Split;

/** What users type about data, and what it means. */
final class DataChoice {
    static final String LABEL = "label";

    private DataChoice() {}

    static Split split(String typed) {
        return Arrays.stream(Split.values())
                .filter(split -> split.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the split is " + names() + ", not '" + typed + "'"));
    }

    private static String names() {
        return Arrays.stream(Split.values())
                .map(split -> split.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }

    static SampleTarget target(String typed) {
        return switch (typed) {
            case "answer" -> SampleTarget.ANSWER;
            case LABEL -> SampleTarget.LABEL;
            default -> throw new IllegalArgumentException("the target is answer or label, not '" + typed + "'");
        };
    }

    /**
     * The data's classes as the model's.
     *
     * @throws IllegalArgumentException if labels are asked about and one of them is no class of the model's
     */
    static ClassMatch match(DataSource source, Model model, String target) {
        ClassMatch match = ClassMatch.of(source.labels(), model.labels());
        if (target.equals(LABEL)) {
            try {
                match.requireAll();
            } catch (IllegalArgumentException missing) {
                throw new IllegalArgumentException(
                        "target label: " + missing.getMessage() + "; ask about the model's answer instead", missing);
            }
        }
        return match;
    }
}
