package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Progress;
import org.stratigraph.core.spi.Request;

/**
 * A layer's channels, scored by a pass each, in batches that fit into the memory. Immutable.
 *
 * @param rows how many make a batch
 * @param images how many images there are, for the progress
 */
record Channels(String layer, int rows, int images, Progress progress) {
    // More rows at once are no faster on a CPU, and fall out of its caches.
    private static final int MOST_ROWS = 32;
    private static final int[] POSITIONS = {1};

    /** Scores some channels. */
    interface Scoring {
        /** One score per channel. */
        double[] of(int[] channels);
    }

    /**
     * Channels of a layer.
     *
     * @param entry where the rows that are made of them enter the network
     */
    static Channels of(Network network, Request request, String layer, String entry) {
        int[] image = request.images().slice(0).shape();
        long row = network.footprint(image).bytesFrom(entry);
        int rows = Math.min(MOST_ROWS, request.memoryOn(network).rows(row));
        return new Channels(layer, rows, request.targets().size(), request.progress());
    }

    /**
     * The score of every channel.
     *
     * @param activation (1, C, h, w)
     * @param image its number
     * @param live the channels that need a pass; the others get 0
     */
    double[] scored(NDArray activation, int image, int[] live, Scoring scoring) {
        double[] scores = new double[(int) activation.getShape().get(1)];
        for (int from = 0; from < live.length; from += rows) {
            int[] some = Arrays.copyOfRange(live, from, Math.min(from + rows, live.length));
            double[] found = scoring.of(some);
            for (int i = 0; i < some.length; i++) {
                scores[some[i]] = found[i];
            }
            progress.passes(layer, image * live.length + from + some.length, images * live.length);
        }
        return scores;
    }

    /** The channels of (1, C, h, w) that differ between positions. */
    static int[] varied(NDArray activation) {
        return chosen(activation, (lowest, highest) -> lowest != highest);
    }

    /** The channels of (1, C, h, w) that are not zero everywhere. */
    static int[] present(NDArray activation) {
        return chosen(activation, (lowest, highest) -> lowest != 0 || highest != 0);
    }

    private interface Range {
        boolean chosen(float lowest, float highest);
    }

    private static int[] chosen(NDArray activation, Range range) {
        long channels = activation.getShape().get(1);
        try (NDArray flat = activation.reshape(channels, -1);
                NDArray highest = flat.max(POSITIONS);
                NDArray lowest = flat.min(POSITIONS)) {
            float[] above = Torch.toFloats(highest);
            float[] below = Torch.toFloats(lowest);
            return IntStream.range(0, above.length)
                    .filter(channel -> range.chosen(below[channel], above[channel]))
                    .toArray();
        }
    }

    /** A layer's channels (1, C, h, w), each times its weight. */
    static NDArray weighted(NDArray activation, double[] weights) {
        float[] narrow = new float[weights.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (float) weights[i];
        }
        try (NDArray factors = Torch.like(activation, Tensor.of(narrow, 1, narrow.length, 1, 1))) {
            return activation.mul(factors);
        }
    }
}
