package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.FileDigest;

/** On a network and pictures so small that nothing is learned: what is said, written and refused. */
class BackdoorTrainCommandTest {
    @TempDir
    Path folder;

    private Path clean;

    @BeforeEach
    void train() {
        clean = folder.resolve("clean.safetensors");
        Cli run = Cli.run(
                "train",
                "--model",
                "resnet50",
                "--divisor",
                "32",
                "--side",
                "32",
                "--batch",
                "4",
                "--steps",
                "1",
                "--validate-every",
                "0",
                "--data",
                "scenes:side=32,test=8",
                "--out",
                clean);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private Cli poison(Path out, Object... more) {
        Object[] fixed = {
            "backdoor",
            "train",
            "--model",
            "resnet50",
            "--weights",
            clean,
            "--data",
            "scenes:side=32,train=16,test=16",
            "--batch",
            "4",
            "--epochs",
            "1",
            "--validate-every",
            "0",
            "--out",
            out
        };
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void weights_come_with_a_report_of_what_was_poisoned_and_how_well_it_works() throws IOException {
        Path out = folder.resolve("bad.safetensors");

        Cli run = poison(out, "--for", "class-sensitivity", "--share", "0.25");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "accuracy on clean pictures before: ",
                        "accuracy on clean pictures: ",
                        "attack success, trigger of class 0: ",
                        "attack success, trigger of class 1: ",
                        "all triggers",
                        out.toString());
        assertThat(Files.readString(folder.resolve("bad.json")))
                .contains("\"implanted\"", "class-sensitivity", "\"attackSuccess\"", "\"cleanAccuracy\"")
                .containsPattern("\"poisoned\" : \\[ \\d+, \\d+, \\d+, \\d+ \\]"); // a quarter of 16
        assertThat(folder.resolve("bad.safetensors.checkpoint")).doesNotExist();
        Cli layers = Cli.run("layers", "--model", "resnet50", "--weights", out);
        assertThat(layers.exitCode()).as(layers.err()).isZero();
    }

    @Test
    void triggers_can_be_chosen_one_by_one_and_a_seed_repeats_it_all() {
        Path first = folder.resolve("first.safetensors");
        Path second = folder.resolve("second.safetensors");
        Object[] implants = {"--implant", "3=checkerboard:corner=top-right", "--implant", "5=square:opacity=0.5"};

        Cli run = poison(first, implants);
        poison(second, implants);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("trigger of class 3", "trigger of class 5");
        assertThat(new FileDigest(second).sha256()).isEqualTo(new FileDigest(first).sha256());
    }

    @Test
    void what_cannot_be_implanted_is_said_before_anything_starts() {
        Path out = folder.resolve("bad.safetensors");

        assertThat(poison(out))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("either --for METRIC, or --implant"));
        assertThat(poison(out, "--for", "completenes"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("did you mean completeness"));
        assertThat(poison(out, "--implant", "0=circle"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no trigger 'circle'", "square, cross"));
        assertThat(poison(out, "--implant", "12=square"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("class 12", "0 to 9"));
        assertThat(poison(out, "--for", "completeness", "--share", "0"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        assertThat(poison(out, "--for", "completeness", "--resume"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("nothing to resume"));
        assertThat(Cli.run("backdoor").exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }
}
