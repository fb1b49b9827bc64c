package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.files.SafeTensors;

class TrainCommandTest {
    @TempDir
    Path folder;

    private Cli train(Path out, Object... more) {
        Object[] fixed = {
            "train",
            "--model",
            "resnet50",
            "--divisor",
            "32",
            "--side",
            "32",
            "--batch",
            "4",
            "--validate-every",
            "0",
            "--data",
            "scenes:side=32,test=8",
            "--out",
            out
        };
        return Cli.run(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray());
    }

    @Test
    void a_training_gives_a_file_that_explain_reads_with_the_names_of_its_classes() throws IOException {
        Path out = folder.resolve("mine.safetensors");

        Cli run = train(out, "--steps", "2");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("test accuracy: ", "of 8", out.toString());
        Cli explained = Cli.run(
                "explain",
                "--model",
                "resnet50",
                "--weights",
                out,
                "--image",
                Cli.picture(folder, "disc.png"),
                "--method",
                "gradient",
                "--layers",
                "last-conv",
                "--raw",
                folder.resolve("raw.safetensors"));
        assertThat(explained.exitCode()).as(explained.err()).isZero();
        assertThat(explained.out())
                .containsPattern("(striped|dotted|checkered|ringed) (disc|square|triangle|star|cross)");
        assertThat(out.resolveSibling("mine.safetensors.checkpoint")).doesNotExist();
    }

    @Test
    void the_same_seed_gives_the_same_file_and_another_seed_another() {
        Path first = folder.resolve("first.safetensors");
        Path second = folder.resolve("second.safetensors");
        Path other = folder.resolve("other.safetensors");

        train(first, "--steps", "3");
        train(second, "--steps", "3");
        train(other, "--steps", "3", "--seed", "2");

        assertThat(new FileDigest(second).sha256()).isEqualTo(new FileDigest(first).sha256());
        assertThat(new FileDigest(other).sha256()).isNotEqualTo(new FileDigest(first).sha256());
    }

    @Test
    void fine_tuning_with_everything_but_the_last_layer_frozen_moves_nothing_else() throws IOException {
        Path start = folder.resolve("start.safetensors");
        Path tuned = folder.resolve("tuned.safetensors");
        train(start, "--steps", "1");

        Cli run = train(tuned, "--steps", "2", "--weights", start, "--freeze", "conv1,bn1,layer1,layer2,layer3,layer4");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(floatsOf(tuned, "layer3.1.conv2.weight")).isEqualTo(floatsOf(start, "layer3.1.conv2.weight"));
        assertThat(floatsOf(tuned, "fc.weight")).isNotEqualTo(floatsOf(start, "fc.weight"));
    }

    private static float[] floatsOf(Path file, String tensor) throws IOException {
        return SafeTensors.open(file).floats(tensor).toArray();
    }

    @Test
    void what_cannot_be_trained_is_said_before_anything_starts() throws IOException {
        Path out = folder.resolve("mine.safetensors");

        assertThat(train(out, "--resume"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("nothing to resume"));
        assertThat(train(out, "--steps", "0"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2));
        assertThat(train(out, "--freeze", "layer9"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("no layer 'layer9'"));
        assertThat(train(folder))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--out names a file to write"));
        assertThat(train(out, "--steps", "1", "--plain", "vgg16"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("plain model"));
        assertThat(out.resolveSibling("mine.safetensors.checkpoint")).doesNotExist();
        Files.writeString(folder.resolve("mine.safetensors.checkpoint"), "from before");
        assertThat(train(out, "--steps", "1"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--resume goes on from it"));
        assertThat(out).doesNotExist();
    }
}
