package org.stratigraph.tif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stratigraph.core.image.SaliencyMap;

/** What is true of TIF for any maps and any alpha. */
class TifPropertiesTest {
    private static final int HEIGHT = 4;
    private static final int WIDTH = 6;

    @Property
    void values_lie_between_0_and_the_number_of_layers(
            @ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha) {
        for (float value : fuse(maps, alpha)) {
            assertThat(value).isBetween(0f, (float) maps.size());
        }
    }

    @Property
    void every_part_lies_between_0_and_1(@ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha) {
        for (SaliencyMap part : new Tif(Alpha.parse(alpha)).parts(saliency(maps))) {
            for (float value : part.values()) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @Property
    void a_layers_scale_does_not_matter(
            @ForAll("maps") List<float[]> maps,
            @ForAll("alphas") String alpha,
            @ForAll int choice,
            @ForAll @IntRange(min = -60, max = 60) int power) {
        List<float[]> scaled = new ArrayList<>(maps);
        int layer = Math.floorMod(choice, maps.size());
        scaled.set(layer, scaled(maps.get(layer), Math.scalb(1f, power)));

        assertThat(fuse(scaled, alpha)).as("a power of two rounds nothing").isEqualTo(fuse(maps, alpha));
    }

    /** Whole scores times a factor stay apart or tied as they were, so rounding is all that can differ. */
    @Property
    void a_layers_scale_does_not_matter_for_any_factor_to_rounding(
            @ForAll("wholeMaps") List<float[]> maps,
            @ForAll("alphas") String alpha,
            @ForAll int choice,
            @ForAll("factors") float factor) {
        List<float[]> scaled = new ArrayList<>(maps);
        int layer = Math.floorMod(choice, maps.size());
        scaled.set(layer, scaled(maps.get(layer), factor));

        assertThat(fuse(scaled, alpha)).containsExactly(fuse(maps, alpha), within(1e-5f));
    }

    @Property
    void negative_evidence_does_not_matter(@ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha) {
        List<float[]> positive = new ArrayList<>();
        for (SaliencyMap map : saliency(maps)) {
            positive.add(map.positivePart().values());
        }
        assertThat(fuse(positive, alpha)).isEqualTo(fuse(maps, alpha));
    }

    /** Pixels are ranked and nothing else: where one lies does not matter. */
    @Property
    void shuffled_pixels_give_the_shuffled_map(
            @ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha, @ForAll long seed) {
        List<Integer> order = new ArrayList<>();
        for (int pixel = 0; pixel < HEIGHT * WIDTH; pixel++) {
            order.add(pixel);
        }
        Collections.shuffle(order, new Random(seed));
        List<float[]> shuffled = maps.stream().map(map -> shuffled(map, order)).toList();

        assertThat(fuse(shuffled, alpha)).isEqualTo(shuffled(fuse(maps, alpha), order));
    }

    /** A layer's band is its own: the other layers' scores do not reach it. */
    @Property
    void a_part_depends_on_its_own_layer_alone(
            @ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha, @ForAll int choice) {
        int layer = Math.floorMod(choice, maps.size());
        List<float[]> others = new ArrayList<>(Collections.nCopies(maps.size(), new float[HEIGHT * WIDTH]));
        others.set(layer, maps.get(layer));

        assertThat(fuse(others, alpha))
                .isEqualTo(new Tif(Alpha.parse(alpha))
                        .parts(saliency(maps))
                        .get(layer)
                        .values());
    }

    /** A higher score at one pixel of the lowest layer may cost another pixel its place, but never its own. */
    @Property
    void a_pixel_that_rises_in_the_lowest_layer_never_falls_in_its_part(
            @ForAll("maps") List<float[]> maps,
            @ForAll("alphas") String alpha,
            @ForAll @IntRange(min = 0, max = HEIGHT * WIDTH - 1) int pixel,
            @ForAll @IntRange(min = 1, max = 50) int rise) {
        List<float[]> risen = new ArrayList<>(maps);
        float[] lowest = maps.get(0).clone();
        lowest[pixel] += rise;
        risen.set(0, lowest);

        float before = new Tif(Alpha.parse(alpha)).parts(saliency(maps)).get(0).at(pixel);
        float after = new Tif(Alpha.parse(alpha)).parts(saliency(risen)).get(0).at(pixel);
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void it_is_what_the_text_says(@ForAll("maps") List<float[]> maps, @ForAll("alphas") String alpha) {
        double[] expected = LiteralTif.fuse(saliency(maps), alpha);
        float[] got = fuse(maps, alpha);
        for (int pixel = 0; pixel < got.length; pixel++) {
            assertThat((double) got[pixel]).isCloseTo(expected[pixel], within(1e-5));
        }
    }

    /** From one to twenty layers of scores among which ties and signs are common. */
    @Provide
    Arbitrary<List<float[]>> maps() {
        Arbitrary<Float> coarse = Arbitraries.integers().between(-4, 4).map(Integer::floatValue);
        Arbitrary<Float> fine = Arbitraries.floats().between(-10, 10).ofScale(4);
        return Arbitraries.oneOf(coarse, fine)
                .array(float[].class)
                .ofSize(HEIGHT * WIDTH)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<float[]>> wholeMaps() {
        return Arbitraries.integers()
                .between(-20, 20)
                .map(Integer::floatValue)
                .array(float[].class)
                .ofSize(HEIGHT * WIDTH)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Float> factors() {
        return Arbitraries.floats().between(1e-3f, 1e3f).ofScale(4);
    }

    /** All shares of a hundred below 1. */
    @Provide
    Arbitrary<String> alphas() {
        return Arbitraries.integers().between(0, 99).map(percent -> String.format(Locale.ROOT, "0.%02d", percent));
    }

    private static float[] fuse(List<float[]> maps, String alpha) {
        return new Tif(Alpha.parse(alpha)).fuse(saliency(maps)).values();
    }

    private static List<SaliencyMap> saliency(List<float[]> maps) {
        return maps.stream().map(map -> new SaliencyMap(HEIGHT, WIDTH, map)).toList();
    }

    private static float[] scaled(float[] map, float factor) {
        float[] scaled = map.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static float[] shuffled(float[] map, List<Integer> order) {
        float[] shuffled = new float[map.length];
        for (int i = 0; i < shuffled.length; i++) {
            shuffled[i] = map[order.get(i)];
        }
        return shuffled;
    }
}
