package org.stratigraph.core.image;

/**
 * Antialiased bilinear resizing of 8-bit pictures, with the very bytes of {@code image.resize(size, BILINEAR)} in
 * Python's Pillow up to 11.3: every row is resized and rounded to 8 bits, then every column.
 *
 * <p>Pillow 13 begins with the columns where the height shrinks much more than the width (a portrait beyond 2:1, say):
 * there about a fifth of its samples differ from these by one.
 */
public final class PillowResize {
    private PillowResize() {}

    /** Resizes a picture, larger or smaller. */
    public static RgbImage bilinear(RgbImage image, int toHeight, int toWidth) {
        if (toHeight < 1 || toWidth < 1) {
            throw new IllegalArgumentException(
                    "cannot resize to " + toWidth + " x " + toHeight + " pixels; both must be at least 1");
        }
        return bilinear(image, Axis.whole(image.height(), toHeight), Axis.whole(image.width(), toWidth));
    }

    /** A stretch of the resized rows and columns; nothing outside it is computed. */
    static RgbImage bilinear(RgbImage image, Axis rows, Axis columns) {
        TriangleWeights across = new TriangleWeights(columns);
        TriangleWeights down = new TriangleWeights(rows);
        byte[] narrowed = resizeRows(image, down.first(), down.end(), across, columns.count());
        byte[] resized = resizeColumns(narrowed, 3 * columns.count(), down, rows.count());
        return new RgbImage(columns.count(), rows.count(), resized);
    }

    /** (end - first, width) -> (end - first, count), three samples each. */
    private static byte[] resizeRows(RgbImage image, int first, int end, TriangleWeights across, int count) {
        byte[] narrowed = new byte[Math.multiplyExact(3 * count, end - first)];
        int to = 0;
        for (int y = first; y < end; y++) {
            for (int x = 0; x < count; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    narrowed[to++] = mix(image, y, channel, across.start(x), across.of(x));
                }
            }
        }
        return narrowed;
    }

    private static byte mix(RgbImage image, int y, int channel, int start, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += image.sample(y, start + i, channel) * weights[i];
        }
        return TriangleWeights.sample(sum);
    }

    /** (end - first, stride) -> (count, stride); the first row given is the first that is mixed. */
    private static byte[] resizeColumns(byte[] narrowed, int stride, TriangleWeights down, int count) {
        byte[] resized = new byte[Math.multiplyExact(stride, count)];
        for (int y = 0; y < count; y++) {
            int from = (down.start(y) - down.first()) * stride;
            for (int x = 0; x < stride; x++) {
                resized[y * stride + x] = mix(narrowed, from + x, stride, down.of(y));
            }
        }
        return resized;
    }

    private static byte mix(byte[] samples, int from, int stride, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (samples[from + i * stride] & 0xff) * weights[i];
        }
        return TriangleWeights.sample(sum);
    }
}
