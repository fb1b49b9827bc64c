package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.Settings;

/** What baselines give for two images of two channels of 2 x 3 positions. */
class BaselineTest {
    private static final Tensor ACTIVATION = Tensor.of(
            new float[] {0, 1, 2, 3, 4, 8, 1, 1, 1, 1, 1, 7, 6, 0, 0, 0, 0, 0, -1, -2, -3, -4, -5, -6}, 2, 2, 2, 3);

    @ParameterizedTest
    @ValueSource(strings = {"zero", "constant:-1.5"})
    void a_constant_is_one_row_for_all_images(String typed) {
        Tensor baseline = baseline(typed, Placement.standard());
        assertThat(baseline.shape()).containsExactly(1, 2, 2, 3);
        assertThat(baseline.toArray()).containsOnly(typed.equals("zero") ? 0 : -1.5f);
    }

    /** By hand: 18 / 6 and 12 / 6; 6 / 6 and -21 / 6. */
    @ParameterizedTest
    @EnumSource
    void the_mean_is_that_of_each_channel_of_each_image(Placement.Layout layout) {
        Tensor baseline = baseline("mean", Placement.standard().laidOut(layout));
        assertThat(baseline.shape()).containsExactly(2, 2, 2, 3);
        float[] means = {3, 2, 1, -3.5f};
        for (int i = 0; i < baseline.size(); i++) {
            assertThat((double) baseline.toArray()[i]).isCloseTo(means[i / 6], within(1e-6));
        }
    }

    /**
     * The slow way: every position is the sum of all positions within three sigma of it, those beyond an edge being the edge.
     * Sums of a few products in float32: 1e-5 of numbers up to 8.
     */
    @ParameterizedTest
    @EnumSource
    void a_blur_is_a_gaussian_over_each_plane(Placement.Layout layout) {
        double sigma = 0.8;
        float[] sharp = ACTIVATION.toArray();
        float[] blurred =
                baseline("blur:" + sigma, Placement.standard().laidOut(layout)).toArray();
        for (int i = 0; i < sharp.length; i++) {
            double sum = 0;
            double weights = 0;
            for (int down = -3; down <= 3; down++) {
                for (int across = -3; across <= 3; across++) {
                    double weight = Math.exp(-(down * down + across * across) / (2 * sigma * sigma));
                    int y = Math.max(0, Math.min(1, i / 3 % 2 + down));
                    int x = Math.max(0, Math.min(2, i % 3 + across));
                    sum += weight * sharp[i / 6 * 6 + 3 * y + x];
                    weights += weight;
                }
            }
            assertThat((double) blurred[i]).as("number %d", i).isCloseTo(sum / weights, within(1e-4));
        }
    }

    @Test
    void a_blur_is_by_default_a_twentieth_of_the_shorter_side() {
        float[] point = new float[20 * 30];
        point[10 * 30 + 15] = 1;
        Tensor activation = Tensor.of(point, 1, 1, 20, 30);
        assertThat(baseline("blur", Placement.standard(), request(activation)).toArray())
                .isEqualTo(baseline("blur:1", Placement.standard(), request(activation))
                        .toArray());
    }

    @Test
    void a_file_that_is_no_picture_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.png"), "no picture at all");
        Request prepared = request(ACTIVATION).preparedBy(Preprocessing.imagenet());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline("image:" + file, Placement.standard(), prepared))
                .withMessageContaining("picture cannot be read")
                .withMessageContaining("text.png");
    }

    @Test
    void a_picture_of_another_shape_than_the_input_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("colours.png");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        Preprocessing threeChannels = Preprocessing.exactly(2, 3, new float[3], new float[] {1, 1, 1});
        Request prepared = request(ACTIVATION).preparedBy(threeChannels);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline("image:" + file, Placement.standard(), prepared))
                .withMessageContaining("a picture is no baseline for activations of (2, 2, 2, 3)");
    }

    /** A batch of as many images as the activation has. */
    private static Request request(Tensor activation) {
        return new Request(activation, new int[activation.dimension(0)], List.of("input"));
    }

    private static Tensor baseline(String typed, Placement placement) {
        return baseline(typed, placement, request(ACTIVATION));
    }

    private static Tensor baseline(String typed, Placement placement, Request request) {
        try (NDManager manager = Torch.open(placement)) {
            return Torch.toHeap(Baseline.of(new Settings(Map.of("baseline", typed)))
                    .of(Torch.create(manager, request.images(), placement), request));
        }
    }
}
