package org.stratigraph.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.probe.CorePlugin;

/** Plugins on the class path and in folders, whole and broken. */
class PluginsTest {
    private static final byte[] NO_CLASS = {};
    private static final String ONE_RULE_SET = "public List<Named<RuleSet>> rules() {"
            + " return List.of(Named.of(\"third-party\", \"from a jar\", RuleSet.gradient())); }";

    @TempDir
    Path folder;

    private PluginJars jars;

    @BeforeEach
    void start() {
        jars = new PluginJars(folder);
    }

    @Test
    void the_class_path_is_searched() {
        try (Plugins plugins = Plugins.find(List.of())) {
            assertThat(plugins.found())
                    .filteredOn(discovered -> discovered.plugin() instanceof CorePlugin)
                    .singleElement()
                    .extracting(Discovered::origin)
                    .asString()
                    .contains("core")
                    .doesNotContain("file:");
            assertThat(plugins.broken()).isEmpty();
        }
    }

    @Test
    void a_jar_in_a_folder_brings_its_plugin_and_is_named_as_its_origin() throws IOException {
        jars.plugin("third party.jar", "ThirdParty", ONE_RULE_SET);
        Files.writeString(folder.resolve("README.txt"), "no jar");
        try (Plugins plugins = Plugins.find(List.of(folder))) {
            assertThat(plugins.broken()).isEmpty();
            assertThat(plugins.found()).extracting(Discovered::origin).contains("third party.jar");
            Catalog catalog = new Catalog(plugins.found());
            assertThat(catalog.methods().make("third-party")).isNotNull();
        }
    }

    @Test
    void a_broken_jar_is_named_and_left_out_and_the_others_serve() throws IOException {
        Files.writeString(folder.resolve("a-text.jar"), "this is no zip");
        jars.jar("b-empty-promise.jar", "NotThere", NO_CLASS);
        jars.jar("c-garbage.jar", "Garbage", "no class file".getBytes(StandardCharsets.US_ASCII));
        jars.plugin("d-throws.jar", "Throws", "public Throws() { throw new IllegalStateException(\"no licence\"); }");
        jars.plugin("e-bad-name.jar", "BadName", ONE_RULE_SET.replace("third-party", "Bad Name"));
        jars.plugin("f-good.jar", "Good", ONE_RULE_SET);

        try (Plugins plugins = Plugins.find(List.of(folder))) {
            assertThat(plugins.broken()).hasSize(5);
            assertThat(plugins.broken().get(0)).startsWith("a-text.jar: it is no readable jar");
            assertThat(plugins.broken().get(1))
                    .startsWith("b-empty-promise.jar: ")
                    .contains("NotThere");
            assertThat(plugins.broken().get(2)).startsWith("c-garbage.jar: ").contains("Garbage");
            assertThat(plugins.broken().get(3)).startsWith("d-throws.jar: ").contains("Throws", "no licence");
            assertThat(plugins.broken().get(4)).startsWith("e-bad-name.jar: ").contains("'Bad Name'");
            assertThat(plugins.found()).extracting(Discovered::origin).contains("f-good.jar");
        }
    }

    @Test
    void a_plugin_built_against_another_core_is_left_out() throws IOException {
        jars.plugin(
                "old.jar",
                "Old",
                "public List<Named<LayerProbe>> probes() { throw new NoSuchMethodError(\"Network.gone()\"); }");
        try (Plugins plugins = Plugins.find(List.of(folder))) {
            assertThat(plugins.broken())
                    .singleElement()
                    .asString()
                    .startsWith("old.jar: ")
                    .contains("Network.gone()");
        }
    }

    @Test
    void a_jar_without_a_plugin_of_its_own_is_left_out() throws IOException {
        jars.jar("again.jar", CorePlugin.class.getName(), NO_CLASS);
        jars.jar("none.jar", "# nothing", NO_CLASS);
        try (Plugins plugins = Plugins.find(List.of(folder))) {
            assertThat(plugins.broken()).hasSize(2).allMatch(line -> line.contains("it names no plugin in META-INF"));
            assertThat(plugins.found())
                    .filteredOn(discovered -> discovered.plugin() instanceof CorePlugin)
                    .hasSize(1);
        }
    }

    @Test
    void a_folder_that_is_none_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        for (Path none : List.of(folder.resolve("missing"), file)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Plugins.find(List.of(none)))
                    .withMessageContaining("no folder of plugins at " + none);
        }
    }

    @Test
    void two_jars_that_offer_one_name_are_both_named() throws IOException {
        jars.plugin("first.jar", "First", ONE_RULE_SET);
        jars.plugin("second.jar", "Second", ONE_RULE_SET);
        try (Plugins plugins = Plugins.find(List.of(folder))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Catalog(plugins.found()))
                    .withMessage("two parts are called 'third-party' as a method, one from first.jar, one from"
                            + " second.jar; remove one of the jars");
        }
    }
}
