package org.stratigraph.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.training.StateDict;

/** Sizes and layers of the zoo's topologies: torchvision's numbers of parameters, its names, and what each probe finds. */
class TopologiesTest {
    private static final List<String> RESNET_BLOCKS = blocks(3, 4, 6, 3);

    private Plugins plugins;
    private Catalog catalog;

    @BeforeEach
    void open() {
        plugins = Plugins.find(List.of());
        catalog = new Catalog(plugins.found());
    }

    @AfterEach
    void close() {
        plugins.close();
    }

    @ParameterizedTest
    @CsvSource({
        "vgg11, 132863336",
        "vgg11_bn:fold=false, 132868840",
        "vgg13, 133047848",
        "vgg13_bn:fold=false, 133053736",
        "vgg16, 138357544",
        "vgg16_bn:fold=false, 138365992",
        "vgg19, 143667240",
        "vgg19_bn:fold=false, 143678248",
        "resnet18:fold=false, 11689512",
        "resnet34:fold=false, 21797672",
        "resnet50:fold=false, 25557032",
        "resnet101:fold=false, 44549160",
        "resnet152:fold=false, 60192808",
        "alexnet, 61100840",
        "squeezenet1_0, 1248424",
        "squeezenet1_1, 1235496",
        "mobilenet_v2:fold=false, 3504872"
    })
    void a_full_width_model_has_as_many_parameters_as_torchvisions(String typed, long parameters) {
        try (Model model = catalog.models().make(typed).untrained(1, 1000, 1, Placement.standard())) {
            assertThat(model.network().parameterCount()).isEqualTo(parameters);
            assertThat(model.labels().name(0)).isEqualTo("tench");
        }
    }

    /** torchvision's state dicts, without the batch counters that inference never reads. */
    @ParameterizedTest
    @CsvSource({
        "alexnet, 16, features.10.weight, classifier.6.bias",
        "vgg11, 22, features.18.bias, classifier.3.weight",
        "vgg19_bn:fold=false, 102, features.50.running_var, classifier.0.weight",
        "resnet18:fold=false, 102, layer2.0.downsample.1.running_mean, layer4.1.bn2.weight",
        "resnet152:fold=false, 777, layer3.35.conv3.weight, layer1.0.downsample.0.weight",
        "squeezenet1_1, 52, features.12.expand3x3.bias, classifier.1.weight",
        "mobilenet_v2:fold=false, 262, features.1.conv.1.weight, features.17.conv.3.running_mean"
    })
    void the_tensors_of_a_model_are_named_as_torchvision_names_them(String typed, int count, String one, String other) {
        try (Model model = catalog.models().make(typed).untrained(16, 1000, 1, Placement.standard())) {
            assertThat(StateDict.of(model.network())).hasSize(count).containsKeys(one, other);
        }
    }

    @Test
    void all_of_vgg16_are_the_input_its_convolutions_relus_and_its_pools() {
        List<String> all = new ArrayList<>(List.of("input"));
        for (int module : new int[] {1, 3, 4, 6, 8, 9, 11, 13, 15, 16, 18, 20, 22, 23, 25, 27, 29, 30}) {
            all.add("features." + module);
        }
        with("vgg16", probe -> {
            assertThat(probe.apply("all")).hasSize(19).isEqualTo(all);
            assertThat(probe.apply("pools"))
                    .containsExactly("features.4", "features.9", "features.16", "features.23", "features.30");
            assertThat(probe.apply("blocks")).isEqualTo(probe.apply("pools"));
            assertThat(probe.apply("last-conv")).containsExactly("features.29");
            assertThat(probe.apply("relus")).hasSize(13).contains("features.1", "features.29");
        });
    }

    @ParameterizedTest
    @CsvSource({"resnet50", "resnet50:fold=false"})
    void all_of_resnet50_are_the_input_the_stem_and_its_blocks(String typed) {
        List<String> all = new ArrayList<>(List.of("input", "relu", "maxpool"));
        all.addAll(RESNET_BLOCKS);
        with(typed, probe -> {
            assertThat(probe.apply("all")).hasSize(19).isEqualTo(all);
            assertThat(probe.apply("blocks")).isEqualTo(RESNET_BLOCKS);
            assertThat(probe.apply("last-conv")).containsExactly("layer4.2");
            assertThat(probe.apply("pools")).containsExactly("maxpool");
            assertThat(probe.apply("relus"))
                    .hasSize(1 + 3 * 16)
                    .containsSubsequence("relu", "layer1.0.relu", "layer1.0.relu_1", "layer1.0", "layer1.1.relu");
        });
    }

    @Test
    void blocks_of_squeezenet_are_its_fire_modules() {
        List<String> fires = List.of(
                "features.3",
                "features.4",
                "features.5",
                "features.7",
                "features.8",
                "features.9",
                "features.10",
                "features.12");
        with("squeezenet1_0", probe -> {
            assertThat(probe.apply("blocks")).isEqualTo(fires);
            assertThat(probe.apply("last-conv")).containsExactly("classifier.2");
            assertThat(probe.apply("pools")).containsExactly("features.2", "features.6", "features.11");
            List<String> all = new ArrayList<>(List.of("input", "features.1", "features.2"));
            for (int fire : new int[] {3, 4, 5, 7, 8, 9, 10, 12}) {
                if (fire == 7 || fire == 12) {
                    all.add("features." + (fire - 1));
                }
                all.add("features." + fire + ".squeeze_activation");
                all.add("features." + fire);
            }
            all.add("classifier.2");
            assertThat(probe.apply("all")).isEqualTo(all);
        });
    }

    /** Lends a way to ask probes about a thin model. */
    private void with(String typed, Consumer<Function<String, List<String>>> questions) {
        try (Model model = catalog.models().make(typed).untrained(32, 4, 1, Placement.standard())) {
            Network network = model.network();
            questions.accept(probe -> catalog.probes().make(probe).layers(network));
        }
    }

    private static List<String> blocks(int... depths) {
        return IntStream.range(0, depths.length)
                .boxed()
                .flatMap(stage ->
                        IntStream.range(0, depths[stage]).mapToObj(block -> "layer" + (stage + 1) + "." + block))
                .toList();
    }
}
