package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Feed;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.op.Window;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * DeepLIFT, integrated gradients and SmoothGrad on four numbers, one step and a weighted sum (1, 2, 3, 4) of what it gives;
 * all expected numbers by hand.
 */
class HandWorkedTest {
    // Thirds and fifths are rounded; the rest is exact.
    private static final double ROUNDING = 1e-6;

    /**
     * Windows of three, one step apart. The image's maxima are 5, 5, 5, 2 and the reference's 4, 4, 3, 3, so each output has
     * moved by 1, 1, 2, -1 and the weighted sum by 1 + 2 + 6 - 4. What rose goes to the image's 5, which takes the first
     * three; what fell, to the reference's 3.
     */
    @Test
    void overlapping_pools_add_up() {
        float[] image = {1, 5, 2, 0};
        float[] reference = {4, 0, 0, 3};
        Op pool = new MaxPool(new Window(3, 1, 1), false);
        // by the differences -3, 5, 2, -3
        assertClose(multipliers(pool, image, reference), 0, 9 / 5.0, 0, 4 / 3.0);
        assertClose(map(deepLift(reference), pool, image, "input"), 0, 9, 0, -4);
    }

    /** The same where the reference is the larger: every rule is the same when the two change places. */
    @Test
    void image_and_reference_may_change_places() {
        float[] image = {1, 5, 2, 0};
        float[] reference = {4, 0, 0, 3};
        for (Op op : List.of(new MaxPool(new Window(3, 1, 1), false), new Relu(), new Relu6())) {
            assertThat(multipliers(op, reference, image))
                    .as(op.kind())
                    .containsExactly(multipliers(op, image, reference), within((float) ROUNDING));
        }
    }

    @Test
    void a_pool_over_equal_numbers_hands_nothing_down() {
        float[] same = {1, 5, 2, 0};
        assertClose(multipliers(new MaxPool(new Window(3, 1, 1), false), same, same.clone()), 0, 0, 0, 0);
    }

    /** Rescaled: 0 to 1 by -1 to 1; 2 to 0 by 2 to -2; nothing by -1 to -3; and, where both are 3, the gradient. */
    @Test
    void a_relu_counts_what_came_out_by_what_went_in() {
        float[] image = {-1, 2, -1, 3};
        float[] reference = {1, -2, -3, 3};
        assertClose(multipliers(new Relu(), image, reference), 0.5, 2 * 0.5, 0, 4);
        assertClose(map(deepLift(reference), new Relu(), image, "input"), -1, 4, 0, 0);
    }

    /** 6 to 2 by 8 to 2; open; both above six; both below zero. */
    @Test
    void a_relu_that_ends_at_six_counts_in_the_same_way() {
        assertClose(
                multipliers(new Relu6(), new float[] {8, 3, 9, -1}, new float[] {2, 3, 9, -1}), 4 / 6.0, 2 * 1, 0, 0);
    }

    /** Differences of a few units in the last place keep a slope between 0 and 1. */
    @Test
    void tiny_differences_need_no_threshold() {
        float near = Math.nextUp(1f);
        assertClose(
                multipliers(new Relu(), new float[] {near, 1e-30f, 1e-38f, 1}, new float[] {1, -1e-30f, -1e-38f, near}),
                1,
                2 * 0.5,
                3 * 0.5,
                4);
    }

    /** Two layers and one image, so that the baselines rise together with the image as their reference. */
    @Test
    void layers_that_rise_together_have_each_its_own_baseline() {
        float[] image = {1, 5, 2, 0};
        float[] reference = {4, 0, 0, 3};
        Op pool = new MaxPool(new Window(3, 1, 1), false);
        try (Network network = network(pool)) {
            List<LayerMaps> maps = deepLift(reference)
                    .attribute(network, new Request(batch(image), new int[] {0}, List.of("step", "input")));
            assertThat(maps).extracting(LayerMaps::layer).containsExactly("step", "input");
            // at the pool: (5, 5, 5, 2) less the baseline, weighted
            assertClose(maps.get(0).maps().get(0).values(), 1, 2 * 5, 3 * 5, 4 * -1);
            assertClose(maps.get(1).maps().get(0).values(), 0, 9, 0, -4);
            assertThat(maps.get(0).completeness()).containsExactly(new Completeness(22, 38, 16));
            assertThat(maps.get(1).completeness().get(0).difference()).isEqualTo(38 - 33);
        }
    }

