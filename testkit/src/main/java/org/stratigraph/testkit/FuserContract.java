package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;
import org.stratigraph.core.spi.Fuser;

/** What is true of every fuser, on maps of noise, on blank ones and on a single layer. */
public abstract class FuserContract {
    private static final int HEIGHT = 12;
    private static final int WIDTH = 9;

    /** The fuser, as its plugin makes it. */
    protected abstract Fuser fuser();

    @Test
    void gives_finite_scores_of_the_size_it_got() {
        for (List<SaliencyMap> maps : List.of(noise(1), noise(2), noise(17), Collections.nCopies(3, blank()))) {
            SaliencyMap fused = fuser().fuse(maps);
            assertThat(fused.height()).isEqualTo(HEIGHT);
            assertThat(fused.width()).isEqualTo(WIDTH);
            for (float score : fused.values()) {
                assertThat(score).as("a score from %d layers", maps.size()).isFinite();
            }
        }
    }

    @Test
    void has_nothing_to_say_of_blank_maps() {
        assertThat(fuser().fuse(Collections.nCopies(3, blank())).values()).containsOnly(0f);
    }

    @Test
    void gives_the_same_when_asked_again_and_beside_others() {
        List<SaliencyMap> maps = noise(5);
        float[] alone = fuser().fuse(maps).values();
        Fuser shared = fuser();
        fuser().fuse(noise(3));
        assertThat(Threads.together(4, 16, () -> shared.fuse(maps).values()))
                .allSatisfy(fused -> assertThat(fused).isEqualTo(alone));
    }

    @Test
    void leaves_what_it_got_as_it_was() {
        List<SaliencyMap> maps = new ArrayList<>(noise(4));
        fuser().fuse(maps);
        assertThat(maps).hasSize(4);
        for (int layer = 0; layer < 4; layer++) {
            assertThat(maps.get(layer).values()).isEqualTo(noise(4).get(layer).values());
        }
    }

    @Test
    void refuses_no_maps_and_maps_of_two_sizes() {
        assertThatIllegalArgumentException().isThrownBy(() -> fuser().fuse(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        fuser().fuse(List.of(blank(), new SaliencyMap(WIDTH, HEIGHT, new float[HEIGHT * WIDTH]))));
    }

    @Test
    void its_parts_if_it_has_any_are_one_per_layer_and_add_up() {
        if (fuser() instanceof AdditiveFuser additive) {
            List<SaliencyMap> maps = noise(7);
            List<SaliencyMap> parts = additive.parts(maps);
            assertThat(parts).hasSize(7);
            SaliencyMap fused = additive.fuse(maps);
            for (int pixel = 0; pixel < fused.size(); pixel++) {
                double sum = 0;
                for (SaliencyMap part : parts) {
                    sum += part.at(pixel);
                }
                assertThat(sum)
                        .as("pixel %d", pixel)
                        .isCloseTo(fused.at(pixel), within(1e-5 * Math.max(1, fused.peak())));
            }
        }
    }

    /** Signed scores, the scale of every layer another. */
    private static List<SaliencyMap> noise(int layers) {
        Random random = new Random(23);
        List<SaliencyMap> maps = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            float[] values = new float[HEIGHT * WIDTH];
            for (int pixel = 0; pixel < values.length; pixel++) {
                values[pixel] = (float) (random.nextGaussian() * Math.pow(10, layer % 4 - 2));
            }
            maps.add(new SaliencyMap(HEIGHT, WIDTH, values));
        }
        return maps;
    }

    private static SaliencyMap blank() {
        return new SaliencyMap(HEIGHT, WIDTH, new float[HEIGHT * WIDTH]);
    }
}
