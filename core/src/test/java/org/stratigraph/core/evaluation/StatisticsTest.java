package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void spearman_sees_order_alone() {
        assertThat(Spearman.correlation(new double[] {1, 2, 3, 4}, new double[] {1, 10, 100, 1e9}))
                .isEqualTo(1);
        assertThat(Spearman.correlation(new double[] {1, 2, 3}, new double[] {5, 0, -5}))
                .isEqualTo(-1);
    }

    /** 1 - 6 (1 + 1 + 4 + 1 + 1) / (5 (25 - 1)) = 0.6, the formula without ties. */
    @Test
    void spearman_by_hand() {
        assertThat(Spearman.correlation(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 5, 3, 4}))
                .isCloseTo(0.6, within(1e-12));
    }

    /** Ranks 0.5, 0.5, 2 against 0, 1, 2: covariance 1.5, variances 1.5 and 2. */
    @Test
    void equal_numbers_share_their_mean_rank() {
        assertThat(Spearman.correlation(new double[] {7, 7, 9}, new double[] {1, 2, 3}))
                .isCloseTo(1.5 / Math.sqrt(1.5 * 2), within(1e-12));
    }

    @Test
    void what_does_not_vary_correlates_with_nothing() {
        assertThat(Spearman.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> Spearman.correlation(new double[2], new double[3]));
    }

    @Test
    void equal_values_have_an_interval_of_no_width() {
        assertThat(Bootstrap.mean(new double[] {0.25, 0.25, 0.25})).isEqualTo(new Interval(0.25, 0.25, 0.25));
    }

    @Test
    void the_same_values_give_the_same_interval() {
        double[] values = {0.1, 0.9, 0.4, 0.3};

        assertThat(Bootstrap.mean(values)).isEqualTo(Bootstrap.mean(values));
    }

    /** 400 values of variance 1/12: the normal interval is 1.96 sqrt(1 / 12 / 400) = 0.0283 wide to each side. */
    @Test
    void a_bootstrap_interval_of_many_values_is_the_normal_one() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = random.doubles(400).toArray();

        Interval mean = Bootstrap.mean(values);

        assertThat(mean.value() - mean.low()).isCloseTo(0.0283, within(0.003));
        assertThat(mean.high() - mean.value()).isCloseTo(0.0283, within(0.003));
    }

    @Test
    void a_trend_is_that_of_the_means_over_images() {
        // means 1, 2, 3 whatever images are drawn
        List<double[]> rising = List.of(new double[] {1, 1}, new double[] {2, 2}, new double[] {3, 3});
        // means 2, 2, 2; drawn twice, the first image alone rises and the second alone falls
        List<double[]> undecided = List.of(new double[] {1, 3}, new double[] {2, 2}, new double[] {3, 1});

        assertThat(DepthTrend.of(rising)).isEqualTo(new Interval(1, 1, 1));
        assertThat(DepthTrend.of(undecided)).isEqualTo(new Interval(0, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepthTrend.of(List.of(new double[1], new double[2])))
                .withMessageContaining("same images");
    }
}
