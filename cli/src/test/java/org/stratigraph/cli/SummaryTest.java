package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.spi.Labels;

/** What the terminal says of results made by hand: a picture of one pixel, three classes, one layer. */
class SummaryTest {
    private static final Labels LABELS = new Labels(List.of("cat", "dog", "cow"));

    @ParameterizedTest
    @EnumSource
    void a_map_of_zeros_is_blank_in_every_view(View view) {
        assertThat(said(view, 0, 0).out()).contains("some-cam at 'conv' is blank: it is zero everywhere");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSITIVE", "UNIT"})
    void a_map_that_speaks_against_the_class_alone_is_blank_for_that_reason(View view) {
        assertThat(said(view, -1, -2).out()).contains("some-cam at 'conv' is blank", "everything against it");
        assertThat(said(view, 0, -2).out()).contains("some-cam at 'conv' is blank", "everything against it");
    }

    @Test
    void a_map_without_contrast_is_blank_where_it_is_stretched_and_nowhere_else() {
        assertThat(said(View.UNIT, 3, 3).out()).contains("some-cam at 'conv' is blank: it is the same everywhere");
        assertThat(said(View.POSITIVE, 3, 3).out()).doesNotContain("blank");
        assertThat(said(View.SIGNED, 3, 3).out()).doesNotContain("blank");
    }

    @Test
    void a_map_with_something_to_show_needs_no_word() {
        assertThat(said(View.UNIT, -1, 1).out()).doesNotContain("blank");
        assertThat(said(View.POSITIVE, -1, 1).out()).doesNotContain("blank");
        assertThat(said(View.SIGNED, -1, -1).out()).doesNotContain("blank");
    }

    /** The output differs by 4, of which 1 % is 0.04. */
    @ParameterizedTest
    @CsvSource({"4.06,1.5 %", "3.9,2.5 %", "0,100.0 %"})
    void a_sum_more_than_a_hundredth_off_is_a_warning(double sum, String share) {
        Cli said = said(List.of(maps("low", sum)));

        assertThat(said.err())
                .startsWith("warning: some-cam at 'low' of photo sums to")
                .contains("but the output differs by 4", "off by " + share);
    }

    @ParameterizedTest
    @CsvSource({"4", "4.03", "3.97"})
    void a_sum_less_than_a_hundredth_off_is_none(double sum) {
        Cli said = said(List.of(maps("low", sum)));

        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("some-cam: sums miss f(x) - f(x') by");
    }

    @Test
    void of_several_layers_the_worst_is_named_and_each_that_is_off_warned_of() {
        Cli said = said(List.of(maps("low", 4.2), maps("middle", 5), maps("high", 4)));

        assertThat(said.out()).contains("by 25 % at most (layer 'middle': 5.00000 for 4.00000)");
        assertThat(said.err().lines()).hasSize(2);
    }

    @Test
    void the_classes_held_against_each_other_are_marked_and_named() {
        Cli said = said(Target.logit(1).minus(2), new Explanation("some-cam", List.of(), View.SIGNED));

        assertThat(said.out().lines().toList())
                .element(1)
                .asString()
                .matches("  >     1  dog +logit    7.0000  probability .*");
        assertThat(said.out().lines().filter(line -> line.startsWith("  <")))
                .singleElement()
                .asString()
                .contains("cow");
        assertThat(said.out()).contains("  > explained: class 1 - 2, dog - cow");
    }

    private static Cli said(View view, float... values) {
        LayerMap map = new LayerMap("conv", 1, values.length, values);
        return said(Target.logit(0), new Explanation("some-cam", List.of(new LayerMaps("conv", List.of(map))), view));
    }

    private static Cli said(List<LayerMaps> layers) {
        return said(Target.logit(0), new Explanation("some-cam", layers, View.SIGNED));
    }

    /** A map of a sum that should be 5 - 1. */
    private static LayerMaps maps(String layer, double sum) {
        LayerMap map = new LayerMap(layer, 1, 1, new float[] {1});
        return new LayerMaps(layer, List.of(map), List.of(new Completeness(sum, 5, 1)), Optional.empty());
    }

    private static Cli said(Target target, Explanation explanation) {
        Batch batch = new Batch(
                List.of("photo"),
                List.of(Path.of("photo.png")),
                List.of(new RgbImage(1, 1, new byte[3])),
                Tensor.of(new float[3], 1, 3, 1, 1),
                List.of());
        Results results = new Results(
                batch, List.of(new Scores(new float[] {5, 7, 2})), List.of(target), List.of(explanation), LABELS);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        new Summary(results).print(new PrintWriter(out, true), new PrintWriter(err, true));
        return new Cli(0, out.toString(), err.toString());
    }
}
