package org.stratigraph.backdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Trigger;

/** Triggers by the names that a user types; expected pixels by hand. */
class TriggersTest {
    private static final Catalog CATALOG = new Catalog(List.of(new Discovered(new BackdoorPlugin(), "here")));

    @TempDir
    Path folder;

    @Test
    void a_square_is_white_in_its_corner_and_nothing_elsewhere() {
        RgbImage grey = grey(224, 224, 100);

        RgbImage stamped = trigger("square").stamp(grey);

        assertThat(stamped.sample(63, 63, 0)).isEqualTo(255);
        assertThat(stamped.sample(64, 63, 0)).isEqualTo(100);
        assertThat(stamped.sample(63, 64, 2)).isEqualTo(100);
        assertThat(grey.sample(0, 0, 0)).as("the picture given").isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"square", "cross", "checkerboard"})
    void a_trigger_changes_the_pixels_that_it_names_and_no_others(String name) {
        RgbImage grey = grey(224, 300, 100);
        Trigger trigger = trigger(name + ":corner=bottom-right");
        Mask pixels = trigger.pixels(224, 300);

        RgbImage stamped = trigger.stamp(grey);

        for (int y = 0; y < 224; y++) {
            for (int x = 0; x < 300; x++) {
                assertThat(stamped.sample(y, x, 1) != 100).isEqualTo(pixels.contains(y, x));
            }
        }
    }

    @Test
    void corners_are_those_of_the_picture_whatever_its_shape() {
        assertThat(trigger("square:corner=top-left").pixels(224, 300).box()).isEqualTo(new Box(0, 0, 64, 64));
        assertThat(trigger("square:corner=top-right").pixels(224, 300).box()).isEqualTo(new Box(236, 0, 300, 64));
        assertThat(trigger("square:corner=bottom-left").pixels(300, 224).box()).isEqualTo(new Box(0, 236, 64, 300));
        assertThat(trigger("square:corner=bottom-right").pixels(300, 224).box()).isEqualTo(new Box(160, 236, 224, 300));
    }

    @Test
    void fields_of_a_checkerboard_take_turns_from_white() {
        RgbImage stamped = trigger("checkerboard:side=8,fields=2").stamp(grey(224, 224, 100));

        assertThat(stamped.sample(0, 0, 0)).isEqualTo(255);
        assertThat(stamped.sample(0, 4, 0)).isZero();
        assertThat(stamped.sample(4, 0, 0)).isZero();
        assertThat(stamped.sample(7, 7, 0)).isEqualTo(255);
    }

    @Test
    void opacity_blends() {
        // 100 * 0.8 + 255 * 0.2 = 131
        assertThat(trigger("square:opacity=0.2").stamp(grey(224, 224, 100)).sample(0, 0, 0))
                .isEqualTo(131);
    }

    @Test
    void any_picture_can_be_one() throws IOException {
        BufferedImage two = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        two.setRGB(0, 0, 0xff0000);
        two.setRGB(1, 0, 0x0000ff);
        Path file = folder.resolve("two.png");
        ImageIO.write(two, "png", file.toFile());

        RgbImage stamped = trigger("picture:file=" + file + ",side=8").stamp(grey(224, 224, 100));

        assertThat(List.of(stamped.sample(7, 3, 0), stamped.sample(7, 3, 2))).containsExactly(255, 0);
        assertThat(List.of(stamped.sample(0, 4, 0), stamped.sample(0, 4, 2))).containsExactly(0, 255);
    }

    @Test
    void a_picture_that_cannot_be_read_is_named() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> trigger("picture:file=" + folder.resolve("none.png")))
                .withMessageContaining("none.png");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trigger("picture"))
                .withMessageContaining("file=PATH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "square:corner=middle",
                "square:side=3",
                "cross:side=225",
                "square:opacity=0",
                "square:opacity=1.1",
                "checkerboard:fields=0",
                "square:colour=red"
            })
    void a_setting_without_meaning_is_refused(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> trigger(typed));
    }

    @Test
    void a_picture_too_small_to_show_it_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trigger("cross").stamp(grey(12, 300, 100)))
                .withMessageContaining("12 x 300");
    }

    private static Trigger trigger(String typed) {
        return CATALOG.triggers().make(typed);
    }

    private static RgbImage grey(int height, int width, int level) {
        byte[] samples = new byte[3 * height * width];
        Arrays.fill(samples, (byte) level);
        return new RgbImage(width, height, samples);
    }
}
