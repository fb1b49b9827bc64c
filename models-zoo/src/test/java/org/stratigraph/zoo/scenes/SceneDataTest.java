package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

class SceneDataTest {
    private final SceneData data = new SceneData(7, 64, 1_000_000, 50);

    @Test
    void samples_are_the_scenes_with_all_their_truth() throws IOException {
        Sample sample = data.samples(Split.TEST).sample(3);
        Scene scene = new Scenes(7, Split.TEST, 64).scene(3);

        assertThat(sample.name()).isEqualTo("scene 7/test/3");
        assertThat(sample.image().samples()).isEqualTo(scene.image().samples());
        assertThat(sample.label()).isEqualTo(scene.label());
        assertThat(sample.objects())
                .hasSameSizeAs(scene.objects())
                .allSatisfy(
                        object -> assertThat(object.mask().orElseThrow().box()).isEqualTo(object.box()));
        assertThat(data.labels().names()).isEqualTo(Scenes.classNames());
    }

    @Test
    void splits_have_the_sizes_asked_for() {
        assertThat(data.samples(Split.TRAIN).size()).isEqualTo(1_000_000);
        Samples validation = data.samples(Split.VALIDATION);
        assertThat(validation.size()).isEqualTo(50);
        assertThatThrownBy(() -> validation.sample(50)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void what_cannot_be_drawn_is_refused_at_once() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SceneData(1, 16, 10, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new SceneData(1, 64, 0, 10));
    }
}
