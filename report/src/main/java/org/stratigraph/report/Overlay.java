package org.stratigraph.report;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;

/**
 * A layer's map over the picture it explains: the map upsampled bilinearly, red for and blue against the class, full colour
 * at the scale; the picture pale and grey beneath.
 *
 * @param image what the network saw
 * @param map the layer's signed map
 * @param scale the absolute score that gets full colour: the 99.5th percentile, so that single pixels do not pale the rest
 */
public record Overlay(RgbImage image, LayerMap map, float scale) {
    private static final double ROUNDING = 1e-5;
    private static final double SHARE_BELOW_SCALE = 0.995;
    /** How much of the picture's contrast stays under the map. */
    private static final double CONTRAST = 0.55;

    /** Chooses the scale from the map itself. */
    public static Overlay of(RgbImage image, LayerMap map) {
        float[] sizes = map.values();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        Arrays.sort(sizes);
        float percentile = sizes[(int) Math.ceil(SHARE_BELOW_SCALE * (sizes.length - 1))];
        return new Overlay(image, map, percentile > 0 ? percentile : sizes[sizes.length - 1]);
    }

    /** Whether there is nothing to see: a map of zeros. */
    public boolean blank() {
        return scale == 0;
    }

    /** Whether the map prefers no place: its scores differ by rounding at most. */
    public boolean uniform() {
        float[] scores = map.values();
        Arrays.sort(scores);
        return scores[scores.length - 1] - scores[0] <= ROUNDING * scale;
    }

    /** The picture, of the image's size. */
    public BufferedImage draw() {
        SaliencyMap scores = map.upsample(image.height(), image.width());
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                double score = blank() ? 0 : scores.at(y, x) / scale;
                picture.setRGB(x, y, SignedColour.over(paleGrey(y, x), score));
            }
        }
        return picture;
    }

    private int paleGrey(int y, int x) {
        // luma of ITU-R BT.601, as PIL's convert("L") weighs the channels
        double luma = 0.299 * image.sample(y, x, 0) + 0.587 * image.sample(y, x, 1) + 0.114 * image.sample(y, x, 2);
        return (int) Math.round(255 - CONTRAST * (255 - luma));
    }
}
