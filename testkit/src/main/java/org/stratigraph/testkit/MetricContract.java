package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Score;

/**
 * What is true of every metric, of a small network and a picture of noise with one object, whose class is the network's last.
 * The picture is {@value #HEIGHT} x {@value #WIDTH}: not square, and large enough for marks of a quarter of it.
 */
public abstract class MetricContract {
    private static final int HEIGHT = 32;
    private static final int WIDTH = 28;
    private static final int LABEL = TinyNetwork.CLASSES - 1;
    private static final Box OBJECT = new Box(4, 9, 17, 20);
    private static final MemoryBudget PLENTY = new MemoryBudget(1L << 30);

    private Network network;

    /** The metric, as its plugin makes it. */
    protected abstract Metric metric();

    @BeforeEach
    void openNetwork() {
        network = TinyNetwork.RESIDUAL.open(); // of all, the one that takes pictures of any size
    }

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Test
    void asks_about_pictures_of_the_inputs_size_and_classes_that_there_are() {
        Case sample = sample(PLENTY);
        List<Question> questions = metric().questions(sample);
        assertThat(questions).isNotEmpty();
        for (Question question : questions) {
            assertThat(question.input().shape()).isEqualTo(sample.input().shape());
            assertThat(question.target().index()).isBetween(0, TinyNetwork.CLASSES - 1);
        }
    }

    @Test
    void asks_the_same_when_asked_again() {
        Case sample = sample(PLENTY);
        List<Question> first = metric().questions(sample);
        List<Question> again = metric().questions(sample);
        assertThat(again)
                .extracting(Question::target)
                .isEqualTo(first.stream().map(Question::target).toList());
        for (int i = 0; i < first.size(); i++) {
            assertThat(again.get(i).input().toArray())
                    .as("the picture of question %d", i)
                    .isEqualTo(first.get(i).input().toArray());
        }
    }

    @Test
    void gives_curves_of_finite_numbers_at_places_that_rise() {
        Case sample = sample(PLENTY);
        for (Curve curve : metric().score(sample, noise(sample)).curves()) {
            assertThat(curve.values()).as(curve.name()).allMatch(Double::isFinite);
            assertThat(curve.places()).as(curve.name()).allMatch(Double::isFinite);
            for (int i = 1; i < curve.places().size(); i++) {
                assertThat(curve.places().get(i))
                        .as("place %d of '%s'", i, curve.name())
                        .isGreaterThan(curve.places().get(i - 1));
            }
        }
    }

    @Test
    void has_a_score_for_blank_maps() {
        Case sample = sample(PLENTY);
        SaliencyMap blank = new SaliencyMap(HEIGHT, WIDTH, new float[HEIGHT * WIDTH]);
        List<SaliencyMap> blanks =
                metric().questions(sample).stream().map(question -> blank).toList();
        assertThat(metric().score(sample, blanks).value()).isFinite();
    }

    @Test
    void gives_the_same_to_the_last_bit_when_asked_again_and_after_others() {
        Case sample = sample(PLENTY);
        Metric metric = metric();
        Score first = metric.score(sample, noise(sample));
        metric.score(sample, maps(sample, HEIGHT, WIDTH, 99));
        assertThat(metric.score(sample, noise(sample))).isEqualTo(first);
        assertThat(metric().score(sample, noise(sample))).as("another instance").isEqualTo(first);
    }

    @Test
    void gives_the_same_whatever_the_memory_but_for_rounding() {
        Case plenty = sample(PLENTY);
        Score expected = metric().score(plenty, noise(plenty));
        long row = network.footprint(3, HEIGHT, WIDTH).bytesFrom(network.input());
        for (long bytes : new long[] {1, 3 * row, 8 * row}) {
            Case scarce = sample(new MemoryBudget(bytes));
            Score score = metric().score(scarce, noise(scarce));
            assertThat(score.value()).as("with %d bytes", bytes).isCloseTo(expected.value(), within(Close.ROUNDING));
            assertThat(score.curves()).hasSameSizeAs(expected.curves());
            for (int curve = 0; curve < score.curves().size(); curve++) {
                assertClose(score.curves().get(curve), expected.curves().get(curve));
            }
        }
    }

