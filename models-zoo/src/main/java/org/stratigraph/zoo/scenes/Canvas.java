package org.stratigraph.zoo.scenes;

/** A square picture while it is being painted: three numbers a pixel, 0 ... 1. */
final class Canvas {
    private final int side;
    private final float[] samples;

    Canvas(int side) {
        this.side = side;
        this.samples = new float[3 * side * side];
    }

    int side() {
        return side;
    }

    void set(int column, int row, Rgb colour) {
        int at = 3 * (row * side + column);
        samples[at] = (float) colour.red();
        samples[at + 1] = (float) colour.green();
        samples[at + 2] = (float) colour.blue();
    }

    /** Lays a colour over a pixel; cover 1 hides what was there. */
    void blend(int column, int row, Rgb colour, double cover) {
        int at = 3 * (row * side + column);
        samples[at] += (float) ((colour.red() - samples[at]) * cover);
        samples[at + 1] += (float) ((colour.green() - samples[at + 1]) * cover);
        samples[at + 2] += (float) ((colour.blue() - samples[at + 2]) * cover);
    }

    /** One number; channel 0 is red, 1 green, 2 blue. */
    float sample(int column, int row, int channel) {
        return samples[3 * (row * side + column) + channel];
    }
}
