package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/** The contract for model loaders finds each of these faults. */
class BrokenLoadersTest {
    @Test
    void a_surplus_tensor_passed_over() {
        assertThat(Verdict.failures(Lenient.class)).contains("weights_with_a_tensor_left_over_are_refused_by_its_name");
    }

    static class Lenient extends Contract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader() {
                @Override
                void check(WeightsSource weights) {
                    // takes what comes
                }
            };
        }
    }

    @Test
    void a_refusal_that_names_nothing() {
        assertThat(Verdict.failures(Vague.class))
                .containsExactlyInAnyOrder(
                        "weights_with_a_tensor_missing_are_refused_by_its_name",
                        "weights_with_a_tensor_of_another_shape_are_refused_by_its_name",
                        "weights_with_a_tensor_left_over_are_refused_by_its_name");
    }

    static class Vague extends Contract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader() {
                @Override
                void check(WeightsSource weights) {
                    try {
                        super.check(weights);
                    } catch (IllegalArgumentException refusal) {
                        throw new IllegalArgumentException("these weights do not fit", refusal);
                    }
                }
            };
        }
    }

    @Test
    void a_seed_or_a_number_of_classes_that_is_not_heeded() {
        assertThat(Verdict.failures(Deaf.class))
                .containsExactlyInAnyOrder(
                        "a_seed_gives_one_untrained_model_and_another_seed_another",
                        "an_untrained_model_has_the_classes_that_it_is_asked_for");
    }

    static class Deaf extends Contract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader() {
                @Override
                public Model untrained(int divisor, int classes, long seed, Placement placement) {
                    return super.untrained(divisor, 5, 1, placement);
                }
            };
        }
    }

    @Test
    void labels_for_another_number_of_classes() {
        assertThat(Verdict.failures(Mislabelled.class)).contains("weights_give_the_same_model_each_time");
    }

    static class Mislabelled extends Contract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader() {
                @Override
                public Model open(WeightsSource weights, Placement placement) {
                    Model model = super.open(weights, placement);
                    return new Model(model.network(), model.preprocessing(), Labels.numbered(1000));
                }
            };
        }
    }

    @Test
    void a_model_that_does_not_own_its_weights() {
        assertThat(Verdict.failures(Cached.class)).contains("closing_a_model_frees_its_weights");
    }

    static class Cached extends Contract {
        @Override
        protected ModelLoader loader() {
            return new SmallLoader() {
                @Override
                public Model open(WeightsSource weights, Placement placement) {
                    Model model = super.open(weights, placement);
                    // an upper half owns no weights, so closing it frees nothing
                    return new Model(model.network().from("input"), model.preprocessing(), model.labels());
                }
            };
        }
    }

    private abstract static class Contract extends ModelLoaderContract {
        @Override
        protected WeightsSource weights() {
            return SmallLoader.weights();
        }
    }
}
