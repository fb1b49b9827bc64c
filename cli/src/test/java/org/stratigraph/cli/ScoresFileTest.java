package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.evaluation.Outcome;
import org.stratigraph.report.JsonLines;

class ScoresFileTest {
    @TempDir
    Path folder;

    @Test
    void a_score_that_cannot_be_kept_ends_the_run_with_what_to_do() throws IOException {
        Path file = folder.resolve("scores.jsonl");
        JsonLines lines = JsonLines.open(file, Map.of("data", "scenes"));
        ScoresFile scores = new ScoresFile(lines);
        scores.keep(OutcomeLine.of(new Outcome(1, "one", List.of(), List.of("lerf"))));
        lines.close(); // no write succeeds any more, as on a disk that is full

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> scores.keep(OutcomeLine.unreadable(2, "broken")))
                .withMessageContaining("cannot write " + file)
                .withMessageContaining("make room, and the same command goes on");
        assertThat(JsonLines.read(file).lines()).hasSize(1);
    }
}
