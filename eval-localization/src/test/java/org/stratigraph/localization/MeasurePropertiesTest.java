package org.stratigraph.localization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;

/** What is true of every map and every object, on maps of noise with objects drawn by chance. */
class MeasurePropertiesTest {
    private static final int HEIGHT = 7;
    private static final int WIDTH = 5;
    private static final Measure ENERGY = SaliencyMap::energyShare;

    @Property(tries = 200)
    void the_energies_of_an_object_and_of_all_else_make_one(@ForAll long seed) {
        Mask object = object(seed);
        BitSet rest = object.pixels();
        rest.flip(0, HEIGHT * WIDTH);
        Assume.that(!rest.isEmpty());
        SaliencyMap map = noise(seed, 1);

        double sum = ENERGY.of(map, object) + ENERGY.of(map, new Mask(WIDTH, HEIGHT, rest));
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200)
    void no_measure_minds_a_maps_scale(@ForAll long seed, @ForAll @IntRange(min = -8, max = 8) int exponent) {
        Mask object = object(seed);
        SaliencyMap map = noise(seed, 1);
        SaliencyMap scaled = noise(seed, (float) Math.scalb(1.0, exponent)); // exact

        for (Measure measure : new Measure[] {ENERGY, new RankAccuracy(), new Pointing(1)}) {
            assertThat(measure.of(scaled, object)).isEqualTo(measure.of(map, object));
        }
    }

    @Property(tries = 200)
    void a_map_that_is_the_object_has_every_measure_in_full(@ForAll long seed) {
        Mask object = object(seed);
        float[] values = new float[HEIGHT * WIDTH];
        object.pixels().stream().forEach(pixel -> values[pixel] = 1);
        SaliencyMap map = new SaliencyMap(HEIGHT, WIDTH, values);

        for (Measure measure : new Measure[] {ENERGY, new RankAccuracy(), new Pointing(0)}) {
            assertThat(measure.of(map, object)).isOne();
        }
    }

    @Property(tries = 200)
    void more_tolerance_never_makes_a_miss_of_a_hit(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 9) int tolerance) {
        Mask object = object(seed);
        SaliencyMap map = noise(seed, 1);

        assertThat(new Pointing(tolerance + 1).of(map, object))
                .isGreaterThanOrEqualTo(new Pointing(tolerance).of(map, object));
        assertThat(new Pointing(HEIGHT + WIDTH).of(map, object)).isOne();
    }

    /** Boxes grow to whole pixels of the view, masks go by their centres: so the one holds the other, wherever it goes. */
    @Property(tries = 300)
    void a_moved_box_holds_its_moved_mask(
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 30) int shorter,
            @ForAll @IntRange(min = 1, max = 30) int crop,
            @ForAll long seed) {
        Random random = new Random(seed);
        int x0 = random.nextInt(width);
        int y0 = random.nextInt(height);
        Box box = new Box(x0, y0, x0 + 1 + random.nextInt(width - x0), y0 + 1 + random.nextInt(height - y0));
        Preprocessing preprocessing = new Preprocessing(shorter, crop, crop, new float[3], new float[] {1, 1, 1});

        Optional<Mask> mask = preprocessing.move(filled(box, height, width));
        Optional<Box> moved = preprocessing.move(box, height, width);

        mask.ifPresent(pixels -> {
            assertThat(pixels.pixels().stream()
                            .allMatch(pixel -> moved.orElseThrow().contains(pixel / crop, pixel % crop)))
                    .isTrue();
            assertThat(moved.orElseThrow().width() - pixels.box().width()).isBetween(0, 2);
            assertThat(moved.orElseThrow().height() - pixels.box().height()).isBetween(0, 2);
        });
        moved.ifPresent(seen -> {
            assertThat(seen.x1()).isLessThanOrEqualTo(crop);
            assertThat(seen.y1()).isLessThanOrEqualTo(crop);
        });
    }

    /** An independent witness: white in a black picture is seen nowhere but in the moved box and a filter's reach around it. */
    @Property(tries = 100)
    void what_is_bright_in_the_view_lies_at_the_moved_box(
            @ForAll @IntRange(min = 20, max = 60) int height, @ForAll @IntRange(min = 20, max = 60) int width) {
        Box box = new Box(width / 4, height / 4, width / 4 + 8, height / 4 + 8);
        byte[] samples = new byte[3 * height * width];
        Mask white = filled(box, height, width);
        white.pixels().stream().forEach(pixel -> Arrays.fill(samples, 3 * pixel, 3 * pixel + 3, (byte) 255));
        Preprocessing preprocessing = new Preprocessing(24, 20, 20, new float[3], new float[] {1, 1, 1});

        RgbImage view = preprocessing.view(new RgbImage(width, height, samples));
        Box moved = preprocessing.move(box, height, width).orElseThrow();

        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                if (view.sample(y, x, 0) > 128) { // an edge is half bright, so more than half is inside
                    assertThat(moved.contains(y, x))
                            .as("row %d, column %d", y, x)
                            .isTrue();
                }
            }
        }
    }

    private static Mask object(long seed) {
        Random random = new Random(seed);
        BitSet pixels = new BitSet();
        pixels.set(random.nextInt(HEIGHT * WIDTH));
        for (int i = 0; i < 12; i++) {
            pixels.set(random.nextInt(HEIGHT * WIDTH));
        }
        return new Mask(WIDTH, HEIGHT, pixels);
    }

    private static SaliencyMap noise(long seed, float scale) {
        Random random = new Random(~seed);
        float[] values = new float[HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = scale * (float) random.nextGaussian();
        }
        return new SaliencyMap(HEIGHT, WIDTH, values);
    }

    private static Mask filled(Box box, int height, int width) {
        BitSet pixels = new BitSet();
        for (int y = box.y0(); y < box.y1(); y++) {
            pixels.set(y * width + box.x0(), y * width + box.x1());
        }
        return new Mask(width, height, pixels);
    }
}
