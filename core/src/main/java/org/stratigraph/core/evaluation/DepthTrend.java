package org.stratigraph.core.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** Whether a score rises or falls with the depth of the layer (the paper, Figure 4). */
public final class DepthTrend {
    private DepthTrend() {}

    /**
     * Spearman's correlation of the layer's place and the mean score there, with the bootstrap interval over images.
     *
     * @param scores for each layer, from the input upward, one score per image, the same images in the same order
     * @throws IllegalArgumentException if layers have scores of different numbers of images
     */
    public static Interval of(List<double[]> scores) {
        int images = scores.get(0).length;
        if (scores.stream().anyMatch(layer -> layer.length != images)) {
            throw new IllegalArgumentException("every layer needs the scores of the same images");
        }
        double[] places = IntStream.range(0, scores.size()).asDoubleStream().toArray();
        return Bootstrap.of(images, drawn -> Spearman.correlation(places, means(scores, drawn)));
    }

    private static double[] means(List<double[]> scores, int[] drawn) {
        return scores.stream()
                .mapToDouble(
                        layer -> IntStream.of(drawn).mapToDouble(i -> layer[i]).sum() / drawn.length)
                .toArray();
    }
}
