package org.stratigraph.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.SampleTarget;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** What users type about data, and what it means. */
final class DataChoice {
    static final String LABEL = "label";

    private DataChoice() {}

    /**
     * A source's pictures.
     *
     * @throws java.util.NoSuchElementException if there is no such source
     * @throws IllegalArgumentException if it has no such split
     */
    static Samples samples(Catalog catalog, String data, String split) {
        return catalog.data().make(data).samples(split(split));
    }

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
     * A label is a class of the model's only where both tell the same classes apart, or a table gives the model's numbers.
     *
     * @throws IllegalArgumentException if they do not, and labels are asked about
     */
    static void requireLabels(DataSource source, Model model, String target) {
        int labels = source.labels().names().size();
        int classes = model.labels().names().size();
        boolean numbers = source.labels().equals(Labels.numbered(labels));
        if (target.equals(LABEL) && (numbers ? labels > classes : labels != classes)) {
            throw new IllegalArgumentException("target label: "
                    + (numbers
                            ? "the data's labels go up to " + (labels - 1) + " and the model's classes are 0 to "
                                    + (classes - 1)
                            : "the data has " + labels + " classes and the model tells " + classes + " apart")
                    + "; ask about the model's answer instead");
        }
    }
}
