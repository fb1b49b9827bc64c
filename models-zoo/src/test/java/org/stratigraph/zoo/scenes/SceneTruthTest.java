package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.spi.Split;

class SceneTruthTest {
    private static final List<Scene> SCENES =
            LongStream.range(0, 300).mapToObj(new Scenes(5, Split.TEST)::scene).toList();

    @Test
    void boxes_are_tight_around_masks() {
        for (SceneObject object : objects()) {
            // A slow scan over every pixel.
            int x0 = 224;
            int y0 = 224;
            int x1 = 0;
            int y1 = 0;
            for (int y = 0; y < 224; y++) {
                for (int x = 0; x < 224; x++) {
                    if (object.mask().contains(y, x)) {
                        x0 = Math.min(x0, x);
                        y0 = Math.min(y0, y);
                        x1 = Math.max(x1, x + 1);
                        y1 = Math.max(y1, y + 1);
                    }
                }
            }
            assertThat(object.box()).isEqualTo(new Box(x0, y0, x1, y1));
        }
    }

    @Test
    void the_label_is_the_class_of_an_object_twice_as_large_as_any_other() {
        for (Scene scene : SCENES) {
            SceneObject subject = scene.objects().get(0);
            assertThat(scene.label()).isEqualTo(subject.label());
            assertThat(scene.objects().stream().skip(1))
                    .allMatch(other -> subject.visibleArea() >= 2 * other.visibleArea());
        }
    }

    @Test
    void at_least_60_percent_of_every_object_is_visible() {
        assertThat(objects()).allMatch(object -> object.visibleShare() >= 0.6 && object.visibleShare() <= 1);
        assertThat(objects()).anyMatch(object -> object.visibleShare() < 0.8);
    }

    @Test
    void at_least_75_percent_of_an_object_lies_inside_the_picture() {
        // Alone in the picture, an object is visible as far as it is inside.
        assertThat(SCENES)
                .filteredOn(scene -> scene.objects().size() == 1)
                .allMatch(scene -> scene.objects().get(0).visibleShare() >= 0.75);
    }

    @Test
    void no_pixel_belongs_to_two_objects() {
        for (Scene scene : SCENES) {
            BitSet seen = new BitSet();
            for (SceneObject object : scene.objects()) {
                assertThat(seen.intersects(object.mask().pixels())).isFalse();
                seen.or(object.mask().pixels());
            }
        }
    }

    @Test
    void scenes_hold_one_two_or_three_objects_about_equally_often() {
        for (int count = 1; count <= 3; count++) {
            int wanted = count;
            assertThat(SCENES)
                    .filteredOn(scene -> scene.objects().size() == wanted)
                    .hasSizeBetween(75, 125);
        }
    }

    @Test
    void classes_are_about_equally_frequent() {
        int[] counts = new int[10];
        Scenes small = new Scenes(6, Split.TRAIN, 48);
        for (int index = 0; index < 2000; index++) {
            counts[small.scene(index).label()]++;
        }
        // 200 expected; 50 is 3.7 standard deviations of a binomial.
        assertThat(counts).satisfies(all -> {
            for (int count : all) {
                assertThat(count).isBetween(150, 250);
            }
        });
    }

    private static List<SceneObject> objects() {
        return SCENES.stream().flatMap(scene -> scene.objects().stream()).toList();
    }
}
