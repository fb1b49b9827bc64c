package org.stratigraph.gradient;

import java.util.List;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;

/** What is explained, f(x), read off logits. */
final class Outputs {
    private Outputs() {}

    /**
     * One number per target.
     *
     * @param logits (N, K), or (1, K) for all
     */
    static double[] of(List<Target> targets, Tensor logits) {
        double[] outputs = new double[targets.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] =
                    targets.get(i).value(logits.slice(i % logits.dimension(0)).toArray());
        }
        return outputs;
    }
}
