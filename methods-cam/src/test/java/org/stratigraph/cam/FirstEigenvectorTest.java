package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FirstEigenvectorTest {
    private static final double SETTLED = 1e-10;

    @Test
    void of_a_diagonal_matrix_it_is_the_axis_of_the_largest_entry() {
        FirstEigenvector first = FirstEigenvector.of(new double[][] {{2, 0, 0}, {0, 7, 0}, {0, 0, 3}});

        assertThat(first.value()).isCloseTo(7, within(SETTLED));
        assertThat(absolute(first)).containsExactly(new double[] {0, 1, 0}, within(SETTLED));
    }

    @Test
    void of_a_matrix_that_is_not_diagonal_its_entries_have_their_signs() {
        FirstEigenvector first = FirstEigenvector.of(new double[][] {{2, 1}, {1, 2}});

        assertThat(first.value()).isCloseTo(3, within(SETTLED));
        assertThat(Math.abs(first.vector()[0])).isCloseTo(Math.sqrt(0.5), within(SETTLED));
        assertThat(first.vector()[1]).isCloseTo(first.vector()[0], within(SETTLED));
    }

    /** The largest entry of the diagonal, 3, is an eigenvalue, but the two others make one of 4. */
    @Test
    void it_may_be_at_right_angles_to_the_column_of_the_largest_entry() {
        FirstEigenvector first = FirstEigenvector.of(new double[][] {{3, 0, 0}, {0, 2, 2}, {0, 2, 2}});

        assertThat(first.value()).isCloseTo(4, within(SETTLED));
        double half = Math.sqrt(0.5);
        assertThat(absolute(first)).containsExactly(new double[] {0, half, half}, within(SETTLED));
    }

    @Test
    void eigenvalues_close_to_each_other_are_told_apart() {
        FirstEigenvector first = FirstEigenvector.of(new double[][] {{1, 0}, {0, 1.001}});

        assertThat(first.value()).isCloseTo(1.001, within(SETTLED));
        assertThat(absolute(first)).containsExactly(new double[] {0, 1}, within(1e-8)); // settles slowly
    }

    @Test
    void a_matrix_of_zeros_has_none() {
        FirstEigenvector first = FirstEigenvector.of(new double[2][2]);

        assertThat(first.value()).isZero();
        assertThat(first.vector()).containsOnly(0);
    }

    /** An eigenvector's sign is free. */
    private static double[] absolute(FirstEigenvector first) {
        double[] vector = first.vector().clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.abs(vector[i]);
        }
        return vector;
    }
}
