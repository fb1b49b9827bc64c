package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.pipeline.Explanation;

/** A run's arrays for scripts: {@code logits} (N, K), {@code target} (N) and {@code METHOD/LAYER} (N, h, w), signed. */
record RawFile(Results results) {
    void write(Path file) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        writer.add(
                "logits",
                Tensor.stack(results.scores().stream()
                        .map(scores -> Tensor.of(scores.logits(), scores.logits().length))
                        .toList()));
        writer.addIntegers(
                "target", Arrays.stream(results.targets()).asLongStream().toArray(), results.count());
        for (Explanation explanation : results.explanations()) {
            for (LayerMaps maps : explanation.layers()) {
                writer.add(explanation.method() + "/" + maps.layer(), maps.stacked());
            }
        }
        writer.write(file);
    }
}
