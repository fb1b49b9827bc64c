package org.stratigraph.tif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Fuser;

/**
 * TIF of every base method's stored maps against numbers computed in float64 with PyTorch, for two networks and two sizes. Pixels within
 * 5e-5 of a threshold, where rounding decides, are marked in the numbers and only asked to lie between 0 and L.
 */
class TifGoldenTest {
    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16", "thin_resnet50"})
    void every_base_method_and_alpha_at_64_x_64(String network) {
        assertThat(check(network)).isEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thin_vgg16_nonsquare", "thin_resnet50_nonsquare"})
    void a_picture_that_is_not_square(String network) {
        assertThat(check(network)).isEqualTo(4);
    }

    private static int check(String name) {
        try {
            SafeTensors tensors = SafeTensors.open(resource(name + ".safetensors"));
            List<String> lines = Files.readAllLines(resource(name + ".tsv"));
            for (String line : lines.subList(1, lines.size())) {
                check(tensors, line.split("\t"));
            }
            return lines.size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns: tensor, tolerance, tensor of near ties, its bit for this alpha, the tensors that were fused. */
    private static void check(SafeTensors tensors, String[] columns) throws IOException {
        Fuser fuser = Parts.fuser("tif:alpha=" + columns[0].substring(columns[0].indexOf("/alpha") + 6));
        double tolerance = Double.parseDouble(columns[1]);
        long[] nearTies = tensors.integers(columns[2]);
        int bit = 1 << Integer.parseInt(columns[3]);
        String[] layers = columns[4].split(" ");
        Tensor expected = tensors.floats(columns[0]);
        int pixels = expected.dimension(1) * expected.dimension(2);
        for (int image = 0; image < expected.dimension(0); image++) {
            float[] got = fuser.fuse(maps(tensors, layers, image, expected)).values();
            float[] want = expected.slice(image).toArray();
            for (int pixel = 0; pixel < pixels; pixel++) {
                String where = columns[0] + ", image " + image + ", pixel " + pixel;
                if ((nearTies[image * pixels + pixel] & bit) == 0) {
                    assertThat(Math.abs((double) got[pixel] - want[pixel]))
                            .as(where)
                            .isLessThanOrEqualTo(tolerance);
                }
                assertThat(got[pixel]).as(where).isBetween(0f, (float) layers.length);
            }
        }
        long compared =
                Arrays.stream(nearTies).filter(mask -> (mask & bit) == 0).count();
        assertThat(compared).as("pixels compared of %s", columns[0]).isGreaterThan(nearTies.length * 8L / 10);
    }

    private static List<SaliencyMap> maps(SafeTensors tensors, String[] layers, int image, Tensor expected)
            throws IOException {
        List<SaliencyMap> maps = new ArrayList<>();
        for (String layer : layers) {
            Tensor map = tensors.floats(layer).slice(image);
            maps.add(new LayerMap(layer, map.dimension(0), map.dimension(1), map.toArray())
                    .upsample(expected.dimension(1), expected.dimension(2)));
        }
        return maps;
    }

    private static Path resource(String name) {
        try {
            return Path.of(
                    TifGoldenTest.class.getResource("/golden/tif/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
