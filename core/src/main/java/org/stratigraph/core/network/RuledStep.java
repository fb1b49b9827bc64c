package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.stratigraph.core.engine.Torch;

/** The way down through one node under a rule; what the rule makes meanwhile is freed. */
final class RuledStep {
    private RuledStep() {}

    /**
     * What the rule gives for the relevance of the output, in the scope of the pass.
     *
     * @param reference the same node in the pass that this one is compared with
     */
    static NDList down(
            Recording recording, Optional<Recording> reference, BackpropRule rule, NDArray above, NDManager pass) {
        Call call =
                reference.<Call>map(other -> new ComparedCall(recording, other)).orElse(recording);
        try (NDManager scope = pass.newSubManager()) {
            above.attach(scope);
            recording.lend(scope);
            reference.ifPresent(other -> other.lend(scope));
            try {
                NDList below = Torch.recording(false, () -> rule.apply(call, above));
                check(below, recording);
                NDList shares = new NDList(below.size());
                for (int i = 0; i < below.size(); i++) {
                    NDArray share = below.get(i);
                    boolean lent = recording.lends(share, above, below, i)
                            || reference.isPresent() && reference.get().lends(share, above, new NDList(), 0);
                    shares.add(lent ? Torch.detach(share, scope) : share); // a handle that can be freed without harm
                }
                shares.attach(pass);
                return shares;
            } finally {
                above.attach(pass);
                recording.takeBack();
                reference.ifPresent(Recording::takeBack);
            }
        }
    }

    private static void check(NDList below, Recording recording) {
        if (below.size() != recording.inputs().size()) {
            throw new IllegalStateException("the rule at '" + recording.node().name() + "' gave " + below.size()
                    + " arrays for " + recording.inputs().size() + " inputs");
        }
        for (int i = 0; i < below.size(); i++) {
            Shape expected = recording.inputs().get(i).getShape();
            if (!below.get(i).getShape().equals(expected)) {
                throw new IllegalStateException(
                        "the rule at '" + recording.node().name() + "' gave relevance of shape "
                                + below.get(i).getShape() + " for an input of shape " + expected);
            }
        }
    }
}
