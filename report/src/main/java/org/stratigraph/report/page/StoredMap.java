package org.stratigraph.report.page;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.stratigraph.core.image.Bilinear;
import org.stratigraph.core.image.LayerMap;

/**
 * A map as the page holds it: each score a whole number of steps, of which the largest absolute score has 32767 (16 bits) or
 * 127 (8 bits). Immutable.
 *
 * @param peak the largest absolute score, a float's value
 * @param steps row-major, signed, little-endian, as base64
 */
record StoredMap(String layer, int height, int width, double peak, String steps) {

    /** Stores a map, smaller where the detail asks for that. */
    static StoredMap of(LayerMap map, Detail detail) {
        LayerMap small = halved(map, detail.halvings(map.height(), map.width()));
        float[] scores = small.values();
        double peak = peak(small);
        ByteBuffer bytes =
                ByteBuffer.allocate(scores.length * detail.bits() / Byte.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (float score : scores) {
            long steps = peak == 0 ? 0 : Math.round(score / peak * most(detail));
            if (detail.bits() == Short.SIZE) {
                bytes.putShort((short) steps);
            } else {
                bytes.put((byte) steps);
            }
        }
        String text = Base64.getEncoder().encodeToString(bytes.array());
        return new StoredMap(map.layer(), small.height(), small.width(), peak, text);
    }

    /** The map that a reader of the page sees. */
    LayerMap restored(Detail detail) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(steps)).order(ByteOrder.LITTLE_ENDIAN);
        float[] scores = new float[height * width];
        for (int i = 0; i < scores.length; i++) {
            int whole = detail.bits() == Short.SIZE ? bytes.getShort() : bytes.get();
            scores[i] = (float) (whole * peak / most(detail));
        }
        return new LayerMap(layer, height, width, scores);
    }

    /** The largest absolute score of a map, which gives it its scale. */
    static float peak(LayerMap map) {
        float peak = 0;
        for (float score : map.values()) {
            peak = Math.max(peak, Math.abs(score));
        }
        return peak;
    }

    private static LayerMap halved(LayerMap map, int halvings) {
        LayerMap half = map;
        for (int i = 0;
                i < halvings;
                i++) { // one at a time: half-pixel bilinear at half the size is the mean of two by two
            int height = Detail.halved(half.height(), 1);
            int width = Detail.halved(half.width(), 1);
            half = new LayerMap(
                    map.layer(),
                    height,
                    width,
                    Bilinear.resize(half.values(), half.height(), half.width(), height, width));
        }
        return half;
    }

    private static int most(Detail detail) {
        return (1 << detail.bits() - 1) - 1;
    }
}
