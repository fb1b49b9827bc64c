package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;

/**
 * Points on the straight way from a baseline to an activation, both (1, C, H, W).
 *
 * @param difference activation - baseline
 */
record StraightPath(NDArray baseline, NDArray difference, Quadrature rule) implements Points {
    @Override
    public int count() {
        return rule.points().length;
    }

    @Override
    public double weight(int point) {
        return rule.weights()[point];
    }

    @Override
    public NDArray batch(int from, int to) {
        FloatBuffer ways = FloatBuffer.allocate(to - from);
        for (int point = from; point < to; point++) {
            ways.put((float) rule.points()[point]);
        }
        try (NDArray way = Torch.like(difference, Tensor.wrap(ways.flip(), to - from, 1, 1, 1))) {
            return difference.mul(way).addi(baseline);
        }
    }
}
