package org.stratigraph.cam;

import org.stratigraph.core.image.Bilinear;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.View;

/** How a raw map becomes a picture of the input's size. */
enum Finish {
    /** The CAM family's: the positive part at the layer's size, upsampled. */
    RELU_UP {
        @Override
        float[] of(LayerMap map, int height, int width) {
            return View.POSITIVE.of(map).upsample(height, width).values();
        }
    },
    /** TIF's (section 5): upsampled, then the positive part. */
    UP_RELU {
        @Override
        float[] of(LayerMap map, int height, int width) {
            return map.upsample(height, width).positivePart().values();
        }
    },
    /** pytorch-grad-cam's, which we do not offer: the positive part stretched to 0 ... 1 before and after it is upsampled. */
    POPULAR {
        @Override
        float[] of(LayerMap map, int height, int width) {
            float[] small = stretched(View.POSITIVE.of(map).values());
            return stretched(Bilinear.resize(small, map.height(), map.width(), height, width));
        }
    };

    private static final double EPSILON = 1e-7; // pytorch-grad-cam's

    abstract float[] of(LayerMap map, int height, int width);

    /** pytorch-grad-cam's stretch to 0 ... 1: the highest ends a little below 1. */
    static float[] stretched(float[] values) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        float[] stretched = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            stretched[i] = (float) ((values[i] - lowest) / (highest - lowest + EPSILON));
        }
        return stretched;
    }
}
