package org.stratigraph.core.control;

import org.stratigraph.core.image.Tensor;

/**
 * How steep the image is at every pixel: Sobel's operator on the mean of the channels, borders repeated. Immutable.
 *
 * <p>Adebayo et al. (2018) found that some methods' maps are hard to tell from it.
 */
public final class EdgeDetector extends Control {
    @Override
    float[] draw(Tensor image) {
        int height = image.dimension(1);
        int width = image.dimension(2);
        float[] grey = grey(image);
        float[] edges = new float[grey.length];
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int here = y * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - 1);
                int right = Math.min(width - 1, x + 1);
                float across = grey[above + right]
                        + 2 * grey[here + right]
                        + grey[below + right]
                        - grey[above + left]
                        - 2 * grey[here + left]
                        - grey[below + left];
                float down = grey[below + left]
                        + 2 * grey[below + x]
                        + grey[below + right]
                        - grey[above + left]
                        - 2 * grey[above + x]
                        - grey[above + right];
                edges[here + x] = (float) Math.hypot(across, down);
            }
        }
        return edges;
    }

    private static float[] grey(Tensor image) {
        int channels = image.dimension(0);
        float[] samples = image.toArray();
        float[] grey = new float[samples.length / channels];
        for (int i = 0; i < samples.length; i++) {
            grey[i % grey.length] += samples[i] / channels;
        }
        return grey;
    }
}
