package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void areas_are_those_of_the_drawn_shapes() {
        for (Shape shape : Shape.values()) {
            Footprint footprint = Footprint.of(shape, Pose.of(0, 0, 200, 0.3), 1);
            assertThat(footprint.area() / 40_000.0).as(shape.name()).isCloseTo(shape.area(), within(0.005));
        }
    }

    @Test
    void nothing_lies_beyond_the_reach_of_an_outline() {
        Dice dice = Dice.of(1);
        for (Outline outline : outlines(dice)) {
            for (int i = 0; i < 2000; i++) {
                double angle = dice.angle();
                double radius = outline.reach() * dice.between(1, 1.5);
                double distance = outline.distance(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
                assertThat(distance).as(outline.toString()).isPositive();
            }
        }
    }

    @Test
    void a_star_has_five_points_and_five_notches() {
        for (int i = 0; i < 5; i++) {
            double point = StrictMath.PI * (0.5 + 0.4 * i);
            double notch = point + StrictMath.PI / 5;
            assertThat(Shape.STAR.distance(1.2 * StrictMath.cos(point), 1.2 * StrictMath.sin(point)))
                    .isCloseTo(0, within(1e-9));
            assertThat(Shape.STAR.distance(0.6 * StrictMath.cos(notch), 0.6 * StrictMath.sin(notch)))
                    .isCloseTo(0, within(1e-9));
        }
    }

    private static List<Outline> outlines(Dice dice) {
        return List.of(
                Shape.DISC, Shape.SQUARE, Shape.TRIANGLE, Shape.STAR, Shape.CROSS, Blob.draw(dice), new Stroke(0.05));
    }
}
