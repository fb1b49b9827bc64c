package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** What is true of every data source, of the first few samples and the last one of each split that it has. */
public abstract class DataSourceContract {
    private static final int FEW = 8;

    /** The source, as its plugin makes it; small pictures will do. */
    protected abstract DataSource data() throws IOException;

    @Test
    void has_pictures_in_some_split_and_names_the_splits_it_has_where_it_lacks_one() throws IOException {
        List<Split> there = splits(data());
        assertThat(there).isNotEmpty();
        for (Split split : Split.values()) {
            if (there.contains(split)) {
                assertThat(data().samples(split).size()).as("size of %s", split).isPositive();
            } else {
                assertThatThrownBy(() -> data().samples(split))
                        .isInstanceOf(IllegalArgumentException.class)
                        .message()
                        .contains(there.stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .toList());
            }
        }
    }

    @Test
    void gives_the_same_sample_every_time_whatever_was_asked_between() throws IOException {
        for (Split split : splits(data())) {
            Samples samples = data().samples(split);
            List<List<Object>> forward = new ArrayList<>();
            for (int index : indices(samples)) {
                forward.add(content(samples.sample(index)));
            }
            Samples others = data().samples(split);
            assertThat(others.size()).as("size of %s", split).isEqualTo(samples.size());
            int[] indices = indices(samples);
            for (int i = indices.length - 1; i >= 0; i--) {
                assertThat(content(samples.sample(indices[i])))
                        .as("sample %d of %s", indices[i], split)
                        .isEqualTo(forward.get(i));
                assertThat(content(others.sample(indices[i])))
                        .as("sample %d of %s, from another instance", indices[i], split)
                        .isEqualTo(forward.get(i));
            }
        }
    }

    @Test
    void labels_of_samples_and_objects_are_classes_that_there_are() throws IOException {
        int classes = data().labels().names().size();
        for (Sample sample : someSamples()) {
            assertThat(sample.label()).as("label of '%s'", sample.name()).isBetween(0, classes - 1);
            assertThat(sample.objects())
                    .as("objects of '%s'", sample.name())
                    .allSatisfy(object -> assertThat(object.label()).isBetween(0, classes - 1));
        }
    }

    @Test
    void boxes_lie_within_the_picture() throws IOException {
        for (Sample sample : someSamples()) {
            RgbImage image = sample.image();
            for (SampleObject object : sample.objects()) {
                assertThat(object.box().x1())
                        .as("right edge of %s of '%s'", object.box(), sample.name())
                        .isLessThanOrEqualTo(image.width());
                assertThat(object.box().y1())
                        .as("lower edge of %s of '%s'", object.box(), sample.name())
                        .isLessThanOrEqualTo(image.height());
            }
        }
    }

    @Test
    void masks_are_of_the_pictures_size_and_fit_their_boxes() throws IOException {
        for (Sample sample : someSamples()) {
            for (SampleObject object : sample.objects()) {
                object.mask().ifPresent(mask -> {
                    assertThat(mask.width())
                            .as("width of a mask")
                            .isEqualTo(sample.image().width());
                    assertThat(mask.height())
                            .as("height of a mask")
                            .isEqualTo(sample.image().height());
                    assertThat(isWithin(mask.box(), object.box()))
                            .as("%s of a mask lies in %s of its object", mask.box(), object.box())
                            .isTrue();
                });
            }
        }
    }

    @Test
    void samples_of_one_split_have_names_of_their_own() throws IOException {
        DataSource data = data();
        for (Split split : splits(data)) {
            Samples samples = data.samples(split);
            List<String> names = new ArrayList<>();
            for (int index : indices(samples)) {
                names.add(samples.sample(index).name());
            }
            assertThat(names).as("names in %s", split).doesNotHaveDuplicates().allMatch(name -> !name.isBlank());
        }
    }

    @Test
    void refuses_numbers_that_it_does_not_have() throws IOException {
        DataSource data = data();
        for (Split split : splits(data)) {
            Samples samples = data.samples(split);
            for (int index : new int[] {-1, samples.size(), Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                assertThatThrownBy(() -> samples.sample(index))
                        .as("sample %d of %d", index, samples.size())
                        .isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @Test
    void gives_four_threads_what_it_gives_one() throws IOException {
        DataSource data = data();
        for (Split split : splits(data)) {
            Samples samples = data.samples(split);
            List<List<Object>> alone = contents(samples);
            assertThat(Threads.together(4, 8, () -> contents(samples)))
                    .as("samples of %s", split)
                    .containsOnly(alone);
        }
    }

    private static List<Split> splits(DataSource data) {
        List<Split> there = new ArrayList<>();
        for (Split split : Split.values()) {
            try {
                data.samples(split);
                there.add(split);
            } catch (IllegalArgumentException refusal) {
                // looked at in a test of its own
            }
        }
        return there;
    }

    private List<Sample> someSamples() throws IOException {
        DataSource data = data();
        List<Sample> some = new ArrayList<>();
        for (Split split : splits(data)) {
            Samples samples = data.samples(split);
            for (int index : indices(samples)) {
                some.add(samples.sample(index));
            }
        }
        return some;
    }

    private static List<List<Object>> contents(Samples samples) throws IOException {
        List<List<Object>> contents = new ArrayList<>();
        for (int index : indices(samples)) {
            contents.add(content(samples.sample(index)));
        }
        return contents;
    }

    private static int[] indices(Samples samples) {
        int last = samples.size() - 1;
        return IntStream.concat(IntStream.range(0, Math.min(FEW, last)), IntStream.of(last))
                .toArray();
    }

    /** All that a sample holds, so that two can be told apart. */
    private static List<Object> content(Sample sample) {
        RgbImage image = sample.image();
        return List.of(
                sample.name(),
                sample.label(),
                sample.objects(),
                image.width(),
                image.height(),
                ByteBuffer.wrap(image.samples()));
    }

    private static boolean isWithin(Box inner, Box outer) {
        return inner.x0() >= outer.x0()
                && inner.y0() >= outer.y0()
                && inner.x1() <= outer.x1()
                && inner.y1() <= outer.y1();
    }
}
