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

    /**
     * Rows and columns are resized one after the other, so a product of two axes stays one; numbers up to 90 round ten times
     * as coarsely.
     */
    @ParameterizedTest
    @EnumSource
    void in_two_directions_and_every_channel_in_either_layout(Interpolation by) {
        float[] values = new float[2 * 2 * 4 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane(i / 16) * FOUR[i / 4 % 4] * FOUR[i % 4];
        }
        for (Placement.Layout layout : Placement.Layout.values()) {
            Placement placement = Placement.standard().laidOut(layout);
            try (NDManager manager = Torch.open(placement)) {
                NDArray x = Torch.create(manager, Tensor.of(values, 2, 2, 4, 4), placement);
                Tensor resized = Torch.toHeap(by.resize(x, 7, 7));
                assertThat(resized.shape()).containsExactly(2, 2, 7, 7);
                float[] got = resized.toArray();
                for (int i = 0; i < got.length; i++) {
                    double expected = plane(i / 49) * torch(by)[i / 7 % 7] * torch(by)[i % 7];
                    assertThat((double) got[i])
                            .as("%s, number %d", layout, i)
                            .isCloseTo(expected, within(10 * ROUNDING));
                }
            }
        }
    }

    /** What a plane is multiplied by: 1 and -1 in the first image, 1/2 and -1/2 in the second. */
    private static float plane(int plane) {
        return (plane % 2 == 0 ? 1 : -1) / (float) (1 + plane / 2);
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
