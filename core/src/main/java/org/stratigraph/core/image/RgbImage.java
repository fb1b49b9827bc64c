package org.stratigraph.core.image;

/**
 * An 8-bit RGB picture, row-major, three bytes a pixel. Immutable.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param samples red, green, blue (0 ... 255 as unsigned bytes) of the pixel at row y and column x, from index
 *     {@code 3 * (y * width + x)}; copied in and out
 */
public record RgbImage(int width, int height, byte[] samples) {
    public RgbImage {
        if (width < 1 || height < 1 || samples.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    width + " x " + height + " pixels do not take " + samples.length + " samples");
        }
        samples = samples.clone();
    }

    @Override
    public byte[] samples() {
        return samples.clone();
    }

    /** One sample, 0 ... 255; channel 0 is red, 1 green, 2 blue. */
    public int sample(int y, int x, int channel) {
        return samples[3 * (y * width + x) + channel] & 0xff;
    }
}
