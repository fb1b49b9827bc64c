package org.stratigraph.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;

class ClassMatchTest {
    private static final Labels ANIMALS = new Labels(List.of("dog", "sea lion", "cat"));

    @Test
    void the_same_names_in_another_order_are_matched_by_name() throws IOException {
        ClassMatch match = ClassMatch.of(new Labels(List.of("Cat", "dog", "sea_lion")), ANIMALS);
        assertThat(classes(match, 3)).containsExactly(2, 0, 1);
        assertThat(match.note()).isEmpty();
        match.requireAll();
    }

    @Test
    void objects_are_matched_as_their_picture_is() throws IOException {
        ClassMatch match = ClassMatch.of(new Labels(List.of("cat", "dog")), ANIMALS);
        assertThat(match.of(pictures(2)).sample(1).objects())
                .extracting(SampleObject::label)
                .containsExactly(2, 0); // each picture holds an object of class 0 and one of its own
    }

    @Test
    void a_class_that_the_model_lacks_is_named() throws IOException {
        ClassMatch match = ClassMatch.of(new Labels(List.of("cat", "horse")), ANIMALS);
        assertThat(classes(match, 2)).containsExactly(2, -2);
        String missing = "the model, of 3 classes, has no class 'horse' of the data's 2";
        assertThat(match.note()).contains(missing);
        assertThatIllegalArgumentException().isThrownBy(match::requireAll).withMessage(missing);
    }

    @Test
    void many_missing_classes_are_counted() {
        Labels many =
                new Labels(IntStream.range(0, 20).mapToObj(i -> "kind " + i).toList());
        assertThat(ClassMatch.of(many, ANIMALS).note().orElseThrow()).contains("'kind 4' and 15 more of the data's 20");
    }

    @Test
    void a_name_that_two_classes_bear_is_neither() throws IOException {
        Labels cranes = new Labels(List.of("crane", "crane", "cat"));
        assertThat(classes(ClassMatch.of(new Labels(List.of("crane", "cat")), cranes), 2))
                .containsExactly(-1, 2);
        assertThat(classes(ClassMatch.of(cranes, cranes), 3)).containsExactly(0, 1, 2); // but the same list is the same
    }

    @Test
    void numbers_stay_numbers() throws IOException {
        assertThat(classes(ClassMatch.of(Labels.numbered(3), ANIMALS), 3)).containsExactly(0, 1, 2);
        assertThat(classes(ClassMatch.of(Labels.numbered(4), ANIMALS), 4)).containsExactly(0, 1, 2, -4);
        assertThat(classes(ClassMatch.of(ANIMALS, Labels.numbered(3)), 3)).containsExactly(0, 1, 2);
        assertThat(classes(ClassMatch.of(ANIMALS, Labels.numbered(4)), 3)).containsExactly(-1, -2, -3);
    }

    @Test
    void as_many_foreign_names_are_taken_in_their_order_and_that_is_said() throws IOException {
        ClassMatch match = ClassMatch.of(new Labels(List.of("n01", "n02", "n03")), ANIMALS);
        assertThat(classes(match, 3)).containsExactly(0, 1, 2);
        assertThat(match.note().orElseThrow()).contains("'n01' as 'dog'");
        match.requireAll();
    }

    private static List<Integer> classes(ClassMatch match, int count) throws IOException {
        Samples matched = match.of(pictures(count));
        assertThat(matched.size()).isEqualTo(count);
        Integer[] classes = new Integer[count];
        for (int i = 0; i < count; i++) {
            classes[i] = matched.sample(i).label();
        }
        return List.of(classes);
    }

    /** The picture of number n is of class n, and holds an object of class 0 and one of its own. */
    private static Samples pictures(int count) {
        RgbImage dot = new RgbImage(1, 1, new byte[3]);
        Box whole = new Box(0, 0, 1, 1);
        return new Samples() {
            @Override
            public int size() {
                return count;
            }

            @Override
            public Sample sample(int index) {
                return new Sample(
                        "picture " + index,
                        dot,
                        index,
                        List.of(
                                new SampleObject(0, whole, Optional.empty()),
                                new SampleObject(index, whole, Optional.empty())));
            }
        };
    }
}
