package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {
    @Test
    void gauss_legendre_has_its_known_points() {
        Quadrature two = Quadrature.of(Quadrature.Rule.GAUSS_LEGENDRE, 2);
        double distance = 1 / (2 * Math.sqrt(3));
        assertThat(two.points()).containsExactly(new double[] {0.5 - distance, 0.5 + distance}, within(1e-15));
        assertThat(two.weights()).containsExactly(new double[] {0.5, 0.5}, within(1e-15));
        Quadrature three = Quadrature.of(Quadrature.Rule.GAUSS_LEGENDRE, 3);
        assertThat(three.weights()).containsExactly(new double[] {5 / 18.0, 8 / 18.0, 5 / 18.0}, within(1e-15));
        assertThat(Quadrature.of(Quadrature.Rule.GAUSS_LEGENDRE, 1).points()).containsExactly(0.5);
    }

    @Test
    void riemann_s_rules_divide_the_way_evenly() {
        assertThat(Quadrature.of(Quadrature.Rule.RIEMANN_LEFT, 4).points()).containsExactly(0, 0.25, 0.5, 0.75);
        assertThat(Quadrature.of(Quadrature.Rule.RIEMANN_RIGHT, 4).points()).containsExactly(0.25, 0.5, 0.75, 1);
        assertThat(Quadrature.of(Quadrature.Rule.RIEMANN_MIDDLE, 2).points()).containsExactly(0.25, 0.75);
        Quadrature trapezoid = Quadrature.of(Quadrature.Rule.RIEMANN_TRAPEZOID, 3);
        assertThat(trapezoid.points()).containsExactly(0, 0.5, 1);
        assertThat(trapezoid.weights()).containsExactly(0.25, 0.5, 0.25);
    }

    @ParameterizedTest
    @EnumSource
    void weights_sum_to_one(Quadrature.Rule rule) {
        for (int steps = 2; steps <= 200; steps++) {
            assertThat(Arrays.stream(Quadrature.of(rule, steps).weights()).sum())
                    .as("%d steps", steps)
                    .isCloseTo(1, within(1e-12));
        }
    }

    /** n points are exact to degree 2 n - 1, and not beyond. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 50})
    void gauss_legendre_is_exact_for_polynomials(int steps) {
        Quadrature rule = Quadrature.of(Quadrature.Rule.GAUSS_LEGENDRE, steps);
        int degree = 2 * steps - 1;
        double mean = 0;
        for (int i = 0; i < steps; i++) {
            mean += rule.weights()[i] * Math.pow(rule.points()[i], degree);
        }
        assertThat(mean).isCloseTo(1.0 / (degree + 1), within(1e-14));
    }

    @Test
    void a_trapezoid_needs_both_ends() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quadrature.of(Quadrature.Rule.RIEMANN_TRAPEZOID, 1))
                .withMessageContaining("at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("integrated-gradients:steps=0"))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.method("integrated-gradients:rule=simpson"))
                .withMessageContaining("gauss-legendre, riemann-left");
    }
}
