package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;

/**
 * How a CAM weighs a layer's activation A by the target's gradient g there; the weighted activation, summed over channels, is
 * its map. The constants are those of the methods' public code.
 */
enum Combination {
    /** The mean of g over positions (Selvaraju et al., 2017, eq. 1 and 2). */
    GRAD_CAM {
        @Override
        NDArray weights(NDArray activation, NDArray gradient) {
            return mean(gradient);
        }
    },
    /** The sum of relu(g) alpha over positions (Chattopadhay et al., 2018, eq. 19). */
    GRAD_CAM_PLUS_PLUS {
        @Override
        NDArray weights(NDArray activation, NDArray gradient) {
            NDArray square = gradient.mul(gradient);
            NDArray cube = square.mul(gradient);
            NDArray alpha =
                    square.div(square.mul(2).addi(sum(activation).mul(cube)).addi(1e-6)); // 0 where g is
            return sum(gradient.maximum(0).muli(alpha));
        }
    },
    /** The sum of g A over the sum of A (Fu et al., 2020, eq. 8). */
    XGRAD_CAM {
        @Override
        NDArray weights(NDArray activation, NDArray gradient) {
            return sum(gradient.mul(activation).divi(sum(activation).addi(1e-7)));
        }
    },
    /** relu(g), position by position (Jiang et al., 2021, eq. 6). */
    LAYER_CAM {
        @Override
        NDArray weights(NDArray activation, NDArray gradient) {
            return gradient.maximum(0);
        }
    },
    /** g, position by position (Draelos and Carin, 2020, eq. 4). */
    HIRES_CAM {
        @Override
        NDArray weights(NDArray activation, NDArray gradient) {
            return gradient;
        }
    };

    private static final int[] ROWS = {2};
    private static final int[] COLUMNS = {3};

    /** From (N, C, h, w) twice to one weight per channel, (N, C, 1, 1), or per position, (N, C, h, w). */
    abstract NDArray weights(NDArray activation, NDArray gradient);

    /** The weighted activation, (N, C, h, w). */
    NDArray of(NDArray activation, NDArray gradient) {
        return activation.mul(weights(activation, gradient));
    }

    /** Over positions, (N, C, 1, 1). */
    static NDArray sum(NDArray array) {
        return array.sum(COLUMNS, true).sum(ROWS, true);
    }

    static NDArray mean(NDArray array) {
        return array.mean(COLUMNS, true).mean(ROWS, true);
    }
}
