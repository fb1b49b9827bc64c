package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Split;

class PairScenesTest {
    private final Scenes scenes = new Scenes(9, Split.TEST, 112);

    @Test
    void a_pair_holds_exactly_the_two_classes_larger_first() {
        for (int first = 0; first < 10; first++) {
            for (int second = 0; second < 10; second++) {
                if (first != second) {
                    Scene scene = scenes.pair(first, second, 4);
                    assertThat(scene.label()).isEqualTo(first);
                    assertThat(scene.objects()).extracting(SceneObject::label).containsExactly(first, second);
                }
            }
        }
    }

    @Test
    void both_objects_are_whole_and_of_comparable_size() {
        for (int index = 0; index < 100; index++) {
            Scene scene = scenes.pair(index % 10, (index + 1 + index / 12) % 10, index);
            assertThat(scene.objects()).allMatch(object -> object.visibleShare() == 1);
            double larger = scene.objects().get(0).visibleArea();
            double smaller = scene.objects().get(1).visibleArea();
            assertThat(larger / smaller).isBetween(1.25, 1.65);
            assertThat(smaller).isGreaterThan(0.05 * 112 * 112);
        }
    }

    @Test
    void the_order_and_the_number_matter() {
        assertThat(ScenesTest.digest(scenes.pair(1, 2, 0))).isNotEqualTo(ScenesTest.digest(scenes.pair(2, 1, 0)));
        assertThat(ScenesTest.digest(scenes.pair(1, 2, 0))).isNotEqualTo(ScenesTest.digest(scenes.pair(1, 2, 1)));
    }

    @Test
    void an_impossible_pair_is_refused() {
        assertThatThrownBy(() -> scenes.pair(3, 3, 0)).hasMessageContaining("two different classes");
        assertThatThrownBy(() -> scenes.pair(0, 10, 0))
                .hasMessageContaining("10")
                .hasMessageContaining("striped disc");
    }
}
