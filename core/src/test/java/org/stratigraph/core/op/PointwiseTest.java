package org.stratigraph.core.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.image.Tensor;

/** Ops that look at one position at a time, and those that only move numbers; expected numbers by hand. */
class PointwiseTest {
    private static final Tensor SIGNS = Tensor.of(new float[] {-2, -0.5f, 0, 0.5f, 2, 7}, 1, 1, 2, 3);

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_relu_passes_what_is_positive_and_no_gradient_at_zero(Layout layout) {
        Differentiated got = Differentiated.counted(layout, arrays -> new Relu(), SIGNS);
        assertThat(got.output()).containsExactly(0, 0, 0, 0.5, 2, 7);
        assertThat(got.gradients().get(0)).containsExactly(0, 0, 0, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_relu6_passes_what_is_between_zero_and_six(Layout layout) {
        Differentiated got = Differentiated.counted(layout, arrays -> new Relu6(), SIGNS);
        assertThat(got.output()).containsExactly(0, 0, 0, 0.5, 2, 6);
        assertThat(got.gradients().get(0)).containsExactly(0, 0, 0, 1, 1, 0);
    }

    @Test
    void the_gradient_of_a_relu6_at_exactly_six_is_one() {
        Differentiated got = Differentiated.counted(
                Layout.CHANNELS_LAST, arrays -> new Relu6(), Tensor.of(new float[] {6}, 1, 1, 1, 1));
        assertThat(got.gradients().get(0)).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_batch_norm_scales_and_shifts_each_channel_by_its_running_statistics(Layout layout) {
        Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 1, 2, 1, 2);
        Differentiated got = Differentiated.counted(
                layout,
                arrays -> new BatchNorm(
                        arrays.apply(Tensor.of(new float[] {2, -1}, 2)),
                        arrays.apply(Tensor.of(new float[] {0.5f, 10}, 2)),
                        arrays.apply(Tensor.of(new float[] {1, 3}, 2)),
                        arrays.apply(Tensor.of(new float[] {3, 15}, 2)),
                        1.0), // a large epsilon: the square roots are 2 and 4
                x);
        // 2 (x - 1) / 2 + 0.5 and -(x - 3) / 4 + 10
        assertThat(got.output()).containsExactly(new double[] {0.5, 1.5, 10, 9.75}, within(1e-14));
        assertThat(got.gradients().get(0)).containsExactly(new double[] {1, 1, -0.25, -0.25}, within(1e-14));
    }

    @Test
    void a_linear_layer_is_a_matrix_and_a_bias() {
        Differentiated got = Differentiated.counted(
                Layout.CHANNELS_LAST,
                arrays -> new Linear(
                        arrays.apply(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3)),
                        arrays.apply(Tensor.of(new float[] {10, 20}, 2))),
                Tensor.of(new float[] {1, 0, -1, 2, 1, 0}, 2, 3));
        assertThat(got.shape()).containsExactly(2, 2);
        assertThat(got.output()).containsExactly(8, 18, 14, 33);
        assertThat(got.gradients().get(0)).containsExactly(5, 7, 9, 5, 7, 9);
    }

    @Test
    void an_add_hands_the_same_gradient_to_both() {
        Tensor other = Tensor.of(new float[] {1, 1, 1, 1, 1, 1}, 1, 1, 2, 3);
        Differentiated got = Differentiated.of(Layout.CHANNELS_LAST, arrays -> new Add(), SIGNS, other);
        assertThat(got.output()).containsExactly(-1, 0.5, 1, 1.5, 3, 8);
        assertThat(got.gradients().get(0)).containsExactly(got.cotangent());
        assertThat(got.gradients().get(1)).containsExactly(got.cotangent());
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_concat_puts_channels_behind_each_other_image_by_image(Layout layout) {
        Tensor one = Tensor.of(new float[] {1, 2, 3, 4}, 2, 1, 1, 2);
        Tensor two = Tensor.of(new float[] {5, 6, 7, 8, 9, 10, 11, 12}, 2, 2, 1, 2);
        Differentiated got = Differentiated.of(layout, arrays -> new Concat(), one, two);
        double[] up = got.cotangent();
        assertThat(got.shape()).containsExactly(2, 3, 1, 2);
        assertThat(got.output()).containsExactly(1, 2, 5, 6, 7, 8, 3, 4, 9, 10, 11, 12);
        assertThat(got.gradients().get(0)).containsExactly(up[0], up[1], up[6], up[7]);
        assertThat(got.gradients().get(1)).containsExactly(up[2], up[3], up[4], up[5], up[8], up[9], up[10], up[11]);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_flatten_goes_channel_by_channel_whatever_the_layout(Layout layout) {
        Tensor x = Noise.tensor(1, 2, 3, 2, 2);
        Differentiated got = Differentiated.of(layout, arrays -> new Flatten(), x);
        assertThat(got.shape()).containsExactly(2, 12);
        for (int i = 0; i < x.size(); i++) {
            assertThat(got.output()[i]).isEqualTo(x.values().get(i));
        }
        assertThat(got.gradients().get(0)).containsExactly(got.cotangent());
    }

    @Test
    void an_identity_hands_on_what_it_is_given() {
        Differentiated got = Differentiated.of(Layout.CHANNELS_LAST, arrays -> new Identity(), SIGNS);
        assertThat(got.output()).containsExactly(-2, -0.5, 0, 0.5, 2, 7);
        assertThat(got.gradients().get(0)).containsExactly(got.cotangent());
    }

    @Test
    void a_dropout_is_the_identity() {
        Differentiated got = Differentiated.of(Layout.CHANNELS_LAST, arrays -> new Dropout(0.5), SIGNS);
        assertThat(got.output()).containsExactly(-2, -0.5, 0, 0.5, 2, 7);
        assertThat(got.gradients().get(0)).containsExactly(got.cotangent());
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void a_softmax_gives_the_shares_of_the_channels(Layout layout) {
        Tensor x = Tensor.of(new float[] {0, (float) Math.log(3), 0, (float) Math.log(2)}, 1, 2, 2, 1);
        Differentiated got = Differentiated.of(layout, arrays -> new Softmax(), x);
        // channel 0 holds 0 and log 3, channel 1 holds 0 and log 2: shares 1/2 and 3/5, 1/2 and 2/5
        assertThat(got.output()).containsExactly(new double[] {0.5, 0.6, 0.5, 0.4}, within(1e-7));
        double[] up = got.cotangent();
        double first = 0.25 * (up[0] - up[2]); // p (1 - p) (g - g')
        double second = 0.24 * (up[1] - up[3]);
        assertThat(got.gradients().get(0)).containsExactly(new double[] {first, second, -first, -second}, within(1e-7));
    }

    @Test
    void a_window_without_size_or_step_is_refused() {
        assertThat(new Window(3, 2, 1)).hasToString("3 x 3, stride 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(3, 0, 1))
                .withMessageContaining("stride 0");
    }

    @Test
    void kinds_are_listed_in_words() {
        assertThat(new Relu6().kind()).isEqualTo("relu6");
        assertThat(new GlobalAveragePool().kind()).isEqualTo("global-average-pool");
        assertThat(new AdaptiveAveragePool(7, 7).kind()).isEqualTo("adaptive-average-pool 7 x 7");
        assertThat(new MaxPool(new Window(3, 2, 1), false).kind()).isEqualTo("max-pool 3 x 3, stride 2");
    }
}
