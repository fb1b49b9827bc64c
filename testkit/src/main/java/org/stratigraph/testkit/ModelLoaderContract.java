package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/** What is true of every model loader. */
public abstract class ModelLoaderContract {
    private static final Placement HERE = Placement.standard();
    private static final int CLASSES = 7;
    private static final String SURPLUS = "nobody.asked.for.this";

    /** The loader, as its plugin makes it. */
    protected abstract ModelLoader loader();

    /** A sound set of weights for it, as thin as may be. */
    protected abstract WeightsSource weights();

    /** By what an untrained model's widths are divided here. */
    protected int divisor() {
        return 16;
    }

    /** Height and width of an image that the model takes. */
    protected int side() {
        return 64;
    }

    @Test
    void an_untrained_model_has_the_classes_that_it_is_asked_for() {
        for (int classes : new int[] {2, CLASSES}) {
            try (Model model = loader().untrained(divisor(), classes, 1, HERE)) {
                assertSound(model);
                assertThat(model.labels().names()).as("labels").hasSize(classes);
            }
        }
    }

    @Test
    void a_seed_gives_one_untrained_model_and_another_seed_another() {
        float[] logits = untrainedLogits(5);
        assertThat(untrainedLogits(5)).as("the same seed again").isEqualTo(logits);
        assertThat(untrainedLogits(6)).as("another seed").isNotEqualTo(logits);
    }

    @Test
    void weights_give_the_same_model_each_time() {
        try (Model first = loader().open(weights(), HERE);
                Model second = loader().open(weights(), HERE)) {
            assertSound(first);
            assertThat(logits(second)).isEqualTo(logits(first));
        }
    }

    @Test
    void a_model_is_the_same_in_another_precision_and_layout() {
        Placement exact = HERE.in(Precision.FLOAT64).laidOut(Layout.CHANNELS_FIRST);
        try (Model here = loader().open(weights(), HERE);
                Model there = loader().open(weights(), exact)) {
            Close.assertClose(logits(here), logits(there), "logits");
        }
    }

    @Test
    void weights_with_a_tensor_missing_are_refused_by_its_name() {
        WeightsSource sound = weights();
        for (String name : some(sound)) {
            refused(AlteredWeights.without(sound, name), name);
        }
    }

    @Test
    void weights_with_a_tensor_of_another_shape_are_refused_by_its_name() {
        WeightsSource sound = weights();
        for (String name : some(sound)) {
            int[] shape = Arrays.copyOf(sound.shape(name), sound.shape(name).length + 1);
            shape[shape.length - 1] = 1;
            refused(AlteredWeights.with(sound, name, sound.tensor(name).reshape(shape)), name);
        }
    }

    @Test
    void weights_with_a_tensor_left_over_are_refused_by_its_name() {
        refused(AlteredWeights.with(weights(), SURPLUS, Tensor.of(new float[3], 3)), SURPLUS);
    }

    @Test
    void closing_a_model_frees_its_weights() {
        Model model = loader().open(weights(), HERE);
        List<NDArray> parameters = model.network().nodes().stream()
                .flatMap(node -> node.op().parameters().stream())
                .toList();
        assertThat(parameters).isNotEmpty().noneMatch(NDArray::isReleased);
        model.close();
        assertThat(parameters).allMatch(NDArray::isReleased);
        assertThatIllegalStateException().isThrownBy(() -> logits(model));
    }

    private void refused(WeightsSource unsound, String name) {
        assertThatIllegalArgumentException()
                .as("weights with '%s' amiss", name)
                .isThrownBy(() -> loader().open(unsound, HERE).close())
                .withMessageContaining(name);
    }

    /** A few names from the first to the last, of floats only. */
    private static Set<String> some(WeightsSource weights) {
        List<String> floats =
                weights.names().stream().filter(name -> isFloat(weights, name)).toList();
        Set<String> some = new LinkedHashSet<>();
        for (int i = 0; i <= 4; i++) {
            some.add(floats.get(i * (floats.size() - 1) / 4));
        }
        return some;
    }

    private static boolean isFloat(WeightsSource weights, String name) {
        try {
            weights.tensor(name);
            return true;
        } catch (IllegalArgumentException wholeNumbers) {
            return false;
        }
    }

    private void assertSound(Model model) {
        float[] logits = logits(model);
        assertThat(logits)
                .as("a label for each logit")
                .hasSize(2 * model.labels().names().size());
        for (float logit : logits) {
            assertThat(logit).isFinite();
        }
        assertThat(Arrays.copyOf(logits, logits.length / 2))
                .as("logits of two images")
                .isNotEqualTo(Arrays.copyOfRange(logits, logits.length / 2, logits.length));
    }

    private float[] untrainedLogits(long seed) {
        try (Model model = loader().untrained(divisor(), CLASSES, seed, HERE)) {
            return logits(model);
        }
    }

    private float[] logits(Model model) {
        return model.network().logits(Noise.tensor(11, 2, 3, side(), side())).toArray();
    }
}
