package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;

/** Evaluations over many samples: their order, those that cannot be read, and the draw. */
class SurveyTest {
    private static PlainEvaluations plain;

    @BeforeAll
    static void open() {
        plain = new PlainEvaluations();
    }

    @AfterAll
    static void close() {
        plain.close();
    }

    @Test
    void neither_order_nor_neighbours_change_a_score() throws IOException {
        List<Outcome> together = new ArrayList<>();
        List<Outcome> apart = new ArrayList<>();
        Evaluation evaluation = plain.evaluation(List.of("random", "edge-detector"), List.of("mean"));
        Survey survey = new Survey(evaluation, series(9), PlainEvaluations.CLASS_TWO);

        survey.over(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8), collecting(together));
        for (int i = 8; i >= 0; i--) {
            survey.over(List.of(i), collecting(apart));
        }

        assertThat(apart).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void an_unreadable_sample_is_named_and_the_others_are_scored() {
        List<Outcome> outcomes = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Samples broken = new Samples() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public Sample sample(int index) throws IOException {
                if (index == 1) {
                    throw new IOException("cut off");
                }
                return PlainEvaluations.sample(index);
            }
        };

        new Survey(plain.evaluation(List.of("level"), List.of("mean")), broken, PlainEvaluations.CLASS_TWO)
                .over(List.of(0, 1, 2), new Survey.Listener() {
                    @Override
                    public void scored(Outcome outcome) {
                        outcomes.add(outcome);
                    }

                    @Override
                    public void unreadable(int sample, IOException reason) {
                        unreadable.add(sample + " " + reason.getMessage());
                    }

                    @Override
                    public void at(double share, String doing) {
                        assertThat(share).isBetween(0.0, 1.0);
                    }
                });

        assertThat(outcomes).extracting(Outcome::sample).containsExactly(0, 2);
        assertThat(unreadable).containsExactly("1 cut off");
    }

    @Test
    void a_draw_holds_each_number_once_and_begins_with_every_shorter_one() {
        List<Integer> ten = Survey.draw(100, 10, 1);

        assertThat(ten).doesNotHaveDuplicates().hasSize(10).allMatch(number -> number >= 0 && number < 100);
        assertThat(Survey.draw(100, 40, 1)).startsWith(ten.toArray(new Integer[0]));
        assertThat(Survey.draw(100, 10, 2)).isNotEqualTo(ten);
        assertThat(Survey.draw(5, 10, 1)).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static Survey.Listener collecting(List<Outcome> outcomes) {
        return new Survey.Listener() {
            @Override
            public void scored(Outcome outcome) {
                outcomes.add(outcome);
            }

            @Override
            public void unreadable(int sample, IOException reason) {
                throw new IllegalStateException(reason);
            }

            @Override
            public void at(double share, String doing) {
                // nobody looks
            }
        };
    }

    private static Samples series(int size) {
        return new Samples() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Sample sample(int index) {
                return PlainEvaluations.sample(index);
            }
        };
    }
}
