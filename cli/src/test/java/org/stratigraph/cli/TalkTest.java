package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is said beside results: progress, logs, traces, colours. */
class TalkTest {
    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    @TempDir
    Path folder;

    @Test
    void every_command_takes_both_options() {
        assertThat(withSubcommands(Main.commandLine()))
                .hasSizeGreaterThan(20)
                .allSatisfy(command -> assertThat(command.getCommandSpec().optionsMap())
                        .as(command.getCommandSpec().qualifiedName())
                        .containsKeys("--quiet", "--verbose"));
    }

    private static List<CommandLine> withSubcommands(CommandLine command) {
        List<CommandLine> all = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> all.addAll(withSubcommands(sub)));
        return all;
    }

    private Cli explain(Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(
                "explain",
                "--model",
                "resnet50",
                "--weights",
                Cli.thinResNet(),
                "--method",
                "gradient",
                "--image",
                Cli.picture(folder, "a.png"),
                "--layers",
                "blocks",
                "--raw",
                folder.resolve("maps.safetensors")));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    @Test
    void without_a_terminal_progress_is_lines_and_quiet_leaves_results_alone() throws IOException {
        Cli talking = explain();
        Cli quiet = explain("--quiet");

        assertThat(talking.err()).contains("explaining: 100 %");
        assertThat(quiet.exitCode()).as(quiet.err()).isZero();
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).isEqualTo(talking.out()).contains("arrays: ");
    }

    @Test
    void there_is_one_line_a_tenth() {
        StringWriter said = new StringWriter();
        ProgressLines progress = new ProgressLines(new PrintWriter(said), "counting", 1000);

        for (long step = 0; step <= 1000; step++) {
            progress.at(step, step < 500 ? "low" : "");
        }

        assertThat(said.toString().lines())
                .hasSize(10)
                .startsWith("counting: 10 %, low", "counting: 20 %, low")
                .endsWith("counting: 90 %", "counting: 100 %");
    }

    @Test
    void work_that_skips_ahead_says_only_where_it_is() {
        StringWriter said = new StringWriter();
        ProgressLines progress = new ProgressLines(new PrintWriter(said), "counting", 4);

        for (long step : new long[] {0, 1, 1, 4, 2}) {
            progress.at(step, "");
        }

        assertThat(said.toString().lines()).containsExactly("counting: 20 %", "counting: 100 %");
    }

    @Test
    void verbose_shows_where_an_error_came_from_before_or_after_the_command() throws IOException {
        Path none = folder.resolve("none");
        Files.createDirectories(none.resolve("cell"));
        Files.writeString(none.resolve("cell/scores.jsonl"), "no JSON\n");

        assertThat(Cli.run("gate", none, none).err())
                .contains("--verbose shows where")
                .doesNotContain("\tat ");
        try {
            assertThat(Cli.run("gate", none, none, "--verbose").err()).contains("\tat org.stratigraph.cli.RunFolder");
            assertThat(Cli.run("--verbose", "gate", none, none).err()).contains("\tat org.stratigraph.cli.RunFolder");
            assertThat(System.getProperty(LOG_LEVEL)).isEqualTo("info");
        } finally {
            System.clearProperty(LOG_LEVEL);
        }
    }

    /** In a JVM of its own, because colours are read off its environment. */
    @Test
    void no_color_is_stronger_than_a_wish_for_colours() throws IOException, InterruptedException {
        assertThat(usage(Map.of("CLICOLOR_FORCE", "1"))).contains("\u001b[");
        assertThat(usage(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
                .contains("Usage:")
                .doesNotContain("\u001b[");
    }

    private static String usage(Map<String, String> environment) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), "org.stratigraph.cli.Main", "--help");
        builder.environment().keySet().removeAll(List.of("NO_COLOR", "CLICOLOR_FORCE"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
