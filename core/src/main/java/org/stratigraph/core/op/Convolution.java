package org.stratigraph.core.op;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.stratigraph.core.engine.Torch;

/**
 * A two-dimensional convolution (torch's {@code Conv2d}), zero-padded.
 *
 * @param weight (outputs, inputs / groups, kernel, kernel)
 * @param bias (outputs)
 * @param window kernel, stride and padding
 * @param dilation step between the taps of the kernel
 * @param groups how many parts the channels fall into
 */
public record Convolution(NDArray weight, Optional<NDArray> bias, Window window, int dilation, int groups)
        implements Op {
    public Convolution {
        Shape shape = weight.getShape();
        if (shape.dimension() != 4 || shape.get(2) != window.kernel() || shape.get(3) != window.kernel()) {
            throw new IllegalArgumentException("a convolution of " + window + " cannot have weights of " + shape);
        }
        if (dilation < 1 || groups < 1 || shape.get(0) % groups != 0) {
            throw new IllegalArgumentException(
                    "dilation " + dilation + " or groups " + groups + " do not fit weights of " + shape);
        }
    }

    @Override
    public NDArray forward(NDList inputs) {
        return Torch.convolution(
                inputs.singletonOrThrow(),
                weight,
                bias.orElse(null), // DJL's way to say "no bias"
                window.strideShape(),
                window.paddingShape(),
                new Shape(dilation, dilation),
                groups);
    }

    @Override
    public NDList parameters() {
        NDList parameters = new NDList(weight);
        bias.ifPresent(parameters::add);
        return parameters;
    }

    @Override
    public Op with(NDList parameters) {
        return new Convolution(parameters.get(0), bias.map(any -> parameters.get(1)), window, dilation, groups);
    }

    @Override
    public String kind() {
        return "convolution " + window
                + (dilation > 1 ? ", dilation " + dilation : "")
                + (groups > 1 ? ", groups " + groups : "");
    }
}