    /**
     * From -2 to 2 a ReLU opens half way. The points lie at -2, -1, 0, 1 from the left, one further from the right, half of
     * one further in the middle; at 0 the ReLU is shut. Three points of the trapezoid lie at -2, 0 and 2, of which the last
     * counts a quarter.
     */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(Quadrature.Rule.RIEMANN_LEFT, 4, 0.25),
                Arguments.of(Quadrature.Rule.RIEMANN_RIGHT, 4, 0.5),
                Arguments.of(Quadrature.Rule.RIEMANN_MIDDLE, 4, 0.5),
                Arguments.of(Quadrature.Rule.RIEMANN_TRAPEZOID, 3, 0.25),
                Arguments.of(Quadrature.Rule.GAUSS_LEGENDRE, 2, 0.5),
                Arguments.of(Quadrature.Rule.GAUSS_LEGENDRE, 3, 5 / 18.0));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void integrated_gradients_weigh_the_gradient_along_the_way(Quadrature.Rule rule, int steps, double open) {
        Baseline below = (activation, request) -> activation.zerosLike().subi(2);
        AttributionMethod method = new IntegratedGradients(Quadrature.of(rule, steps), below, Semantics.TRUNCATED);
        float[] image = {2, 2, 2, 2};
        assertClose(map(method, new Relu(), image, "input"), 4 * open, 8 * open, 12 * open, 16 * open);
        try (Network network = network(new Relu())) {
            Completeness completeness = method.attribute(network, request(image, "input"))
                    .get(0)
                    .completeness()
                    .get(0);
            assertThat(completeness.difference()).isEqualTo(20);
            assertThat(completeness.delta()).isCloseTo(40 * open - 20, within(40 * ROUNDING));
            assertThat(completeness.broken()).isEqualTo(open != 0.5);
        }
    }

    /** Sigma is 0.5 x (3 - 1) = 1. The noise shuts the ReLU at 1 half of the time, at 3 never. */
    @Test
    void smoothgrad_averages_the_gradient_and_multiplies_by_the_clean_activation() {
        float[] image = {1, 3, 1, 3};
        assertClose(map(smoothGrad(false), new Relu(), image, "input"), 1 * 0.5, 2, 3 * 0.5, 4);
        assertClose(map(smoothGrad(true), new Relu(), image, "input"), 1 * 0.5, 2 * 3, 3 * 0.5, 4 * 3);
        try (Network network = network(new Relu())) {
            assertThat(smoothGrad(true)
                            .attribute(network, request(image, "input"))
                            .get(0)
                            .noise()
                            .orElseThrow()
                            .toArray())
                    .containsExactly(-2, -2, -2, -2, 1, 1, 1, 1);
        }
    }

    private static AttributionMethod smoothGrad(boolean timesInput) {
        Noise downThenUp = new Noise() {
            @Override
            public Tensor samples(String layer, int from, int to, int... shape) {
                float[] values = new float[(to - from) * 4];
                for (int i = 0; i < values.length; i++) {
                    values[i] = from + i / 4 == 0 ? -2 : 1;
                }
                return Tensor.of(values, to - from, shape[0], shape[1], shape[2]);
            }

            @Override
            public double sigma(double lowest, double highest) {
                return 0.5 * (highest - lowest);
            }
        };
        return new SmoothGrad(downThenUp, 2, timesInput, Semantics.TRUNCATED, true);
    }

    private static AttributionMethod deepLift(float[] reference) {
        Baseline given = (activation, request) -> Torch.like(activation, batch(reference));
        return new DeepLift(given, Semantics.TRUNCATED);
    }

    /** What DeepLIFT's rules carry down to the four numbers. */
    private static float[] multipliers(Op step, float[] image, float[] reference) {
        RuleSet rescale = DeepLiftRules.rescale();
        List<float[]> met = new ArrayList<>();
        try (Network network = network(step)) {
            Feed feed = Feed.of(batch(image)).against(batch(reference));
            network.trace(feed, Focus.on(List.of("input"), rescale), trace -> {
                trace.sweep(
                        rescale, new int[] {0}, (layer, activation, multiplier) -> met.add(Torch.toFloats(multiplier)));
                return true;
            });
        }
        return met.get(0);
    }

    private static float[] map(AttributionMethod method, Op step, float[] image, String layer) {
        try (Network network = network(step)) {
            return method.attribute(network, request(image, layer))
                    .get(0)
                    .maps()
                    .get(0)
                    .values();
        }
    }

    private static Request request(float[] image, String layer) {
        return new Request(batch(image), new int[] {0}, List.of(layer));
    }

    private static Tensor batch(float[] image) {
        return Tensor.of(image, 1, 1, 1, 4);
    }

    private static Network network(Op step) {
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
            NDArray weights = builder.weights(Tensor.of(new float[] {1, 2, 3, 4}, 1, 4));
            NDArray none = builder.weights(Tensor.of(new float[1], 1));
            builder.add("step", step, NetworkBuilder.INPUT);
            builder.add("flatten", new Flatten(), "step");
            builder.add("sum", new Linear(weights, none), "flatten");
            return builder.build();
        }
    }

    private static void assertClose(float[] got, double... expected) {
        assertThat(got).hasSameSizeAs(expected);
        for (int i = 0; i < got.length; i++) {
            assertThat((double) got[i])
                    .as("number %d", i)
                    .isCloseTo(expected[i], within(ROUNDING * Math.max(1, Math.abs(expected[i]))));
        }
    }
}
