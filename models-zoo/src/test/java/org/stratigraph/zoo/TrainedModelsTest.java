package org.stratigraph.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.training.Augmentation;
import org.stratigraph.core.training.LearningRate;
import org.stratigraph.core.training.StateDict;
import org.stratigraph.core.training.Trainer;
import org.stratigraph.core.training.TrainingModels;
import org.stratigraph.core.training.TrainingPlan;
import org.stratigraph.core.training.Validation;
import org.stratigraph.core.weights.MemoryWeights;
import org.stratigraph.core.weights.SafeTensorsFormat;
import org.stratigraph.core.weights.WeightsSource;
import org.stratigraph.zoo.scenes.SceneData;
import org.stratigraph.zoo.scenes.Scenes;
import org.stratigraph.zoo.topology.ResNet;
import org.stratigraph.zoo.topology.Vgg;

/** From a training to a file to a model. */
class TrainedModelsTest {
    private static final Placement CPU = Placement.standard().on("cpu");
    private static final SceneData SCENES = new SceneData(1, 32, 64, 8);
    private static final TorchvisionLoader RESNET = new TorchvisionLoader("resnet50", ResNet.resnet50(), false);
    private static final TorchvisionLoader VGG = new TorchvisionLoader("vgg16", Vgg.vgg16(), true);
    private static final TorchvisionLoader VGG_TRAINED =
            new TorchvisionLoader("vgg16_bn", Vgg.vgg16().withBatchNorm(), false);
    private static final TorchvisionLoader VGG_FOLDED =
            new TorchvisionLoader("vgg16_bn", Vgg.vgg16().withBatchNorm(), true);

    /** The input, 13 convolutions and as many ReLUs, 5 pools, the grid, flatten, 3 linear layers, 2 ReLUs, 2 dropouts. */
    private static final int VGG16_NODES = 1 + 26 + 5 + 1 + 1 + 3 + 2 + 2;

    @TempDir
    private Path folder;

    @Test
    void the_state_of_a_network_is_the_file_it_was_opened_from() throws Exception {
        WeightsSource file = new SafeTensorsFormat().open(resource("thin_resnet50.safetensors"));
        try (Model model = RESNET.open(file, CPU)) {
            Map<String, Tensor> state = StateDict.of(model.network());

            assertThat(state.keySet())
                    .containsExactlyInAnyOrderElementsOf(file.names().stream()
                            .filter(name -> !name.endsWith("num_batches_tracked"))
                            .toList());
            state.forEach((name, tensor) -> {
                assertThat(tensor.shape()).as(name).isEqualTo(file.shape(name));
                assertThat(tensor.toArray())
                        .as(name)
                        .isEqualTo(file.tensor(name).toArray());
            });
        }
    }

    @Test
    void a_written_model_knows_its_classes_and_its_pictures() throws IOException {
        Path file = folder.resolve("trained.safetensors");
        try (Model model = RESNET.untrained(32, 10, 1, CPU)) {
            TrainingModels.write(file, StateDict.of(model.network()), SCENES.labels(), 96);
        }

        try (Model model = RESNET.open(new SafeTensorsFormat().open(file), CPU)) {
            assertThat(model.labels().names()).isEqualTo(Scenes.classNames());
            assertThat(model.preprocessing().cropWidth()).isEqualTo(96);
            RgbImage exact = SCENES.samples(Split.TEST).sample(0).image();
            assertThat(Preprocessing.square(32).view(exact).samples()).isEqualTo(exact.samples());
        }
    }

    @Test
    void notes_that_do_not_fit_are_refused() {
        MemoryWeights weights = new MemoryWeights("these weights", Map.of(), Map.of("labels", "one\ntwo", "side", "0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notes(weights).labels(3))
                .withMessageContaining("these weights names 2 classes, but its last layer tells 3 apart");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notes(weights).preprocessing())
                .withMessageContaining("'0'");
    }

    @Test
    void a_vgg_trained_with_batch_norm_becomes_a_plain_one_with_the_same_logits() throws IOException {
        Tensor images = noise();
        try (Model trained = TrainingModels.adapted(VGG_TRAINED.untrained(32, 10, 1, CPU), SCENES.labels(), 32)) {
            train(trained);
            MemoryWeights weights = new MemoryWeights("a training", StateDict.of(trained.network()), Map.of());
            try (Model folded = VGG_FOLDED.open(weights, CPU);
                    Model plain = VGG.open(plain(folded), CPU)) {
                float[] expected = trained.network().logits(images).toArray();
                float[] found = plain.network().logits(images).toArray();

                assertThat(plain.network().nodes()).hasSize(VGG16_NODES);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(found[i]).isCloseTo(expected[i], within(1e-4f));
                }
            }
        }
    }

    @Test
    void networks_of_other_layers_cannot_lend_their_names() {
        try (Model resnet = RESNET.untrained(64, 10, 1, CPU)) {
            Map<String, Tensor> weights = StateDict.of(resnet.network());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TrainingModels.renamed(weights, VGG))
                    .withMessageContaining("no counterpart");
        }
    }

    private static WeightsSource plain(Model folded) {
        return new MemoryWeights("folded", TrainingModels.renamed(StateDict.of(folded.network()), VGG), Map.of());
    }

    /** A few steps, so that no batch norm is the identity any more. */
    private static void train(Model model) throws IOException {
        TrainingPlan plan = new TrainingPlan(4, 8, new LearningRate(0.01, 0, 0), 1, Augmentation.none(), List.of());
        try (Trainer trainer = new Trainer(model, plan, Validation.none())) {
            trainer.run(SCENES, Optional.empty(), report -> {}, () -> false);
        }
    }

    private static Tensor noise() {
        float[] values = new float[2 * 3 * 32 * 32];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, 2, 3, 32, 32);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(TrainedModelsTest.class.getResource("/golden/" + name).toURI());
    }
}
