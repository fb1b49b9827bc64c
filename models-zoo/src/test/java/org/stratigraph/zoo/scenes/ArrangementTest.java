package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Mask;

class ArrangementTest {
    private static final int SIDE = 64;

    private final Body large = body(SceneClass.RINGED_STAR, 30, 30, 25);
    private final Body small = body(SceneClass.DOTTED_DISC, 36, 36, 8);

    @Test
    void masks_are_the_pixels_that_painting_changes() {
        Canvas canvas = new Canvas(SIDE);
        large.sprite().paint(canvas);
        Mask mask = new Arrangement(SIDE, List.of(large)).objects().get(0).mask();
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                boolean painted = canvas.sample(x, y, 0) + canvas.sample(x, y, 1) + canvas.sample(x, y, 2) > 0;
                assertThat(painted || !mask.contains(y, x)).isTrue();
                assertThat(!painted || isNear(mask, y, x)).isTrue();
            }
        }
    }

    @Test
    void what_lies_above_hides_what_lies_below() {
        SceneObject whole = object(SceneClass.DOTTED_DISC, List.of(large, small));
        SceneObject hidden = object(SceneClass.RINGED_STAR, List.of(large, small));
        assertThat(whole.visibleShare()).isEqualTo(1);
        assertThat(hidden.wholeArea() - hidden.visibleArea()).isEqualTo(overlap());
    }

    @Test
    void a_hidden_companion_is_not_fair() {
        assertThat(new Arrangement(SIDE, List.of(large, small)).isFair(2)).isTrue();
        assertThat(new Arrangement(SIDE, List.of(small, large)).isFair(2)).isFalse();
    }

    @Test
    void a_companion_as_large_as_the_subject_is_not_fair() {
        Body left = body(SceneClass.DOTTED_DISC, 16, 32, 12);
        Body right = body(SceneClass.STRIPED_DISC, 48, 32, 12);
        assertThat(new Arrangement(SIDE, List.of(left, right)).isFair(1.01)).isFalse();
    }

    private int overlap() {
        BitSet shared = object(SceneClass.RINGED_STAR, List.of(large)).mask().pixels();
        shared.and(object(SceneClass.DOTTED_DISC, List.of(small)).mask().pixels());
        return shared.cardinality();
    }

    private static SceneObject object(SceneClass kind, List<Body> bodies) {
        return new Arrangement(SIDE, bodies)
                .objects().stream()
                        .filter(object -> object.label() == kind.ordinal())
                        .findFirst()
                        .orElseThrow();
    }

    private static boolean isNear(Mask mask, int y, int x) {
        for (int row = y - 1; row <= y + 1; row++) {
            for (int column = x - 1; column <= x + 1; column++) {
                if (mask.contains(row, column)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Body body(SceneClass kind, double x, double y, double radius) {
        return Body.draw(Dice.of(1), kind, Pose.of(x, y, radius, 0.4));
    }
}
