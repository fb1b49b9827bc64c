package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** The contract for data sources finds each of these faults. */
class BrokenDataSourcesTest {
    private static final String BOXES = "boxes_lie_within_the_picture";
    private static final String LABELS = "labels_of_samples_and_objects_are_classes_that_there_are";
    private static final String MASKS = "masks_are_of_the_pictures_size_and_fit_their_boxes";
    private static final String NAMES = "samples_of_one_split_have_names_of_their_own";
    private static final String NUMBERS = "refuses_numbers_that_it_does_not_have";
    private static final String SAME = "gives_the_same_sample_every_time_whatever_was_asked_between";
    private static final String SPLITS = "has_pictures_in_some_split_and_names_the_splits_it_has_where_it_lacks_one";
    private static final String THREADS = "gives_four_threads_what_it_gives_one";

    private static final int SIZE = 3;
    private static final Box OBJECT = new Box(1, 1, 3, 2);

    @Test
    void a_class_too_many() {
        assertThat(Verdict.failures(ClassTooMany.class)).containsExactly(LABELS);
    }

    static class ClassTooMany extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> sample(index, "picture " + index, index == 2 ? 2 : 0, 7, List.of()));
        }
    }

    @Test
    void an_object_of_no_class() {
        assertThat(Verdict.failures(ClassTooFew.class)).containsExactly(LABELS);
    }

    static class ClassTooFew extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> withObject(index, new SampleObject(-1, OBJECT, Optional.empty())));
        }
    }

    @Test
    void a_box_beyond_the_picture() {
        assertThat(Verdict.failures(Beyond.class)).containsExactly(BOXES);
    }

    static class Beyond extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> withObject(index, new SampleObject(0, new Box(0, 0, 4, 4), Optional.empty())));
        }
    }

    @Test
    void a_mask_of_another_picture() {
        assertThat(Verdict.failures(OtherMask.class)).containsExactly(MASKS);
    }

    static class OtherMask extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> withObject(index, new SampleObject(0, OBJECT, Optional.of(mask(5, 3, 6)))));
        }
    }

    @Test
    void a_mask_beside_its_box() {
        assertThat(Verdict.failures(Beside.class)).containsExactly(MASKS);
    }

    static class Beside extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> withObject(index, new SampleObject(0, OBJECT, Optional.of(mask(4, 3, 0)))));
        }
    }

    @Test
    void one_name_for_all() {
        assertThat(Verdict.failures(OneName.class)).containsExactly(NAMES);
    }

    static class OneName extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> sample(index, "picture", 0, 7, List.of()));
        }
    }

    @Test
    void a_picture_for_every_number() {
        assertThat(Verdict.failures(Endless.class)).containsExactly(NUMBERS);
    }

    static class Endless extends DataSourceContract {
        @Override
        protected DataSource data() {
            return new Source(Split.TEST, SIZE, index -> sample(index, "picture " + index, 0, 7, List.of()), "test");
        }
    }

    @Test
    void pictures_by_dice() {
        assertThat(Verdict.failures(Dice.class)).containsExactlyInAnyOrder(SAME, THREADS);
    }

    static class Dice extends DataSourceContract {
        private static final Random DICE = new Random(3);

        @Override
        protected DataSource data() {
            return source(index -> sample(index, "picture " + index, 0, DICE.nextInt(), List.of()));
        }
    }

    @Test
    void pictures_of_the_thread() {
        assertThat(Verdict.failures(PerThread.class)).containsExactly(THREADS);
    }

    static class PerThread extends DataSourceContract {
        @Override
        protected DataSource data() {
            return source(index -> sample(
                    index,
                    "picture " + index,
                    0,
                    Thread.currentThread().getName().hashCode(),
                    List.of()));
        }
    }

    @Test
    void pictures_of_the_instance() {
        assertThat(Verdict.failures(PerInstance.class)).containsExactly(SAME);
    }

    static class PerInstance extends DataSourceContract {
        private static final AtomicInteger INSTANCES = new AtomicInteger();

        @Override
        protected DataSource data() {
            int instance = INSTANCES.incrementAndGet();
            return source(index -> sample(index, "picture " + index, 0, instance, List.of()));
        }
    }

    @Test
    void nothing_in_it() {
        assertThat(Verdict.failures(Empty.class)).contains(SPLITS);
    }

    static class Empty extends DataSourceContract {
        @Override
        protected DataSource data() {
            return new Source(Split.TEST, 0, index -> sample(index, "none", 0, 7, List.of()), "test");
        }
    }

    @Test
    void a_refusal_that_names_no_split() {
        assertThat(Verdict.failures(Mute.class)).containsExactly(SPLITS);
    }

    static class Mute extends DataSourceContract {
        @Override
        protected DataSource data() {
            return new Source(Split.TEST, SIZE, BrokenDataSourcesTest::sound, "there is none");
        }
    }

    /** Sound but for its samples. */
    private static DataSource source(IntFunction<Sample> samples) {
        return new Source(
                Split.TEST,
                SIZE,
                index -> {
                    if (index < 0 || index >= SIZE) {
                        throw new IndexOutOfBoundsException(index);
                    }
                    return samples.apply(index);
                },
                "there is only test");
    }

    private static Sample sound(int index) {
        if (index < 0 || index >= SIZE) {
            throw new IndexOutOfBoundsException(index);
        }
        return sample(index, "picture " + index, 0, 7, List.of());
    }

    private static Sample withObject(int index, SampleObject object) {
        return sample(index, "picture " + index, 0, 7, List.of(object));
    }

    /** A picture of 4 x 3 pixels, chance decides which. */
    private static Sample sample(int index, String name, int label, int seed, List<SampleObject> objects) {
        byte[] samples = new byte[3 * 4 * 3];
        new Random(seed + 31L * index).nextBytes(samples);
        return new Sample(name, new RgbImage(4, 3, samples), label, objects);
    }

    private static Mask mask(int width, int height, int pixel) {
        BitSet pixels = new BitSet();
        pixels.set(pixel);
        return new Mask(width, height, pixels);
    }

    /** Pictures of one split and two classes. */
    private record Source(Split split, int size, IntFunction<Sample> samples, String refusal) implements DataSource {
        @Override
        public Labels labels() {
            return new Labels(List.of("cat", "dog"));
        }

        @Override
        public Samples samples(Split asked) {
            if (asked != split) {
                throw new IllegalArgumentException(refusal);
            }
            return new Samples() {
                @Override
                public int size() {
                    return size;
                }

                @Override
                public Sample sample(int index) {
                    return samples.apply(index);
                }
            };
        }
    }
}
