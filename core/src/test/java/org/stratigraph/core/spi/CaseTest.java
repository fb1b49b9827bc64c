package org.stratigraph.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.network.Target;

/** Many versions of an input, in batches that memory decides. */
class CaseTest {
    private static final int COUNT = 7;
    private static final Tensor VERSIONS = Sketch.images(COUNT);

    @Test
    void versions_get_the_logits_that_they_get_together_whatever_the_memory() {
        try (Network network = Sketch.residual(Placement.standard())) {
            float[] together = network.logits(VERSIONS).toArray();
            long row = network.footprint(3, Sketch.HEIGHT, Sketch.WIDTH).bytesFrom("input");
            for (long bytes : new long[] {1, row, 3 * row, COUNT * row, Long.MAX_VALUE}) {
                List<Integer> asked = new ArrayList<>();
                Tensor logits = of(network, bytes).logits(COUNT, version -> {
                    asked.add(version);
                    return VERSIONS.slice(version);
                });
                assertThat(logits.shape()).containsExactly(COUNT, Sketch.CLASSES);
                assertThat(logits.toArray()).as("%d bytes", bytes).containsExactly(together, within(1e-5f));
                assertThat(asked).isEqualTo(IntStream.range(0, COUNT).boxed().toList());
            }
        }
    }

    private static Case of(Network network, long bytes) {
        Preprocessing preprocessing =
                Preprocessing.exactly(Sketch.HEIGHT, Sketch.WIDTH, new float[3], new float[] {1, 1, 1});
        RgbImage view = new RgbImage(Sketch.WIDTH, Sketch.HEIGHT, new byte[3 * Sketch.WIDTH * Sketch.HEIGHT]);
        Model model = new Model(network, preprocessing, Labels.numbered(Sketch.CLASSES));
        return Case.of(model, new Sample("black", view, 0, List.of()), view, Target.logit(0), new MemoryBudget(bytes));
    }
}
