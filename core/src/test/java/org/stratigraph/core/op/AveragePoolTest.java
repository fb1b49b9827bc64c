package org.stratigraph.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.image.Tensor;

/** The three kinds of mean, forward and gradient, against loops. */
class AveragePoolTest {
    private static final int PLANES = 2 * 3;
    private static final int HEIGHT = 8;
    private static final int WIDTH = 7;
    private static final Tensor X = Noise.tensor(1, 2, 3, HEIGHT, WIDTH);

    @ParameterizedTest(name = "{0}: kernel {1}, stride {2}, padding {3}, ceil {4}, counting padding {5}")
    @CsvSource({
        "CHANNELS_LAST, 2, 2, 0, false, true",
        "CHANNELS_LAST, 3, 2, 1, false, true",
        "CHANNELS_LAST, 3, 2, 1, false, false",
        "CHANNELS_LAST, 3, 2, 1, true, true",
        "CHANNELS_LAST, 3, 2, 1, true, false",
        "CHANNELS_FIRST, 3, 2, 1, true, true",
        "CHANNELS_FIRST, 3, 1, 1, false, false"
    })
    void forward_and_gradient_are_those_of_a_slow_loop(
            Layout layout, int kernel, int stride, int padding, boolean ceil, boolean countPadding) {
        Window window = new Window(kernel, stride, padding);
        Differentiated got = Differentiated.of(layout, arrays -> new AveragePool(window, ceil, countPadding), X);

        SlowWindows windows = new SlowWindows(HEIGHT, WIDTH, window, 1, ceil);
        assertThat(got.shape()).containsExactly(2, 3, windows.outHeight(), windows.outWidth());
        double[] share = new double[windows.outHeight() * windows.outWidth()];
        if (countPadding) {
            for (int y = 0; y < windows.outHeight(); y++) {
                for (int x = 0; x < windows.outWidth(); x++) {
                    share[y * windows.outWidth() + x] = reach(window, y, HEIGHT) * reach(window, x, WIDTH);
                }
            }
        } else {
            windows.forEach((y, x, inY, inX, ky, kx) -> share[y * windows.outWidth() + x]++);
        }
        check(got, windows, share);
    }

    /** How many taps of a window lie on the input or its padding; a last window may reach beyond both. */
    private static int reach(Window window, int index, int length) {
        int start = index * window.stride() - window.padding();
        return Math.min(start + window.kernel(), length + window.padding()) - start;
    }

    private static void check(Differentiated got, SlowWindows windows, double[] size) {
        double[] mean = new double[got.output().length];
        double[] gradient = new double[X.size()];
        for (int plane = 0; plane < PLANES; plane++) {
            int in = plane * HEIGHT * WIDTH;
            int out = plane * size.length;
            windows.forEach((y, x, inY, inX, ky, kx) -> {
                int window = y * windows.outWidth() + x;
                int from = in + inY * WIDTH + inX;
                mean[out + window] += X.values().get(from) / size[window];
                gradient[from] += got.cotangent()[out + window] / size[window];
            });
        }
        assertThat(got.output()).containsExactly(mean, within(1e-12));
        assertThat(got.gradients().get(0)).containsExactly(gradient, within(1e-12));
    }

    @ParameterizedTest(name = "{0}: to {1} x {2}")
    @CsvSource({"CHANNELS_LAST, 7, 7", "CHANNELS_LAST, 3, 2", "CHANNELS_FIRST, 3, 2", "CHANNELS_LAST, 10, 9"})
    void an_adaptive_pool_takes_means_over_cells_from_the_floor_to_the_ceiling(Layout layout, int rows, int columns) {
        Differentiated got = Differentiated.of(layout, arrays -> new AdaptiveAveragePool(rows, columns), X);

        double[] mean = new double[PLANES * rows * columns];
        double[] gradient = new double[X.size()];
        for (int i = 0; i < mean.length; i++) {
            int row = i / columns % rows;
            int column = i % columns;
            int top = row * HEIGHT / rows;
            int bottom = -Math.floorDiv(-(row + 1) * HEIGHT, rows);
            int left = column * WIDTH / columns;
            int right = -Math.floorDiv(-(column + 1) * WIDTH, columns);
            double cell = (bottom - top) * (right - left);
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int from = (i / (rows * columns) * HEIGHT + y) * WIDTH + x;
                    mean[i] += X.values().get(from) / cell;
                    gradient[from] += got.cotangent()[i] / cell;
                }
            }
        }
        assertThat(got.shape()).containsExactly(2, 3, rows, columns);
        assertThat(got.output()).containsExactly(mean, within(1e-12));
        assertThat(got.gradients().get(0)).containsExactly(gradient, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_global_pool_is_the_mean_of_a_plane(Layout layout) {
        Differentiated got = Differentiated.of(layout, arrays -> new GlobalAveragePool(), X);

        double[] mean = new double[PLANES];
        double[] gradient = new double[X.size()];
        for (int i = 0; i < gradient.length; i++) {
            int plane = i / (HEIGHT * WIDTH);
            mean[plane] += X.values().get(i) / (double) (HEIGHT * WIDTH);
            gradient[i] = got.cotangent()[plane] / (HEIGHT * WIDTH);
        }
        assertThat(got.shape()).containsExactly(2, 3);
        assertThat(got.output()).containsExactly(mean, within(1e-12));
        assertThat(got.gradients().get(0)).containsExactly(gradient, within(1e-12));
        assertThat(new GlobalAveragePool().keepsPositions()).isFalse();
    }
}
