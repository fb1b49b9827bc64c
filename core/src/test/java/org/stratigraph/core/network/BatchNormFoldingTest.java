package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Flatten;

/** A folded network is the same function in fewer nodes. */
class BatchNormFoldingTest {
    private static final Tensor IMAGES = Sketch.images(2);
    private static final Placement EXACT = Placement.standard().in(Precision.FLOAT64);

    @Test
    void logits_and_gradients_stay_the_same_in_float64() {
        try (Network plain = Sketch.residual(EXACT);
                Network folded = folded(EXACT)) {
            assertThat(folded.nodes()).noneMatch(node -> node.op() instanceof BatchNorm);
            assertThat(folded.nodes()).hasSize(plain.nodes().size() - 5);
            Map<String, double[]> expected = numbers(plain);
            Map<String, double[]> got = numbers(folded);
            got.forEach(
                    (name, values) -> assertThat(values).as(name).containsExactly(expected.get(name), within(1e-12)));
            assertThat(got).containsKeys("activation bn1", "relevance bn1", "relevance input", "activation fc");
        }
    }

    @Test
    void a_folded_convolution_bears_the_name_of_the_batch_norm() {
        try (Network folded = folded(Placement.standard())) {
            assertThat(folded.node("bn1").op().kind()).isEqualTo("convolution 3 x 3");
            assertThat(folded.node("bn1").inputs()).containsExactly("input");
            assertThat(folded.layersWithPositions()).doesNotContain("conv1");
        }
    }

    @Test
    void a_convolution_that_something_else_reads_too_keeps_its_batch_norm() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            String x = sketch.convolution("conv", "input", 3, 2, 3, 1);
            String normed = sketch.norm("bn", x, 2);
            String both = sketch.add("both", new Add(), normed, x);
            sketch.linear("fc", sketch.add("flat", new Flatten(), both), 2 * Sketch.HEIGHT * Sketch.WIDTH, 3);
            try (Network network = sketch.buildFolded()) {
                assertThat(network.node("bn").op()).isInstanceOf(BatchNorm.class);
                network.logits(IMAGES);
            }
        }
    }

    @Test
    void replaced_filters_are_freed() {
        try (Sketch sketch = new Sketch(Placement.standard())) {
            Sketch.drawResidual(sketch);
            List<NDArray> before = new ArrayList<>();
            sketch.nodes().forEach(node -> before.addAll(node.op().parameters()));
            try (Network network = sketch.buildFolded()) {
                List<NDArray> kept = network.nodes().stream()
                        .flatMap(node -> node.op().parameters().stream())
                        .toList();
                assertThat(kept).noneMatch(NDArray::isReleased);
                assertThat(before.stream().filter(array -> !array.isReleased()))
                        .as("weight and bias of the linear layer")
                        .hasSize(2);
            }
        }
    }

    private static Network folded(Placement placement) {
        try (Sketch sketch = new Sketch(placement)) {
            Sketch.drawResidual(sketch);
            return sketch.buildFolded();
        }
    }

    private static Map<String, double[]> numbers(Network network) {
        Map<String, double[]> numbers = new TreeMap<>();
        network.trace(IMAGES, trace -> {
            trace.sweep(RuleSet.gradient(), new int[] {1, 2}, (layer, activation, relevance) -> {
                numbers.put("activation " + layer, activation.toDoubleArray());
                numbers.put("relevance " + layer, relevance.toDoubleArray());
            });
            return true;
        });
        return numbers;
    }
}
