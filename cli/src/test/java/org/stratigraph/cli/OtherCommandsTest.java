package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
    @TempDir
    Path folder;

    @Test
    void list_shows_every_part_with_its_settings_and_its_origin() {
        Cli run = Cli.run("list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("input-x-gradient", "gradient", "last-conv", "named:LAYERS", "squeezenet1_0", "fold=true")
                .contains("tif", "alpha=0.7", "fullgrad-style")
                // from a jar in a whole build, from the module's folder in an IDE
                .containsPattern("\\[(stratigraph-)?methods-gradient")
                .containsPattern("\\[(stratigraph-)?fusion-tif")
                .containsPattern("\\[(stratigraph-)?models-zoo")
                .containsPattern("\\[(stratigraph-)?core");
    }

    @Test
    void layers_lists_names_kinds_shapes_and_cuts() {
        Cli run = Cli.run("layers", "--model", "resnet50", "--weights", Cli.thinResNet());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("layer4\\.2 +relu +128 x 7 x 7 +0 +cut");
        assertThat(run.out()).containsPattern("layer4\\.2\\.add +add +128 x 7 x 7 +0 +cut");
        assertThat(run.out()).containsPattern("layer4\\.2\\.relu +relu +32 x 7 x 7 +0 *\n");
    }

    @Test
    void layers_needs_no_weights() {
        Cli run = Cli.run("layers", "--model", "squeezenet1_0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1,248,424 parameters");
    }

    @Test
    void doctor_proves_that_a_derivative_comes_out_right_and_that_nothing_leaves() {
        Cli run = Cli.run("doctor");

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).contains("libtorch 2.7.1", "self-test    passed", "nothing leaves this machine");
    }

    @Test
    void a_broken_plugin_is_named_and_left_out() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar at all");

        Cli run = Cli.run("list", "--plugins", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("plugin left out: broken.jar");
        assertThat(run.out()).contains("input-x-gradient");
    }

    @Test
    void a_folder_of_plugins_that_does_not_exist_is_wrong_usage() {
        Cli run = Cli.run("list", "--plugins", folder.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no folder of plugins");
    }

    @Test
    void a_command_that_does_not_exist_is_wrong_usage() {
        Cli run = Cli.run("explian");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("explain");
    }
}