    private static void assertClose(Curve got, Curve expected) {
        assertThat(got.name()).isEqualTo(expected.name());
        assertThat(got.places()).isEqualTo(expected.places());
        for (int i = 0; i < got.values().size(); i++) {
            assertThat(got.values().get(i))
                    .as("value %d of '%s'", i, got.name())
                    .isCloseTo(expected.values().get(i), within(Close.ROUNDING));
        }
    }

    @Test
    void gives_four_threads_what_it_gives_one() {
        Case sample = sample(PLENTY);
        Metric metric = metric();
        Score alone = metric.score(sample, noise(sample));
        assertThat(Threads.together(4, 8, () -> metric.score(sample, noise(sample))))
                .containsOnly(alone);
    }

    @Test
    void leaves_what_it_got_as_it_was() {
        Case sample = sample(PLENTY);
        float[] input = sample.input().toArray();
        float[] logits = network.logits(Tensor.stack(List.of(sample.input()))).toArray();
        List<SaliencyMap> maps = noise(sample);
        List<SaliencyMap> given = new ArrayList<>(maps);
        metric().score(sample, given);
        assertThat(given).as("maps").isEqualTo(maps);
        assertThat(sample.input().toArray()).as("input").isEqualTo(input);
        assertThat(network.logits(Tensor.stack(List.of(sample.input()))).toArray())
                .as("logits")
                .isEqualTo(logits);
    }

    @Test
    void refuses_maps_of_another_size_than_the_inputs() {
        Case sample = sample(PLENTY);
        for (int[] size : new int[][] {{WIDTH, HEIGHT}, {HEIGHT / 2, WIDTH / 2}, {HEIGHT, WIDTH + 1}}) {
            List<SaliencyMap> maps = maps(sample, size[0], size[1], 1);
            assertThatIllegalArgumentException()
                    .as("maps of %d x %d for an input of %d x %d", size[0], size[1], HEIGHT, WIDTH)
                    .isThrownBy(() -> metric().score(sample, maps));
        }
    }

    private Case sample(MemoryBudget memory) {
        Preprocessing imagenet = Preprocessing.imagenet();
        Model model = new Model(
                network,
                Preprocessing.exactly(HEIGHT, WIDTH, imagenet.mean(), imagenet.std()),
                Labels.numbered(TinyNetwork.CLASSES));
        byte[] samples = new byte[3 * HEIGHT * WIDTH];
        new Random(12).nextBytes(samples);
        RgbImage picture = new RgbImage(WIDTH, HEIGHT, samples);
        SampleObject object = new SampleObject(LABEL, OBJECT, Optional.of(filled(OBJECT)));
        Sample noise = new Sample("noise", picture, LABEL, List.of(object));
        return Case.of(model, noise, picture, Target.logit(LABEL), memory);
    }

    private static Mask filled(Box box) {
        BitSet pixels = new BitSet();
        for (int y = box.y0(); y < box.y1(); y++) {
            pixels.set(y * WIDTH + box.x0(), y * WIDTH + box.x1());
        }
        return new Mask(WIDTH, HEIGHT, pixels);
    }

    private List<SaliencyMap> noise(Case sample) {
        return maps(sample, HEIGHT, WIDTH, 1);
    }

    /** One map of signed noise per question. */
    private List<SaliencyMap> maps(Case sample, int height, int width, long seed) {
        return IntStream.range(0, metric().questions(sample).size())
                .mapToObj(question -> new SaliencyMap(
                        height,
                        width,
                        Noise.tensor(seed + question, height, width).toArray()))
                .toList();
    }
}
