package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.ImageFile;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Split;

/** A devkit of one picture of 4 x 3 pixels with three objects, painted in the first colours of VOC's palette. */
class VocMasksTest {
    private static final int RED = 0x800000; // 1
    private static final int GREEN = 0x008000; // 2
    private static final int SEAM = 0xe0e0c0; // 255

    @TempDir
    private Path year;

    private Path painting;

    @BeforeEach
    void writeDevkit() throws IOException {
        Pictures.write(year.resolve("JPEGImages/1.jpg"), 0x808080);
        Files.createDirectories(year.resolve("ImageSets/Main"));
        Files.writeString(year.resolve("ImageSets/Main/val.txt"), "1\n");
        VocXml.write(
                year.resolve("Annotations/1.xml"),
                VocXml.object("cat", 1, 1, 2, 3) + VocXml.object("dog", 3, 1, 4, 2) + VocXml.object("car", 1, 3, 4, 3));
        painting = Files.createDirectory(year.resolve("SegmentationObject")).resolve("1.png");
    }

    @Test
    void an_objects_mask_is_what_has_the_colour_of_its_place() throws IOException {
        paint(4, 3, RED, RED, SEAM, GREEN, RED, SEAM, GREEN, GREEN, 0, 0, 0, 0);

        List<SampleObject> objects = objects();

        assertThat(drawn(objects.get(0))).containsExactly("##..", "#...", "....");
        assertThat(drawn(objects.get(1))).containsExactly("...#", "..##", "....");
        assertThat(objects.get(2).mask()).isEmpty(); // not painted
    }

    /** Of the bits of 3, 011, red and green have one each; 11 is 001 011, and 39 is 100 111. */
    @Test
    void colours_are_the_numbers_bits() throws IOException {
        paint(4, 3, 0x808000, 0xc08000, 0x8080c0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        PaintedObjects painted = new PaintedObjects(ImageFile.read(painting));

        assertThat(painted.outline(3).pixels(4, 3).stream()).containsExactly(0);
        assertThat(painted.outline(11).pixels(4, 3).stream()).containsExactly(1);
        assertThat(painted.outline(39).pixels(4, 3).stream()).containsExactly(2);
    }

    @Test
    void a_picture_that_nobody_painted_has_no_masks() throws IOException {
        assertThat(objects()).hasSize(3).extracting(SampleObject::mask).containsOnly(Optional.empty());
    }

    @Test
    void a_painting_of_another_size_or_no_painting_is_refused() throws IOException {
        paint(3, 4, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED, RED);
        assertThatIOException()
                .isThrownBy(this::objects)
                .withMessageContaining("1.jpg: its objects are painted on 3 x 4 pixels, and it has 4 x 3");

        Files.writeString(painting, "no painting");
        assertThatIOException().isThrownBy(this::objects).withMessageContaining("SegmentationObject");
    }

    private List<SampleObject> objects() throws IOException {
        return VocData.open(year).samples(Split.TEST).sample(0).objects();
    }

    private static List<String> drawn(SampleObject object) {
        Mask mask = object.mask().orElseThrow();
        return Drawing.of(mask.pixels(), mask.width(), mask.height());
    }

    private void paint(int width, int height, int... colours) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, colours, 0, width);
        ImageIO.write(picture, "png", painting.toFile());
    }
}
