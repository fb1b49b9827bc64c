package org.stratigraph.core.training;

import java.util.random.RandomGenerator;
import org.stratigraph.core.image.RgbImage;

/**
 * Small changes of a picture that do not change its class. Immutable.
 *
 * @param mirror whether left and right are swapped half of the time
 * @param shift the most pixels by which a picture is moved up, down and sideways; its edge is repeated
 * @param brightness the largest share by which all colours become brighter or darker, 0 ... 1
 */
public record Augmentation(boolean mirror, int shift, double brightness) {
    public Augmentation {
        if (shift < 0 || !(brightness >= 0 && brightness <= 1)) {
            throw new IllegalArgumentException("a picture is moved by at least 0 pixels and becomes brighter by 0 to 1,"
                    + " not " + shift + " and " + brightness);
        }
    }

    /** For data that never repeats. */
    public static Augmentation none() {
        return new Augmentation(false, 0, 0);
    }

    /** The picture, changed by chance. */
    RgbImage apply(RgbImage image, RandomGenerator random) {
        boolean mirrored = mirror && random.nextBoolean();
        int down = random.nextInt(-shift, shift + 1);
        int right = random.nextInt(-shift, shift + 1);
        double factor = 1 + brightness * (2 * random.nextDouble() - 1);
        if (!mirrored && down == 0 && right == 0 && factor == 1) {
            return image;
        }
        int width = image.width();
        int height = image.height();
        byte[] changed = new byte[3 * width * height];
        int at = 0;
        for (int y = 0; y < height; y++) {
            int fromY = Math.max(0, Math.min(height - 1, y - down));
            for (int x = 0; x < width; x++) {
                int shifted = Math.max(0, Math.min(width - 1, x - right));
                int fromX = mirrored ? width - 1 - shifted : shifted;
                for (int channel = 0; channel < 3; channel++) {
                    changed[at++] = (byte) Math.min(255, Math.round(factor * image.sample(fromY, fromX, channel)));
                }
            }
        }
        return new RgbImage(width, height, changed);
    }
}
