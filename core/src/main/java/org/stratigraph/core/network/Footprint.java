package org.stratigraph.core.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Tensor;

/** How much native memory one row of a batch takes on its way up a network and back, for one size of input. Immutable. */
public final class Footprint {
    // Every activation is kept for the way back; the other half is relevance on its way, and what rules need meanwhile.
    private static final int KEPT_AND_PASSING = 2;

    private final Map<String, Long> bytesAbove;

    private Footprint(Map<String, Long> bytesAbove) {
        this.bytesAbove = Map.copyOf(bytesAbove);
    }

    static Footprint of(Network network, int... input) {
        int[] one = IntStream.concat(IntStream.of(1), IntStream.of(input)).toArray();
        int size = IntStream.of(one).reduce(1, Math::multiplyExact);
        List<String> names = network.nodes().stream().map(Node::name).toList();
        int width = network.placement().precision() == Precision.FLOAT64 ? Double.BYTES : Float.BYTES;
        return network.trace(Tensor.of(new float[size], one), Focus.forwardOnly(names), trace -> {
            Map<String, Long> above = new HashMap<>();
            long numbers = 0;
            for (int place = names.size() - 1; place >= 0; place--) {
                numbers += trace.activation(names.get(place)).size();
                above.put(names.get(place), numbers * width * KEPT_AND_PASSING);
            }
            return new Footprint(above);
        });
    }

    /** Bytes of a row that starts at this layer and goes up to the logits and back. */
    public long bytesFrom(String layer) {
        return bytesAbove.get(layer);
    }
}
