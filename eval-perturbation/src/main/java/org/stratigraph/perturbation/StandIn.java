package org.stratigraph.perturbation;

import org.stratigraph.core.image.Tensor;

/** Takes the place of each removed pixel from another picture, the same one however many are removed. */
final class StandIn implements Eraser {
    private final int[] shape;
    private final float[] running; // the picture so far, so that a step costs what it removes
    private final float[] other;
    private final int pixels;

    /** @param other (C, H, W) as the picture, row-major */
    StandIn(Tensor picture, float[] other) {
        this.shape = picture.shape();
        this.running = picture.toArray();
        this.other = other;
        this.pixels = shape[1] * shape[2];
    }

    @Override
    public void remove(int[] order, int from, int to) {
        for (int channel = 0; channel < running.length; channel += pixels) {
            for (int rank = from; rank < to; rank++) {
                int at = channel + order[rank];
                running[at] = other[at];
            }
        }
    }

    @Override
    public Tensor picture() {
        return Tensor.of(running, shape);
    }
}
