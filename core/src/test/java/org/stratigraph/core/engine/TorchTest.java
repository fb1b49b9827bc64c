package org.stratigraph.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stratigraph.core.Noise;
import org.stratigraph.core.engine.Placement.Layout;
import org.stratigraph.core.image.Tensor;

/** What is true of native arrays whatever the network. */
class TorchTest {
    private static final int[][] SHAPES = {{5}, {4, 6}, {8, 4, 1, 1}, {2, 1, 5, 5}, {2, 3, 4, 5}, {2, 3, 4, 5, 2}};

    @ParameterizedTest
    @EnumSource(Layout.class)
    void arrays_outlive_the_java_buffers_that_they_were_made_from(Layout layout) {
        for (Precision precision : Precision.values()) {
            Placement placement = Placement.standard().laidOut(layout).in(precision);
            try (NDManager manager = Torch.open(placement)) {
                List<Tensor> tensors = new ArrayList<>();
                List<NDArray> arrays = new ArrayList<>();
                for (int i = 0; i < 600; i++) {
                    tensors.add(Noise.tensor(i, SHAPES[i % SHAPES.length]));
                    arrays.add(Torch.create(manager, tensors.get(i), placement));
                }
                List<ByteBuffer> scribbles = scribbleOverWhatIsFree();
                for (int i = 0; i < arrays.size(); i++) {
                    assertThat(Torch.toFloats(arrays.get(i)))
                            .isEqualTo(tensors.get(i).toArray());
                }
                assertThat(scribbles).isNotEmpty();
            }
        }
    }

    /** Collects garbage, direct buffers too, and puts 1e30 wherever the C heap hands out the memory again. */
    private static List<ByteBuffer> scribbleOverWhatIsFree() {
        List<ByteBuffer> scribbles = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            System.gc();
            for (int i = 0; i < 3000; i++) {
                ByteBuffer scribble =
                        ByteBuffer.allocateDirect(4 * (5 + i % 240)).order(ByteOrder.nativeOrder());
                while (scribble.remaining() >= 4) {
                    scribble.putFloat(1e30f);
                }
                scribbles.add(scribble);
            }
        }
        return scribbles;
    }
}
