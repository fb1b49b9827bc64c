package org.stratigraph.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Split;

class TrainerTest {
    private static final DataSource DATA = TinyTraining.noise(40);
    private static final Augmentation SHAKEN = new Augmentation(true, 1, 0.1);

    @TempDir
    private Path folder;

    @Test
    void twenty_steps_from_one_seed_give_the_same_weights_twice() throws IOException {
        Map<String, List<Float>> first = train(plan(20, 1), 20);

        assertThat(train(plan(20, 1), 20)).isEqualTo(first);
        assertThat(train(plan(20, 2), 20)).isNotEqualTo(first);
    }

    @Test
    void stopping_and_resuming_equals_not_stopping() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        Checkpoints checkpoints = new Checkpoints(file, 1000);
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan(20, 1), Validation.none())) {
            Ending ending = trainer.run(DATA, Optional.of(checkpoints), report -> {}, () -> trainer.step() == 7);
            assertThat(ending).isEqualTo(Ending.INTERRUPTED);
        }

        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan(20, 1), Validation.none())) {
            trainer.resume(file);
            assertThat(trainer.step()).isEqualTo(7);
            Ending ending = trainer.run(DATA, Optional.of(checkpoints), report -> {}, () -> false);
            assertThat(ending).isEqualTo(Ending.FINISHED);
            assertThat(numbers(model)).isEqualTo(train(plan(20, 1), 20));
        }
    }

    @Test
    void a_checkpoint_of_another_plan_is_refused() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan(20, 1), Validation.none())) {
            trainer.run(DATA, Optional.of(new Checkpoints(file, 5)), report -> {}, () -> trainer.step() == 5);
        }
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan(20, 2), Validation.none())) {
            assertThatThrownBy(() -> trainer.resume(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("belongs to another training");
        }
    }

    @Test
    void an_interrupted_thread_stops_and_leaves_a_checkpoint() throws IOException {
        Path file = folder.resolve("checkpoint.safetensors");
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan(20, 1), Validation.none())) {
            Thread.currentThread().interrupt();
            Ending ending = trainer.run(DATA, Optional.of(new Checkpoints(file, 5)), report -> {}, () -> false);

            assertThat(ending).isEqualTo(Ending.INTERRUPTED);
            assertThat(Files.exists(file)).isTrue();
        }
    }

    @Test
    void frozen_layers_do_not_move_and_all_others_do() throws IOException {
        TrainingPlan plan =
                new TrainingPlan(5, 8, new LearningRate(0.01, 0, 0.01), 1, Augmentation.none(), List.of("stem"));
        Map<String, List<Float>> before;
        try (Model model = TinyTraining.model()) {
            before = numbers(model);
        }

        train(plan, 5).forEach((name, values) -> {
            if (name.startsWith("stem.")) {
                assertThat(values).as(name).isEqualTo(before.get(name));
            } else {
                assertThat(values).as(name).isNotEqualTo(before.get(name));
            }
        });
    }

    @Test
    void layers_to_freeze_must_exist_and_leave_something_to_learn() {
        try (Model model = TinyTraining.model()) {
            assertThatThrownBy(() -> new Trainer(model, frozen("sten"), Validation.none()))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("no layer 'sten'");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Trainer(model, frozen("stem", "block", "fc"), Validation.none()))
                    .withMessageContaining("nothing to learn");
        }
    }

    @Test
    void sixteen_pictures_of_noise_are_learned_by_heart() throws IOException {
        TrainingPlan plan = new TrainingPlan(300, 16, new LearningRate(0.02, 10, 0), 1, Augmentation.none(), List.of());
        DataSource few = TinyTraining.noise(16);
        List<Integer> validatedAt = new ArrayList<>();
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan, new Validation(20, 16, 1))) {
            TrainingListener listener = new TrainingListener() {
                @Override
                public void stepped(StepReport report) {}

                @Override
                public void validated(int step, Accuracy accuracy) {
                    validatedAt.add(step);
                }
            };
            Ending ending = trainer.run(few, Optional.empty(), listener, () -> false);

            assertThat(ending).isEqualTo(Ending.TARGET_REACHED);
            assertThat(validatedAt).startsWith(20).endsWith(trainer.step());
            assertThat(Examination.of(model, few.samples(Split.TEST), 100)).isEqualTo(new Accuracy(16, 16));
        }
    }

    @Test
    void a_model_serves_again_when_its_training_is_closed() throws IOException {
        try (Model model = TinyTraining.model()) {
            for (int i = 0; i < 2; i++) {
                try (Trainer trainer = new Trainer(model, plan(3, 1), Validation.none())) {
                    trainer.run(DATA, Optional.empty(), report -> {}, () -> false);
                }
                Tensor one = model.preprocessing()
                        .apply(DATA.samples(Split.TEST).sample(0).image());
                assertThat(model.network().logits(Tensor.stack(List.of(one))).shape())
                        .containsExactly(1, 4);
            }
        }
    }

    @Test
    void native_memory_stays_flat() throws IOException {
        TrainingPlan plan = plan(260, 1);
        List<Long> resident = new ArrayList<>();
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan, Validation.none())) {
            trainer.run(DATA, Optional.empty(), report -> resident.add(residentKiB()), () -> false);
        }
        // One batch of activations is about 1 MiB here; leaking them would show as 200 MiB.
        assertThat(resident.get(259) - resident.get(59)).isLessThan(40_000);
    }

    private static long residentKiB() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException noLinux) {
            return 0;
        }
    }

    private static TrainingPlan plan(int steps, long seed) {
        return new TrainingPlan(steps, 8, new LearningRate(0.01, 3, 0.01), seed, SHAKEN, List.of());
    }

    private static TrainingPlan frozen(String... layers) {
        return new TrainingPlan(1, 8, new LearningRate(0.01, 0, 0), 1, SHAKEN, List.of(layers));
    }

    private static Map<String, List<Float>> train(TrainingPlan plan, int steps) throws IOException {
        try (Model model = TinyTraining.model();
                Trainer trainer = new Trainer(model, plan, Validation.none())) {
            List<Integer> heard = new ArrayList<>();
            trainer.run(DATA, Optional.empty(), report -> heard.add(report.step()), () -> false);
            assertThat(heard).hasSize(steps).endsWith(steps);
            return numbers(model);
        }
    }

    private static Map<String, List<Float>> numbers(Model model) {
        Map<String, List<Float>> numbers = new LinkedHashMap<>();
        StateDict.of(model.network()).forEach((name, tensor) -> {
            List<Float> values = new ArrayList<>();
            for (float value : tensor.toArray()) {
                values.add(value);
            }
            numbers.put(name, values);
        });
        return numbers;
    }
}
