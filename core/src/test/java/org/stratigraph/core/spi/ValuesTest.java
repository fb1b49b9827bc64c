package org.stratigraph.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;

/** Requests, labels and names check what they are made of. */
class ValuesTest {
    private static final Tensor TWO_IMAGES = Tensor.of(new float[6], 2, 3, 1, 1);

    @Test
    void a_request_is_a_batch_with_a_target_each_and_a_layer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(TWO_IMAGES.slice(0), new int[1], List.of("input")))
                .withMessageContaining("(N, C, H, W)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(TWO_IMAGES, new int[1], List.of("input")))
                .withMessage("2 images need as many targets, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Request(TWO_IMAGES, new int[2], List.of()))
                .withMessageContaining("at least one layer");
    }

    @Test
    void a_request_does_not_change_with_the_lists_it_was_made_of() {
        List<Target> targets = new ArrayList<>(List.of(Target.logit(1), Target.logit(2)));
        Request request = new Request(TWO_IMAGES, targets, List.of("input"));
        targets.set(0, Target.logit(7));
        assertThat(request.targets()).containsExactly(Target.logit(1), Target.logit(2));
    }

    @Test
    void a_class_is_found_by_its_name_whatever_the_case() {
        Labels labels = new Labels(List.of("great white shark", "crane", "tench", "crane"));
        assertThat(labels.index("Great_white_SHARK")).isZero();
        assertThat(labels.name(2)).isEqualTo("tench");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> labels.index("tensh"))
                .withMessageContaining("no class 'tensh'; nearest of 4: tench");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> labels.index("crane"))
                .withMessageContaining("[1, 3]");
        assertThat(Labels.numbered(2).names()).containsExactly("class 0", "class 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grad-cam", "grad-cam++", "squeezenet1_0", "input-x-gradient", "tif"})
    void names_that_a_user_can_type_are_taken(String name) {
        assertThat(Named.of(name, "", name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Grad-CAM", "grad cam", "1x", "a:b", "a,b", "a@b", "-a"})
    void names_that_mean_something_else_in_a_spec_are_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Named.of(name, "", name))
                .withMessageContaining("'" + name + "' is no name");
    }
}
