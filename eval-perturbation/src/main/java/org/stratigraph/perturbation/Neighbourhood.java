package org.stratigraph.perturbation;

/**
 * A picture's pixels with their eight neighbours, each of a weight: 1/6 beside, above and below, 1/12 at the corners, as in
 * ROAD (Rong et al. 2022). One channel is an array with a margin of zeros, so that every pixel has eight. Immutable.
 */
final class Neighbourhood {
    private static final double BESIDE = 1.0 / 6;
    private static final double CORNER = 1.0 / 12;

    private final int width;
    private final int stride;
    private final double[] weights; // of the neighbours that lie in the picture, summed

    Neighbourhood(int height, int width) {
        this.width = width;
        this.stride = width + 2;
        double[] inside = new double[(height + 2) * stride];
        for (int pixel = 0; pixel < height * width; pixel++) {
            inside[place(pixel)] = 1;
        }
        this.weights = new double[inside.length];
        for (int pixel = 0; pixel < height * width; pixel++) {
            weights[place(pixel)] = sum(inside, place(pixel));
        }
    }

    /** How long an array of a channel is. */
    int size() {
        return weights.length;
    }

    /** Where an array has the pixel of a place in row-major order. */
    int place(int pixel) {
        return (pixel / width + 1) * stride + pixel % width + 1;
    }

    /** The place in row-major order of what an array has there. */
    int pixel(int place) {
        return (place / stride - 1) * width + place % stride - 1;
    }

    /** How far a pixel lies above its neighbours' mean, times the weight of those that there are. */
    double excess(double[] values, int place) {
        return weights[place] * values[place] - sum(values, place);
    }

    private double sum(double[] values, int place) {
        int above = place - stride;
        int below = place + stride;
        return BESIDE * (values[place - 1] + values[place + 1] + values[above] + values[below])
                + CORNER * (values[above - 1] + values[above + 1] + values[below - 1] + values[below + 1]);
    }
}
