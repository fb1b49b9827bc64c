package org.stratigraph.zoo.data;

import java.util.BitSet;
import java.util.List;

/**
 * An outline of polygons: the pixels whose centres lie in at least one of them, by the even-odd rule within each. A centre on
 * an edge belongs to what lies right of it or below, so that polygons that meet share no pixel. Immutable.
 *
 * @param polygons the corners x, y, x, y ... of each, at least three of them, in pixels from the picture's upper left corner;
 *     not copied: they are many
 */
record Polygons(List<float[]> polygons) implements Outline {
    private static final int LEAST = 6;

    Polygons {
        polygons = List.copyOf(polygons);
        for (float[] corners : polygons) {
            check(corners);
        }
    }

    private static void check(float[] corners) {
        if (corners.length < LEAST || corners.length % 2 != 0) {
            throw new IllegalArgumentException("a polygon takes an x and a y for each of at least three corners, not "
                    + corners.length + " numbers");
        }
        for (float number : corners) {
            if (!(Math.abs(number) < DrawnObject.FURTHEST)) { // refuses NaN as well
                throw new IllegalArgumentException("a polygon's corner at " + number + " is no place in a picture");
            }
        }
    }

    @Override
    public BitSet pixels(int width, int height) {
        BitSet pixels = new BitSet();
        for (float[] corners : polygons) {
            fill(crossings(corners, width, height), width, pixels);
        }
        return pixels;
    }

    /** In each row, the pixels from which on one has crossed an edge more, or less, than before. */
    private static BitSet crossings(float[] corners, int width, int height) {
        BitSet crossings = new BitSet();
        int last = corners.length - 2;
        cross(corners[last], corners[last + 1], corners[0], corners[1], width, height, crossings);
        for (int at = 0; at < last; at += 2) {
            cross(corners[at], corners[at + 1], corners[at + 2], corners[at + 3], width, height, crossings);
        }
        return crossings;
    }

    private static void cross(double xa, double ya, double xb, double yb, int width, int height, BitSet crossings) {
        int bottom = Math.min(height, firstCentre(Math.max(ya, yb)));
        for (int y = Math.max(0, firstCentre(Math.min(ya, yb))); y < bottom; y++) {
            double x = xa + (y + 0.5 - ya) * (xb - xa) / (yb - ya);
            int column = Math.max(0, firstCentre(x));
            if (column < width) {
                crossings.flip(y * width + column);
            }
        }
    }

    /** The first row or column whose centre is not before a place. */
    private static int firstCentre(double place) {
        return (int) Math.ceil(place - 0.5);
    }

    /** Sets what lies between an odd crossing and the next, or the row's end. */
    private static void fill(BitSet crossings, int width, BitSet pixels) {
        int from = crossings.nextSetBit(0);
        while (from >= 0) {
            int rowEnd = (from / width + 1) * width;
            int next = crossings.nextSetBit(from + 1);
            boolean closes = next >= 0 && next < rowEnd;
            pixels.set(from, closes ? next : rowEnd);
            from = closes ? crossings.nextSetBit(next + 1) : next;
        }
    }
}
