package org.stratigraph.core.op;

import ai.djl.ndarray.types.Shape;

/**
 * A sliding window's geometry, the same vertically and horizontally. Immutable.
 *
 * @param kernel side length, at least 1
 * @param stride step, at least 1
 * @param padding zeros (or for max-pooling, nothing) around the border, at least 0
 */
public record Window(int kernel, int stride, int padding) {
    public Window {
        if (kernel < 1 || stride < 1 || padding < 0) {
            throw new IllegalArgumentException(
                    "a window of kernel " + kernel + ", stride " + stride + ", padding " + padding + " is none");
        }
    }

    Shape kernelShape() {
        return new Shape(kernel, kernel);
    }

    Shape strideShape() {
        return new Shape(stride, stride);
    }

    Shape paddingShape() {
        return new Shape(padding, padding);
    }

    @Override
    public String toString() {
        return kernel + " x " + kernel + (stride > 1 ? ", stride " + stride : "");
    }
}
