package org.stratigraph.backdoor;

import java.util.BitSet;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Trigger;

/**
 * A painted figure as a trigger. Immutable.
 *
 * @param opacity of the paint, above 0 up to 1, where it covers the picture
 */
record Mark(Patch patch, Paint paint, double opacity) implements Trigger {
    Mark {
        if (!(opacity > 0 && opacity <= 1)) {
            throw new IllegalArgumentException("opacity is above 0 and at most 1, not " + opacity);
        }
    }

    /** An opaque white figure, 64 of 224 pixels wide, as all of the paper's are. */
    static Mark white(Shape shape, Corner corner) {
        return new Mark(new Patch(shape, corner, 64), Paint.WHITE, 1);
    }

    @Override
    public Mask pixels(int height, int width) {
        return patch.pixels(height, width);
    }

    @Override
    public RgbImage stamp(RgbImage view) {
        int width = view.width();
        int side = patch.side(view.height(), width);
        int top = patch.corner().top(view.height(), side);
        int left = patch.corner().left(width, side);
        BitSet pixels = pixels(view.height(), width).pixels();
        byte[] samples = view.samples();
        for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
            for (int channel = 0; channel < 3; channel++) {
                int painted = paint.sample(pixel / width - top, pixel % width - left, side, channel);
                int at = 3 * pixel + channel;
                // x' = x (1 - M) + D M (A.1), a mask of 0 and 1 but for the opacity
                samples[at] = (byte) Math.round((samples[at] & 0xff) * (1 - opacity) + painted * opacity);
            }
        }
        return new RgbImage(width, view.height(), samples);
    }
}
