package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.network.BackpropRule;
import org.stratigraph.core.network.Call;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Softmax;

/** The contract for rules finds each of these faults. */
class BrokenRulesTest {
    @Test
    void a_rule_for_an_op_that_is_nowhere() {
        assertThat(Verdict.failures(Nowhere.class)).containsExactly("serves_every_kind_of_op_that_it_names");
    }

    static class Nowhere extends BackpropRuleContract {
        @Override
        protected RuleSet rules() {
            return RuleSet.gradient().with(Softmax.class, Call::vjp);
        }
    }

    @Test
    void relevance_of_another_shape() {
        assertThat(Verdict.failures(Misshapen.class)).contains("gives_each_input_finite_relevance_of_its_shape");
    }

    static class Misshapen extends AtRelus {
        @Override
        BackpropRule rule() {
            return (call, relevance) -> new NDList(relevance.sum(new int[] {1}, true));
        }
    }

    @Test
    void relevance_divided_by_zero() {
        assertThat(Verdict.failures(Divided.class)).contains("gives_each_input_finite_relevance_of_its_shape");
    }

    static class Divided extends AtRelus {
        @Override
        BackpropRule rule() {
            return (call, relevance) -> new NDList(relevance.div(call.output()));
        }
    }

    @Test
    void relevance_changed_in_place() {
        assertThat(Verdict.failures(InPlace.class))
                .contains("changes_neither_the_relevance_nor_the_activations_that_it_is_shown");
    }

    static class InPlace extends AtRelus {
        @Override
        BackpropRule rule() {
            return (call, relevance) -> call.vjp(relevance.muli(0.5));
        }
    }

    @Test
    void relevance_from_nowhere() {
        assertThat(Verdict.failures(FromNowhere.class)).containsExactly("gives_no_relevance_where_none_arrives");
    }

    static class FromNowhere extends AtRelus {
        @Override
        BackpropRule rule() {
            return (call, relevance) -> new NDList(relevance.add(0.01));
        }
    }

    @Test
    void one_images_relevance_for_the_whole_batch() {
        assertThat(Verdict.failures(OneForAll.class)).containsExactly("keeps_the_images_of_a_batch_apart");
    }

    static class OneForAll extends AtRelus {
        @Override
        BackpropRule rule() {
            return (call, relevance) -> {
                NDArray first = relevance.get("0:1");
                return call.vjp(relevance.zerosLike().add(first));
            };
        }
    }

    @Test
    void a_rule_that_counts_its_calls() {
        assertThat(Verdict.failures(Counting.class)).contains("gives_the_same_to_the_last_bit_when_swept_again");
    }

    static class Counting extends AtRelus {
        private int calls;

        @Override
        BackpropRule rule() {
            return (call, relevance) -> call.vjp(relevance.mul(++calls));
        }
    }

    private abstract static class AtRelus extends BackpropRuleContract {
        abstract BackpropRule rule();

        @Override
        protected RuleSet rules() {
            return RuleSet.gradient().with(Relu.class, rule());
        }
    }
}
