package org.stratigraph.core.image;

/**
 * Bilinear resizing of a map, half-pixel centres, borders clamped: torch's {@code interpolate(mode="bilinear",
 * align_corners=False)} without antialiasing.
 */
public final class Bilinear {
    private Bilinear() {}

    /** Resizes row-major values of (height, width) to (toHeight, toWidth). */
    public static float[] resize(float[] values, int height, int width, int toHeight, int toWidth) {
        if (height == toHeight && width == toWidth) {
            return values.clone();
        }
        Taps rows = Taps.of(height, toHeight);
        Taps columns = Taps.of(width, toWidth);
        float[] resized = new float[toHeight * toWidth];
        for (int y = 0; y < toHeight; y++) {
            int above = rows.low[y] * width;
            int below = rows.high[y] * width;
            double down = rows.weight[y];
            for (int x = 0; x < toWidth; x++) {
                int left = columns.low[x];
                int right = columns.high[x];
                double across = columns.weight[x];
                double upper = values[above + left] * (1 - across) + values[above + right] * across;
                double lower = values[below + left] * (1 - across) + values[below + right] * across;
                resized[y * toWidth + x] = (float) (upper * (1 - down) + lower * down);
            }
        }
        return resized;
    }

    /** For every target position the two source positions around it and the weight of the second. */
    private record Taps(int[] low, int[] high, double[] weight) {
        static Taps of(int from, int to) {
            int[] low = new int[to];
            int[] high = new int[to];
            double[] weight = new double[to];
            double scale = (double) from / to;
            for (int i = 0; i < to; i++) {
                double source = Math.max(0, (i + 0.5) * scale - 0.5); // half-pixel centres, clamped at the border
                low[i] = Math.min((int) source, from - 1);
                high[i] = Math.min(low[i] + 1, from - 1);
                weight[i] = source - low[i];
            }
            return new Taps(low, high, weight);
        }
    }
}
