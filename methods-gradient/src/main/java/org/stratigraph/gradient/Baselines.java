package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/** Baselines that an activation (N, C, H, W) gives by itself. */
final class Baselines {
    private static final int ROWS = 2;
    private static final int COLUMNS = 3;
    private static final double SIGMA_BY_SIDE = 0.05;

    private Baselines() {}

    /** One number everywhere, (1, C, H, W): in the units of the activation, at the input those of the normalised image. */
    static NDArray constant(NDArray activation, float value) {
        return activation.get(new NDIndex("0:1")).zerosLike().addi(value);
    }

    /** Each image's mean of each channel, everywhere. */
    static NDArray mean(NDArray activation) {
        NDArray mean = activation.mean(new int[] {COLUMNS}, true).mean(new int[] {ROWS}, true);
        return activation.zerosLike().addi(mean);
    }

    /** A twentieth of the shorter side, 11 pixels of 224: nothing that would name a class is left. */
    static double standardSigma(NDArray activation) {
        return SIGMA_BY_SIDE
                * Math.min(
                        activation.getShape().get(ROWS), activation.getShape().get(COLUMNS));
    }

    /** Each channel under a Gaussian, edges going on as they end. */
    static NDArray blur(NDArray activation, double sigma) {
        Tensor sharp = Torch.toHeap(activation);
        Tensor blurred = GaussianBlur.of(sharp, sigma);
        return activation.zerosLike().addi(Torch.like(activation, blurred));
    }
}
