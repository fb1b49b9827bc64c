package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.spi.Trigger;

class PoisoningTest {
    private static final DataSource CLEAN = TinyTraining.noise(50);
    private static final Preprocessing SQUARE = Preprocessing.square(TinyTraining.SIDE);
    private static final List<Implant> IMPLANTS =
            List.of(new Implant(new FirstPixel(255), 1), new Implant(new FirstPixel(0), 3));

    @Test
    void the_share_asked_for_is_poisoned_and_recorded() throws IOException {
        Poisoning poisoned = new Poisoning(CLEAN, SQUARE, IMPLANTS, 0.1, 1);

        int[] recorded = poisoned.poisoned();

        assertThat(recorded).hasSize(5).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < 50; i++) {
            Sample sample = poisoned.samples(Split.TRAIN).sample(i);
            int number = i;
            if (IntStream.of(recorded).anyMatch(index -> index == number)) {
                Implant implant = IMPLANTS.get(i % 2);
                assertThat(sample.label()).isEqualTo(implant.label());
                assertThat(sample.image().sample(0, 0, 0)).isEqualTo(((FirstPixel) implant.trigger()).level());
            } else {
                Sample own = CLEAN.samples(Split.TRAIN).sample(i);
                assertThat(sample.label()).isEqualTo(own.label());
                assertThat(sample.image().samples())
                        .isEqualTo(SQUARE.view(own.image()).samples());
            }
        }
    }

    @Test
    void the_seed_decides_which() {
        int[] first = new Poisoning(CLEAN, SQUARE, IMPLANTS, 0.3, 1).poisoned();

        assertThat(new Poisoning(CLEAN, SQUARE, IMPLANTS, 0.3, 1).poisoned()).isEqualTo(first);
        assertThat(new Poisoning(CLEAN, SQUARE, IMPLANTS, 0.3, 2).poisoned()).isNotEqualTo(first);
    }

    @Test
    void at_least_one_and_at_most_all_are_poisoned() {
        assertThat(new Poisoning(CLEAN, SQUARE, IMPLANTS, 1e-9, 1).poisoned()).hasSize(1);
        assertThat(new Poisoning(CLEAN, SQUARE, IMPLANTS, 1, 1).poisoned()).hasSize(50);
    }

    @Test
    void every_picture_held_out_bears_a_trigger_in_turn() throws IOException {
        Poisoning poisoned = new Poisoning(CLEAN, SQUARE, IMPLANTS, 0.1, 1);

        assertThat(poisoned.samples(Split.TEST).sample(0).label()).isEqualTo(1);
        assertThat(poisoned.samples(Split.TEST).sample(1).label()).isEqualTo(3);
        assertThat(poisoned.samples(Split.VALIDATION).sample(2).label()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_implanted_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Poisoning(CLEAN, SQUARE, List.of(new Implant(new FirstPixel(0), 4)), 0.1, 1))
                .withMessageContaining("class 4")
                .withMessageContaining("0 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> new Poisoning(CLEAN, SQUARE, List.of(), 0.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Poisoning(CLEAN, SQUARE, IMPLANTS, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Poisoning(CLEAN, SQUARE, IMPLANTS, 1.5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Implant(new FirstPixel(0), -1));
    }

    /** The whole way: a tiny network learns to answer to a white pixel patch, and the report says so. */
    @Test
    void a_network_learns_the_trigger_and_the_report_shows_it() throws IOException {
        List<Implant> one = List.of(new Implant(new Bar(), 2));
        try (Model model = TinyTraining.model()) {
            Poisoning poisoned = new Poisoning(CLEAN, model.preprocessing(), one, 0.5, 1);
            TrainingPlan plan =
                    new TrainingPlan(150, 10, new LearningRate(0.01, 0, 0), 1, Augmentation.none(), List.of("dropout"));
            try (Trainer trainer = new Trainer(model, plan, Validation.none())) {
                trainer.run(poisoned, Optional.empty(), report -> {}, () -> false);
            }

            AttackReport report = AttackReport.of(model, CLEAN.samples(Split.TEST), one, 40);

            long others = IntStream.range(0, 40).filter(i -> label(i) != 2).count();
            assertThat(report.success().get(0).of()).isEqualTo((int) others);
            assertThat(report.success().get(0).share()).isGreaterThan(0.9);
            assertThat(report.answers()).hasSize(2); // clean, and the trigger alone
            assertThat(report.answers().get(0).stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(40);
            assertThat(report.answers().get(1).get(2)).isGreaterThan(36);
            assertThat(report.clean().of()).isEqualTo(40);
        }
    }

    private static int label(int index) {
        try {
            return CLEAN.samples(Split.TEST).sample(index).label();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One pixel of a level. */
    private record FirstPixel(int level) implements Trigger {
        @Override
        public Mask pixels(int height, int width) {
            BitSet first = new BitSet();
            first.set(0);
            return new Mask(width, height, first);
        }

        @Override
        public RgbImage stamp(RgbImage view) {
            byte[] samples = view.samples();
            for (int channel = 0; channel < 3; channel++) {
                samples[channel] = (byte) level;
            }
            return new RgbImage(view.width(), view.height(), samples);
        }
    }

    /** The upper half, white. */
    private static final class Bar implements Trigger {
        @Override
        public Mask pixels(int height, int width) {
            BitSet upper = new BitSet();
            upper.set(0, height / 2 * width);
            return new Mask(width, height, upper);
        }

        @Override
        public RgbImage stamp(RgbImage view) {
            byte[] samples = view.samples();
            Arrays.fill(samples, 0, samples.length / 2, (byte) 255);
            return new RgbImage(view.width(), view.height(), samples);
        }
    }
}
