package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;

/**
 * How a CAM puts a layer's activation A and the target's gradient g there together; the sum over channels is its map. The
 * constants are those of the methods' public code.
 */
enum Combination {
    /** A times the mean of g over positions (Selvaraju et al., 2017, eq. 1 and 2). */
    GRAD_CAM {
        @Override
        NDArray of(NDArray activation, NDArray gradient) {
            return activation.mul(mean(gradient));
        }
    },
    /** A times the sum of relu(g) alpha over positions (Chattopadhay et al., 2018, eq. 19). */
    GRAD_CAM_PLUS_PLUS {
        @Override
        NDArray of(NDArray activation, NDArray gradient) {
            NDArray square = gradient.mul(gradient);
            NDArray cube = square.mul(gradient);
            NDArray alpha =
                    square.div(square.mul(2).addi(sum(activation).mul(cube)).addi(1e-6)); // 0 where g is
            return activation.mul(sum(gradient.maximum(0).muli(alpha)));
        }
    },
    /** A times the sum of g A over the sum of A (Fu et al., 2020, eq. 8). */
    XGRAD_CAM {
        @Override
        NDArray of(NDArray activation, NDArray gradient) {
            return activation.mul(
                    sum(gradient.mul(activation).divi(sum(activation).addi(1e-7))));
        }
    },
    /** A times relu(g), position by position (Jiang et al., 2021, eq. 6). */
    LAYER_CAM {
        @Override
        NDArray of(NDArray activation, NDArray gradient) {
            return activation.mul(gradient.maximum(0));
        }
    },
    /** A times g, position by position (Draelos and Carin, 2020, eq. 4). */
    HIRES_CAM {
        @Override
        NDArray of(NDArray activation, NDArray gradient) {
            return activation.mul(gradient);
        }
    };

    private static final int[] ROWS = {2};
    private static final int[] COLUMNS = {3};

    /** From (N, C, h, w) twice to (N, C, h, w). */
    abstract NDArray of(NDArray activation, NDArray gradient);

    /** Over positions, (N, C, 1, 1). */
    static NDArray sum(NDArray array) {
        return array.sum(COLUMNS, true).sum(ROWS, true);
    }

    static NDArray mean(NDArray array) {
        return array.mean(COLUMNS, true).mean(ROWS, true);
    }
}
