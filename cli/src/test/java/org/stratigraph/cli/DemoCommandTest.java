package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    private static final Pattern SOURCE = Pattern.compile("src=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void the_demo_explains_both_classes_of_two_scenes_with_a_dozen_methods_and_shows_all_of_it_on_one_page()
            throws IOException {
        Cli run = Cli.run("demo", "--out", folder);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("open ", "index.html");
        List<String> pictures = SOURCE.matcher(Files.readString(folder.resolve("index.html")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        int methods = 12;
        int honest = 2; // bundled models without a backdoor
        assertThat(pictures).noneMatch(picture -> picture.contains("completeness"));
        assertThat(pictures)
                .hasSize(honest * 2 * 2 * methods)
                .allSatisfy(picture -> assertThat(folder.resolve(picture)).isNotEmptyFile());
    }

    @Test
    void methods_that_are_named_take_the_place_of_the_dozen() throws IOException {
        Cli run = Cli.run("demo", "--out", folder, "--method", "gradient", "--method", "layer-cam");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(SOURCE.matcher(Files.readString(folder.resolve("index.html")))
                        .results()
                        .map((MatchResult match) -> match.group(1)))
                .isNotEmpty()
                .allMatch(picture -> picture.endsWith("-gradient.png") || picture.endsWith("-layer-cam.png"))
                .anyMatch(picture -> picture.endsWith("-gradient.png"))
                .anyMatch(picture -> picture.endsWith("-layer-cam.png"));
    }

    @Test
    void a_method_that_does_not_exist_is_wrong_usage_and_nothing_is_drawn() {
        Path out = folder.resolve("demo");

        Cli run = Cli.run("demo", "--out", out, "--method", "gradcam");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("no method 'gradcam'", "grad-cam");
        assertThat(out).doesNotExist();
    }
}
