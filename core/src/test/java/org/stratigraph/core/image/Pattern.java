package org.stratigraph.core.image;

/** A picture by formula, which Python computes as easily: the sample at (y, x) is (7 x + 13 y + 29 channel) mod 256. */
final class Pattern {
    private Pattern() {}

    static RgbImage of(int width, int height) {
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i / 3;
            samples[i] = (byte) (7 * (pixel % width) + 13 * (pixel / width) + 29 * (i % 3));
        }
        return new RgbImage(width, height, samples);
    }
}
