package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SceneClassTest {
    @Test
    void no_shape_tells_the_class_alone() {
        assertThat(Arrays.stream(SceneClass.values())
                        .collect(Collectors.groupingBy(SceneClass::shape, Collectors.counting()))
                        .values())
                .allMatch(count -> count >= 2);
    }

    @Test
    void no_texture_tells_the_class_alone() {
        assertThat(Arrays.stream(SceneClass.values())
                        .collect(Collectors.groupingBy(SceneClass::texture, Collectors.counting()))
                        .values())
                .allMatch(count -> count >= 2);
    }

    @Test
    void no_two_classes_look_the_same() {
        assertThat(Arrays.stream(SceneClass.values())
                        .map(kind -> kind.texture() + " " + kind.shape())
                        .distinct())
                .hasSize(10);
    }
}
