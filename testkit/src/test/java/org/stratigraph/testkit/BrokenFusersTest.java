package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;
import org.stratigraph.core.spi.Fuser;

/** The contract for fusers finds each of these faults. */
class BrokenFusersTest {
    private static final String REFUSAL = "refuses_no_maps_and_maps_of_two_sizes";

    @Test
    void a_division_by_a_blank_maps_peak() {
        assertThat(Verdict.failures(Dividing.class))
                .contains("gives_finite_scores_of_the_size_it_got", "has_nothing_to_say_of_blank_maps");
    }

    static class Dividing extends FuserContract {
        @Override
        protected Fuser fuser() {
            return maps -> {
                float[] values = maps.get(0).values();
                for (int pixel = 0; pixel < values.length; pixel++) {
                    values[pixel] /= maps.get(0).peak();
                }
                return new SaliencyMap(maps.get(0).height(), maps.get(0).width(), values);
            };
        }
    }

    @Test
    void maps_taken_unseen() {
        assertThat(Verdict.failures(Unseen.class)).containsExactly(REFUSAL);
    }

    static class Unseen extends FuserContract {
        @Override
        protected Fuser fuser() {
            return maps -> maps.get(maps.size() - 1);
        }
    }

    @Test
    void a_fusion_by_dice() {
        assertThat(Verdict.failures(Dice.class)).contains("gives_the_same_when_asked_again_and_beside_others");
    }

    static class Dice extends FuserContract {
        private static final Random DICE = new Random(3);

        @Override
        protected Fuser fuser() {
            return maps -> maps.get(DICE.nextInt(maps.size()));
        }
    }

    @Test
    void a_list_that_is_emptied() {
        assertThat(Verdict.failures(Emptying.class)).contains("leaves_what_it_got_as_it_was");
    }

    static class Emptying extends FuserContract {
        @Override
        protected Fuser fuser() {
            return maps -> maps.remove(0);
        }
    }

    @Test
    void parts_that_do_not_add_up() {
        assertThat(Verdict.failures(Forgetful.class))
                .containsExactly("its_parts_if_it_has_any_are_one_per_layer_and_add_up", REFUSAL);
    }

    static class Forgetful extends FuserContract {
        @Override
        protected Fuser fuser() {
            return new AdditiveFuser() {
                @Override
                public SaliencyMap fuse(List<SaliencyMap> maps) {
                    return maps.get(0);
                }

                @Override
                public List<SaliencyMap> parts(List<SaliencyMap> maps) {
                    return maps;
                }
            };
        }
    }
}
