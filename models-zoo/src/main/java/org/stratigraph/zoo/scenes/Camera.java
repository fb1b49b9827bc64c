package org.stratigraph.zoo.scenes;

import org.stratigraph.core.image.RgbImage;

/**
 * Turns a canvas into a picture under a light that varies a little: exposure, a tilt of it, contrast and grain.
 *
 * @param exposure brightness in the middle of the picture
 * @param tiltAcross change of brightness from the left border to the right one
 * @param tiltDown change of brightness from the upper border to the lower one
 * @param contrast stretch around middle grey
 * @param grain greatest deviation of a sample, of 255
 * @param dice source of the grain
 */
record Camera(double exposure, double tiltAcross, double tiltDown, double contrast, double grain, Dice dice) {
    static Camera draw(Dice dice) {
        return new Camera(
                dice.between(0.88, 1.08),
                dice.between(-0.2, 0.2),
                dice.between(-0.2, 0.2),
                dice.between(0.85, 1.1),
                dice.between(2, 10),
                dice);
    }

    RgbImage take(Canvas canvas) {
        int side = canvas.side();
        byte[] samples = new byte[3 * side * side];
        double offset = 127.5 * (1 - contrast);
        for (int row = 0, at = 0; row < side; row++) {
            for (int column = 0; column < side; column++, at += 3) {
                double gain = 255 * contrast * light(column, row, side);
                int noise = (int) (dice.bits() >>> 32);
                samples[at] = develop(offset + gain * canvas.sample(column, row, 0), noise);
                samples[at + 1] = develop(offset + gain * canvas.sample(column, row, 1), noise >>> 10);
                samples[at + 2] = develop(offset + gain * canvas.sample(column, row, 2), noise >>> 20);
            }
        }
        return new RgbImage(side, side, samples);
    }

    private double light(int column, int row, int side) {
        return exposure + (tiltAcross * (column - side / 2) + tiltDown * (row - side / 2)) / side;
    }

    /** Adds the grain and rounds. */
    private byte develop(double value, int noise) {
        // The sum of two uniform numbers has a triangular distribution: close to a bell, and bounded.
        int deviation = (noise & 31) + (noise >>> 5 & 31) - 31;
        int level = (int) (value + grain / 31 * deviation + 0.5);
        return (byte) Math.max(0, Math.min(255, level));
    }
}
