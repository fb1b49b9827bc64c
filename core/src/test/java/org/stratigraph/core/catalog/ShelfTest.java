package org.stratigraph.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Setting;

/** Parts made by what a user types; each part here is a text that says its settings. */
class ShelfTest {
    private static final Setting STEPS = Setting.of("steps", "50", "points on the path");
    private static final Setting RULE = Setting.of("rule", "middle", "left, right or middle");
    private static final Setting LAYERS = Setting.wholeArgument("layers", "names between commas");
    private static final Shelf<String> SHELF = Shelf.of(
            "method",
            List.of(
                    entry(Named.of("plain", "without settings", "plain")),
                    entry(Named.of(
                            "path",
                            "with two",
                            List.of(STEPS, RULE),
                            settings -> new TreeMap<>(settings.asMap()).toString())),
                    entry(Named.of(
                            "named",
                            "with a whole argument",
                            List.of(LAYERS),
                            settings -> settings.list("layers").toString()))));

    @Test
    void a_part_without_settings_is_made_by_its_name() {
        assertThat(SHELF.make("plain")).isEqualTo("plain");
        assertThat(SHELF.make(" plain ")).isEqualTo("plain");
    }

    @Test
    void settings_that_are_not_typed_have_their_defaults() {
        assertThat(SHELF.make("path")).isEqualTo("{rule=middle, steps=50}");
        assertThat(SHELF.make("path: steps = 8")).isEqualTo("{rule=middle, steps=8}");
        assertThat(SHELF.make("path:rule=left,steps=8")).isEqualTo("{rule=left, steps=8}");
        assertThat(SHELF.settings("path:steps=8").asMap()).isEqualTo(Map.of("steps", "8", "rule", "middle"));
    }

    @Test
    void a_whole_argument_is_everything_after_the_colon() {
        assertThat(SHELF.make("named:layer1,layer2:0=x")).isEqualTo("[layer1, layer2:0=x]");
    }

    @Test
    void a_whole_argument_left_out_is_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHELF.make("named"))
                .withMessage("'named' needs an argument: named:LAYERS (names between commas)");
    }

    @Test
    void an_unknown_name_is_answered_with_all_there_are() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> SHELF.make("paht:steps=3"))
                .withMessageContaining("no method 'paht'; did you mean path? There are: plain, path, named")
                .withMessageContaining("--plugins DIR");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Shelf.of("fuser", List.<Entry<String>>of()).make("tif"))
                .withMessageContaining("no fuser 'tif'; there is none");
    }

    @Test
    void an_unknown_setting_is_answered_with_all_there_are_and_their_defaults() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHELF.make("path:step=3"))
                .withMessage("method 'path' has no setting 'step'; settings and defaults: steps=50 (points on the"
                        + " path), rule=middle (left, right or middle)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHELF.make("path:32"))
                .withMessageContaining("no setting '32'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHELF.make("plain:x=1"))
                .withMessage("method 'plain' has no setting 'x'; it has none");
    }

    @Test
    void a_setting_without_its_value_is_told_apart_from_one_that_does_not_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHELF.make("path:steps"))
                .withMessage("setting 'steps' of method 'path' has no value: say steps=50, or another");
    }

    @Test
    void two_parts_of_one_name_are_refused_naming_both_jars() {
        Named<String> part = Named.of("plain", "", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shelf.of("method", List.of(new Entry<>(part, "a.jar"), new Entry<>(part, "b.jar"))))
                .withMessageContaining("'plain' as a method, one from a.jar, one from b.jar");
    }

    @Test
    void entries_keep_their_order() {
        assertThat(SHELF.entries()).extracting(entry -> entry.part().name()).containsExactly("plain", "path", "named");
    }

    private static Entry<String> entry(Named<String> part) {
        return new Entry<>(part, "test.jar");
    }
}
