package org.stratigraph.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.image.Tensor;

/** Forward and gradient against loops over all windows. */
class MaxPoolTest {
    private static final int PLANES = 2 * 3;
    private static final int HEIGHT = 8;
    private static final int WIDTH = 7;

    @ParameterizedTest(name = "{0}: kernel {1}, stride {2}, padding {3}, ceil {4}")
    @CsvSource({
        "CHANNELS_LAST, 2, 2, 0, false",
        "CHANNELS_LAST, 2, 2, 0, true",
        "CHANNELS_LAST, 3, 2, 1, false",
        "CHANNELS_LAST, 3, 2, 0, true",
        "CHANNELS_LAST, 3, 1, 1, false",
        "CHANNELS_FIRST, 3, 2, 1, false",
        "CHANNELS_FIRST, 3, 2, 0, true",
        "CHANNELS_FIRST, 3, 3, 1, true"
    })
    void forward_and_gradient_are_those_of_a_slow_loop(
            Layout layout, int kernel, int stride, int padding, boolean ceil) {
        // Whole numbers from -2 to 2, so that most windows have ties.
        float[] values = Noise.tensor(1, PLANES * HEIGHT * WIDTH).toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i]);
        }
        Window window = new Window(kernel, stride, padding);

        Differentiated got =
                Differentiated.of(layout, arrays -> new MaxPool(window, ceil), Tensor.of(values, 2, 3, HEIGHT, WIDTH));

        SlowWindows windows = new SlowWindows(HEIGHT, WIDTH, window, 1, ceil);
        assertThat(got.shape()).containsExactly(2, 3, windows.outHeight(), windows.outWidth());
        int[] winners = winners(windows, values);
        double[] largest = Arrays.stream(winners).mapToDouble(at -> values[at]).toArray();
        double[] gradient = new double[values.length];
        for (int i = 0; i < winners.length; i++) {
            gradient[winners[i]] += got.cotangent()[i];
        }
        assertThat(got.output()).containsExactly(largest);
        assertThat(got.gradients().get(0)).containsExactly(gradient, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void of_equal_values_the_first_in_row_major_order_gets_the_gradient(Layout layout) {
        Tensor flat = Tensor.of(new float[32], 1, 2, 4, 4);
        Differentiated got = Differentiated.counted(layout, arrays -> new MaxPool(new Window(2, 2, 0), false), flat);
        double[] plane = {1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0};
        double[] expected = Arrays.copyOf(plane, 32);
        System.arraycopy(plane, 0, expected, 16, 16);
        assertThat(got.gradients().get(0)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void overlapping_windows_that_share_a_maximum_add_their_gradients(Layout layout) {
        float[] values = new float[9];
        values[4] = 1; // the centre wins all four windows
        Differentiated got = Differentiated.counted(
                layout, arrays -> new MaxPool(new Window(2, 1, 0), false), Tensor.of(values, 1, 1, 3, 3));
        assertThat(got.gradients().get(0)).containsExactly(0, 0, 0, 0, 4, 0, 0, 0, 0);
    }

    /** For every output the place of the first largest input. */
    private static int[] winners(SlowWindows windows, float[] values) {
        int out = windows.outHeight() * windows.outWidth();
        int[] winners = new int[PLANES * out];
        Arrays.fill(winners, -1);
        for (int plane = 0; plane < PLANES; plane++) {
            int in = plane * HEIGHT * WIDTH;
            int start = plane * out;
            windows.forEach((y, x, inY, inX, ky, kx) -> {
                int to = start + y * windows.outWidth() + x;
                int from = in + inY * WIDTH + inX;
                if (winners[to] < 0 || values[from] > values[winners[to]]) {
                    winners[to] = from;
                }
            });
        }
        return winners;
    }
}
