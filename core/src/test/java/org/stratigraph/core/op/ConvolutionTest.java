package org.stratigraph.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.image.Tensor;

/** Forward and gradient against loops over all taps. */
class ConvolutionTest {
    private static final int IMAGES = 2;
    private static final int HEIGHT = 7;
    private static final int WIDTH = 6;

    @ParameterizedTest(name = "{0}: {1} -> {2} channels, kernel {3}, stride {4}, padding {5}, dilation {6}, groups {7}")
    @CsvSource({
        "CHANNELS_LAST, 3, 4, 3, 1, 1, 1, 1",
        "CHANNELS_LAST, 3, 4, 3, 2, 0, 1, 1",
        "CHANNELS_LAST, 4, 6, 3, 1, 2, 2, 2",
        "CHANNELS_LAST, 4, 4, 3, 2, 1, 1, 4",
        "CHANNELS_LAST, 2, 3, 1, 2, 0, 1, 1",
        "CHANNELS_FIRST, 3, 4, 3, 1, 1, 1, 1",
        "CHANNELS_FIRST, 4, 6, 3, 1, 2, 2, 2",
        "CHANNELS_FIRST, 4, 4, 5, 2, 3, 1, 4"
    })
    void forward_and_gradient_are_those_of_a_slow_loop(
            Layout layout, int in, int out, int kernel, int stride, int padding, int dilation, int groups) {
        Window window = new Window(kernel, stride, padding);
        Tensor x = Noise.tensor(1, IMAGES, in, HEIGHT, WIDTH);
        Tensor weight = Noise.tensor(2, out, in / groups, kernel, kernel);
        Tensor bias = Noise.tensor(3, out);

        Differentiated got = Differentiated.of(
                layout,
                arrays -> new Convolution(
                        arrays.apply(weight), Optional.of(arrays.apply(bias)), window, dilation, groups),
                x);

        Slow slow = new Slow(new SlowWindows(HEIGHT, WIDTH, window, dilation, false), in, out, groups, weight);
        assertThat(got.shape()).containsExactly(IMAGES, out, slow.windows.outHeight(), slow.windows.outWidth());
        assertThat(got.output()).containsExactly(slow.forward(x, bias), within(1e-12));
        assertThat(got.gradients().get(0)).containsExactly(slow.gradient(got.cotangent()), within(1e-12));
    }

    @Test
    void without_a_bias_nothing_is_added() {
        Tensor weight = Noise.tensor(2, 1, 1, 1, 1);
        Differentiated got = Differentiated.of(
                Layout.CHANNELS_LAST,
                arrays -> new Convolution(arrays.apply(weight), Optional.empty(), new Window(1, 1, 0), 1, 1),
                Tensor.of(new float[4], 1, 1, 2, 2));
        assertThat(got.output()).containsOnly(0);
    }

    @Test
    void weights_that_do_not_fit_the_geometry_are_refused() {
        Differentiated.Recipe tooLarge = arrays ->
                new Convolution(arrays.apply(Noise.tensor(1, 4, 3, 5, 5)), Optional.empty(), new Window(3, 1, 1), 1, 1);
        Differentiated.Recipe threeGroups = arrays ->
                new Convolution(arrays.apply(Noise.tensor(1, 4, 3, 3, 3)), Optional.empty(), new Window(3, 1, 1), 1, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiated.of(Layout.CHANNELS_LAST, tooLarge))
                .withMessageContaining("3 x 3")
                .withMessageContaining("(4, 3, 5, 5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Differentiated.of(Layout.CHANNELS_LAST, threeGroups))
                .withMessageContaining("groups 3");
    }

    @Test
    void a_listing_says_what_is_unusual() {
        Differentiated.Recipe unusual = arrays -> {
            Op op = new Convolution(
                    arrays.apply(Noise.tensor(1, 4, 2, 3, 3)), Optional.empty(), new Window(3, 2, 1), 2, 2);
            assertThat(op.kind()).isEqualTo("convolution 3 x 3, stride 2, dilation 2, groups 2");
            return op;
        };
        Differentiated.of(Layout.CHANNELS_LAST, unusual, Noise.tensor(1, 1, 4, 7, 7));
    }

    /** A convolution as four nested loops. */
    private record Slow(SlowWindows windows, int in, int out, int groups, Tensor weight) {
        double[] forward(Tensor x, Tensor bias) {
            double[] y = new double[IMAGES * out * plane()];
            for (int i = 0; i < y.length; i++) {
                y[i] = bias.values().get(i / plane() % out);
            }
            forEach((to, from, tap) ->
                    y[to] += x.values().get(from) * (double) weight.values().get(tap));
            return y;
        }

        double[] gradient(double[] cotangent) {
            double[] gradient = new double[IMAGES * in * HEIGHT * WIDTH];
            forEach((to, from, tap) ->
                    gradient[from] += cotangent[to] * weight.values().get(tap));
            return gradient;
        }

        private int plane() {
            return windows.outHeight() * windows.outWidth();
        }

        private interface Product {
            void of(int output, int input, int weight);
        }

        private void forEach(Product product) {
            int perGroup = in / groups;
            int kernel = windows.window().kernel();
            IntStream.range(0, IMAGES * out * perGroup).forEach(index -> {
                int image = index / (out * perGroup);
                int to = index / perGroup % out;
                int part = index % perGroup;
                int from = to / (out / groups) * perGroup + part;
                windows.forEach((y, x, inY, inX, ky, kx) -> product.of(
                        ((image * out + to) * windows.outHeight() + y) * windows.outWidth() + x,
                        ((image * in + from) * HEIGHT + inY) * WIDTH + inX,
                        ((to * perGroup + part) * kernel + ky) * kernel + kx));
            });
        }
    }
}
