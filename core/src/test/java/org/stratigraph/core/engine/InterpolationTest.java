package org.stratigraph.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.image.Tensor;

/** Against torch 2.15's {@code interpolate}, run on the same four numbers. */
class InterpolationTest {
    private static final float[] FOUR = {0, 1, 4, 9};
    private static final double ROUNDING = 1e-5;

    private static double[] torch(Interpolation by) {
        return switch (by) {
            case NEAREST -> new double[] {0, 0, 1, 1, 4, 4, 9};
            case BILINEAR -> new double[] {0, 0.3571429, 0.9285715, 2.5000005, 4.3571439, 7.2142868, 9};
            case BILINEAR_CORNERS -> new double[] {0, 0.5, 1, 2.5, 4, 6.5, 9};
            case BICUBIC -> new double[] {-0.0992165, 0.1562487, 0.8042082, 2.1250005, 4.4246578, 7.4807754, 9.4960823};
        };
    }

    @ParameterizedTest
    @EnumSource
    void along_a_row(Interpolation by) {
        assertClose(resized(by, 1, 4, 1, 7), torch(by));
    }

    @ParameterizedTest
    @EnumSource
    void down_a_column(Interpolation by) {
        assertClose(resized(by, 4, 1, 7, 1), torch(by));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_size_changes_nothing(Interpolation by) {
        assertClose(resized(by, 2, 2, 2, 2), new double[] {0, 1, 4, 9});
    }

    private static float[] resized(Interpolation by, int height, int width, int toHeight, int toWidth) {
        try (NDManager manager = Torch.open(Placement.standard())) {
            NDArray x = Torch.create(manager, Tensor.of(FOUR, 1, 1, height, width), Placement.standard());
            return Torch.toHeap(by.resize(x, toHeight, toWidth)).toArray();
        }
    }

    private static void assertClose(float[] got, double[] expected) {
        assertThat(got).hasSize(expected.length);
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i]).as("number %d", i).isCloseTo(expected[i], within(ROUNDING));
        }
    }
}
