package org.stratigraph.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Entrant;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.evaluation.Tally;

/**
 * One subject under one metric on one model.
 *
 * @param subject as typed, but with one fuser where alternatives were
 * @param weights the SHA-256 of the model's
 * @param layer where its map is made; empty for a fused one
 * @param leftOut how many images the metric could say nothing of
 * @param values the scores by the images' numbers
 */
record StudyCell(
        String model,
        String weights,
        String metric,
        String subject,
        String layer,
        int leftOut,
        NavigableMap<Integer, Double> values) {
    private static final String MODEL = "model";
    private static final String WEIGHTS = "sha256";
    private static final String METRIC = "metric";
    private static final String SUBJECT = "subject";
    private static final String LAYER = "layer";
    private static final String LEFT_OUT = "leftOut";
    private static final String VALUES = "values";

    /**
     * What a tally holds of an entrant.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    static StudyCell of(ModelSource model, String metric, Entrant entrant, Tally tally) {
        Tally.Cell cell = new Tally.Cell(entrant.name(), metric);
        NavigableMap<Integer, Double> values = new TreeMap<>();
        double[] scores = tally.values(cell);
        List<Integer> samples = tally.samples(cell);
        for (int i = 0; i < scores.length; i++) {
            values.put(samples.get(i), scores[i]);
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("metric '" + metric
                    + "' could say nothing of any of these images; more of them, or others, are needed");
        }
        return new StudyCell(
                model.spec(),
                model.weights().sha256(),
                metric,
                entrant.subject().toString(),
                layer(entrant),
                tally.leftOut(metric),
                values);
    }

    /** Whether this is the cell of an entrant on a model. */
    boolean isOf(ModelSource source, Entrant entrant, String asked) {
        return model.equals(source.spec())
                && weights.equals(source.weights().sha256())
                && metric.equals(asked)
                && subject.equals(entrant.subject().toString())
                && layer.equals(layer(entrant));
    }

    private static String layer(Entrant entrant) {
        return entrant.subject().fuser().isPresent() ? "" : entrant.layers().get(0);
    }

    /** The mean over images with its 95 % bootstrap interval. */
    Interval mean() {
        return Bootstrap.mean(scores());
    }

    /** By rising image number. */
    double[] scores() {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** As a line of a file. */
    Map<String, Object> line() {
        Interval mean = mean();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(MODEL, model);
        line.put(WEIGHTS, weights);
        line.put(METRIC, metric);
        line.put(SUBJECT, subject);
        line.put(LAYER, layer);
        line.put("mean", mean.value());
        line.put("interval95", List.of(mean.low(), mean.high()));
        line.put(LEFT_OUT, leftOut);
        line.put(VALUES, values);
        return line;
    }

    /** From a line of a file. */
    static StudyCell of(Map<String, Object> line) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        ((Map<?, ?>) line.get(VALUES))
                .forEach((image, value) ->
                        values.put(Integer.valueOf(image.toString()), ((Number) value).doubleValue()));
        return new StudyCell(
                line.get(MODEL).toString(),
                line.get(WEIGHTS).toString(),
                line.get(METRIC).toString(),
                line.get(SUBJECT).toString(),
                line.get(LAYER).toString(),
                ((Number) line.get(LEFT_OUT)).intValue(),
                values);
    }
}
