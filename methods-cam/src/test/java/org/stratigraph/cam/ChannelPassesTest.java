package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.MemoryBudget;

/** Which channels Score-CAM and Ablation-CAM run, and what they make of them, on a network that can be followed by hand. */
class ChannelPassesTest {
    private static final float[] NOTHING = new float[4];
    private static final float[] FLAT = {2, 2, 2, 2};
    private static final float[] CORNER = {8, 0, 0, 0};
    private static final float[] ROW = {0, 0, 4, 4};

    /** Score-CAM runs those with contrast, Ablation-CAM those that are not zero, pytorch-grad-cam's Score-CAM as the first. */
    @ParameterizedTest
    @CsvSource({"score-cam,2", "score-cam:variant=softmax-channels,2", "ablation-cam,3"})
    void a_channel_that_can_say_nothing_is_not_run(String method, int live) {
        Tensor image = HandMade.image(NOTHING, FLAT, CORNER, ROW);
        List<String> heard = new ArrayList<>();
        try (Network network = HandMade.weighing(1, 1, 1, 1)) {
            Parts.method(method)
                    .attribute(
                            network,
                            HandMade.request(image)
                                    .within(new MemoryBudget(1))
                                    .heardBy((layer, done, all) -> heard.add(done + " of " + all)));
        }
        assertThat(heard).hasSize(live).last().isEqualTo(live + " of " + live);
    }

    /** The probability of an only class is 1, whatever the mask: the map is the sum of the channels with contrast. */
    @Test
    void score_cam_with_one_class_adds_up_the_channels_with_contrast() {
        try (Network network = HandMade.weighing(1, -1, 5, 1)) {
            Tensor images = HandMade.image(NOTHING, FLAT, CORNER, ROW);

            HandMade.assertClose(
                    HandMade.maps("score-cam", network, images).maps().get(0).values(), 8, 0, 4, 4);
        }
    }

    /** Means 2 and 2 weigh 1 and 3: y = 8, without the corner 6, without the row 2. */
    @Test
    void ablation_cam_weighs_a_channel_by_the_share_of_the_output_that_goes_with_it() {
        try (Network network = HandMade.weighing(1, 3, 9)) {
            Tensor image = HandMade.image(CORNER, ROW, NOTHING);

            HandMade.assertClose(
                    HandMade.maps("ablation-cam", network, image).maps().get(0).values(),
                    0.25 * 8,
                    0,
                    0.75 * 4,
                    0.75 * 4);
        }
    }

    /** Means 2 and 2 weigh 1 and -1: y = 0, of which nothing is a share; without the corner -2, without the row 2. */
    @Test
    void where_the_output_is_zero_ablation_cam_weighs_by_the_loss_itself() {
        try (Network network = HandMade.weighing(1, -1)) {
            Tensor image = HandMade.image(CORNER, ROW);

            HandMade.assertClose(
                    HandMade.maps("ablation-cam", network, image).maps().get(0).values(), 2 * 8, 0, -2 * 4, -2 * 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"score-cam", "score-cam:variant=softmax-channels", "ablation-cam"})
    void each_image_of_a_batch_has_live_channels_of_its_own(String method) {
        Tensor one = HandMade.image(CORNER, FLAT, NOTHING);
        Tensor other = HandMade.image(NOTHING, NOTHING, NOTHING);
        Tensor third = HandMade.image(CORNER, ROW, CORNER);
        Tensor batch = Tensor.stack(List.of(one.slice(0), other.slice(0), third.slice(0)));
        try (Network network = HandMade.weighing(1, 2, -3)) {
            List<Tensor> alone = List.of(one, other, third);
            for (int image = 0; image < alone.size(); image++) {
                float[] expected = HandMade.maps(method, network, alone.get(image))
                        .maps()
                        .get(0)
                        .values();
                float[] got =
                        HandMade.maps(method, network, batch).maps().get(image).values();
                HandMade.assertClose(got, expected[0], expected[1], expected[2], expected[3]);
            }
        }
    }
}
