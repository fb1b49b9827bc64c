package org.stratigraph.backdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;

/** Masks and metrics against numbers computed with numpy in float64 and stored as float32. */
class BackdoorGoldenTest {
    /** The rounding of the stored numbers, which are at most 1. */
    private static final double STORED = 6e-8;

    private static final int SIDE = 224;
    private static final SafeTensors GOLDEN = open();
    private static final List<SaliencyMap> MAPS = maps();

    @ParameterizedTest
    @CsvSource({
        "trigger_square, SQUARE, TOP_LEFT, 64, 4096",
        "trigger_cross, CROSS, TOP_LEFT, 64, 126",
        "trigger_cross_bottom_right, CROSS, BOTTOM_RIGHT, 64, 126",
        "m0, SQUARE, TOP_LEFT, 96, 9216",
        "m1, SQUARE, BOTTOM_RIGHT, 96, 9216",
        "m2, WIDE_CROSS, TOP_LEFT, 64, 1792",
        "m3, SQUARE, TOP_LEFT, 64, 4096"
    })
    void masks_are_the_reference_bit_for_bit(String name, Shape shape, Corner corner, int side, int area)
            throws IOException {
        Mask mask = new Patch(shape, corner, side).pixels(SIDE, SIDE);

        assertThat(mask.area()).isEqualTo(area);
        assertThat(mask.pixels()).isEqualTo(bits(GOLDEN.integers("mask/" + name)));
    }

    @Test
    void class_sensitivity_of_every_pair_of_maps() throws IOException {
        float[] expected = GOLDEN.floats("class_sensitivity").toArray();
        for (int first = 0; first < MAPS.size(); first++) {
            for (int second = 0; second < MAPS.size(); second++) {
                assertThat(ClassSensitivity.of(MAPS.get(first), MAPS.get(second)))
                        .as("maps %d and %d", first, second)
                        .isCloseTo(expected[first * MAPS.size() + second], within(STORED));
            }
        }
    }

    @Test
    void fine_grained_localisation_of_every_map() throws IOException {
        check("fine/m2", FineGrainedLocalisation::of);
    }

    @Test
    void completeness_of_every_map() throws IOException {
        check("completeness", Completeness::of);
    }

    /** The reference keeps the trigger at 64 pixels in a picture of 96; as a share of the side, that is 149 of 224. */
    @ParameterizedTest
    @CsvSource({"square, SQUARE, TOP_LEFT", "cross_bottom_right, CROSS, BOTTOM_RIGHT"})
    void a_stamped_picture_is_one_under_the_mask_and_itself_elsewhere(String name, Shape shape, Corner corner)
            throws IOException {
        int side = 96;
        float[] image = GOLDEN.floats("apply/image").toArray();
        float[] stamped = GOLDEN.floats("apply/" + name).toArray();
        BitSet pixels = new Patch(shape, corner, 149).pixels(side, side).pixels();

        for (int i = 0; i < stamped.length; i++) {
            assertThat(pixels.get(i % (side * side)) ? 1 : image[i]).isEqualTo(stamped[i]);
        }
    }

    private static void check(String tensor, ToDoubleFunction<SaliencyMap> metric) throws IOException {
        float[] expected = GOLDEN.floats(tensor).toArray();
        assertThat(expected).hasSameSizeAs(MAPS);
        for (int i = 0; i < expected.length; i++) {
            assertThat(metric.applyAsDouble(MAPS.get(i))).as("map %d", i).isCloseTo(expected[i], within(STORED));
        }
    }

    private static BitSet bits(long[] flags) {
        BitSet bits = new BitSet();
        IntStream.range(0, flags.length).filter(i -> flags[i] != 0).forEach(bits::set);
        return bits;
    }

    private static SafeTensors open() {
        try {
            return SafeTensors.open(Path.of(BackdoorGoldenTest.class
                    .getResource("/golden/backdoor.safetensors")
                    .toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<SaliencyMap> maps() {
        try {
            Tensor maps = GOLDEN.floats("maps");
            return IntStream.range(0, maps.dimension(0))
                    .mapToObj(i -> new SaliencyMap(SIDE, SIDE, maps.slice(i).toArray()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
