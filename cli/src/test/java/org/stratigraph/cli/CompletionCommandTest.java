package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void a_script_is_shell_and_knows_commands_and_options(String shell) throws IOException, InterruptedException {
        Cli run = Cli.run("completion", shell);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("bashcompinit", "--min-correlation", "reproduce", "table1");
        Path script = Files.writeString(folder.resolve("script"), run.out());
        assertThat(bash("-n", script.toString())).isEmpty();
    }

    /** What bash offers after {@code stratigraph ga} and {@code stratigraph completion }. */
    @Test
    void bash_completes_a_command_and_the_name_of_a_shell() throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script"), Cli.run("completion", "bash").out());

        assertThat(completed(script, "ga")).isEqualTo("gate");
        assertThat(completed(script, "completion", "")).isEqualTo("bash zsh");
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String typed = "stratigraph '" + String.join("' '", words) + "'";
        return bash(
                "-c",
                "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=" + words.length
                        + "; COMP_LINE=\"" + typed.replace("'", "") + "\"; COMP_POINT=${#COMP_LINE}"
                        + "; _complete_stratigraph; echo ${COMPREPLY[*]}");
    }

    private static String bash(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "bash";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
