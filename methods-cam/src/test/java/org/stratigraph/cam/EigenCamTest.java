package org.stratigraph.cam;

import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;

/** Principal components that are known beforehand. */
class EigenCamTest {
    /** Every channel is a share of one picture, (1, 2, 3, 10) about its mean of 4; the shares, 0.6 and 0.8, have length 1. */
    @Test
    void of_channels_that_show_one_picture_the_map_is_that_picture_about_its_mean() {
        Tensor image = HandMade.image(new float[] {0.6f, 1.2f, 1.8f, 6}, new float[] {0.8f, 1.6f, 2.4f, 8});

        HandMade.assertClose(map(image), -3, -2, -1, 6);
    }

    @Test
    void the_largest_absolute_value_is_positive_whichever_way_the_picture_was() {
        Tensor image = HandMade.image(new float[] {5.4f, 4.8f, 4.2f, 0}, new float[] {7.2f, 6.4f, 5.6f, 0});

        HandMade.assertClose(map(image), -3, -2, -1, 6); // 9, 8, 7, 0 about 6 is 3, 2, 1, -6
    }

    @Test
    void the_same_holds_with_more_channels_than_positions() {
        float[] half = {0.5f, 1, 1.5f, 5};
        Tensor image = HandMade.image(half, half, new float[4], half, half, new float[4]);

        HandMade.assertClose(map(image), -3, -2, -1, 6);
    }

    /** Two channels of variance 25 that agree outweigh one of 36 that has nothing to do with them: 50 and 36. */
    @Test
    void channels_that_agree_outweigh_a_stronger_one_alone() {
        float[] agreed = {5, 5, 0, 0};
        Tensor image = HandMade.image(new float[] {6, 0, 6, 0}, agreed, agreed);

        double along = 2.5 * Math.sqrt(2);
        HandMade.assertClose(map(image), along, along, -along, -along);
    }

    @Test
    void an_activation_without_contrast_gives_zeros_and_not_nan() {
        float[] flat = {3, 3, 3, 3};

        HandMade.assertClose(map(HandMade.image(flat, flat)), 0, 0, 0, 0);
        HandMade.assertClose(map(HandMade.image(flat, flat, flat, flat, flat)), 0, 0, 0, 0);
        HandMade.assertClose(map(HandMade.image(new float[4], new float[4])), 0, 0, 0, 0);
    }

    private static float[] map(Tensor image) {
        try (Network network = HandMade.weighing(new float[image.dimension(1)])) {
            return HandMade.maps("eigen-cam", network, image).maps().get(0).values();
        }
    }
}
