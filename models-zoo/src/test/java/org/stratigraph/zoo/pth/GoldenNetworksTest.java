package org.stratigraph.zoo.pth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.weights.SafeTensorsFormat;
import org.stratigraph.core.weights.WeightsSource;

/** The thin networks that PyTorch saved in both formats. */
class GoldenNetworksTest {
    @ParameterizedTest
    @CsvSource({"thin_vgg16, 32, 0", "thin_resnet50, 320, 53"})
    void both_files_of_a_network_hold_the_same(String network, int tensors, int counters) throws Exception {
        WeightsSource pth = new PthFormat().open(resource(network + ".pth"));
        WeightsSource safeTensors = new SafeTensorsFormat().open(resource(network + ".safetensors"));

        assertThat(pth.names()).hasSize(tensors).containsExactlyElementsOf(safeTensors.names());
        assertThat(pth.names().stream().filter(GoldenNetworksTest::isCounter)).hasSize(counters);
        for (String name : pth.names()) {
            assertThat(pth.shape(name)).as(name).isEqualTo(safeTensors.shape(name));
            assertSameNumbers(pth, safeTensors, name);
        }
    }

    private static void assertSameNumbers(WeightsSource pth, WeightsSource safeTensors, String name) {
        if (isCounter(name)) {
            assertThatIllegalArgumentException().isThrownBy(() -> pth.tensor(name));
            assertThatIllegalArgumentException().isThrownBy(() -> safeTensors.tensor(name));
        } else {
            assertThat(pth.tensor(name).shape()).as(name).isEqualTo(pth.shape(name));
            assertThat(pth.tensor(name).toArray())
                    .as(name)
                    .isEqualTo(safeTensors.tensor(name).toArray());
        }
    }

    private static boolean isCounter(String name) {
        return name.endsWith("num_batches_tracked");
    }

    private static Path resource(String name) throws IOException, URISyntaxException {
        return Path.of(GoldenNetworksTest.class.getResource("/golden/" + name).toURI());
    }
}
