package org.stratigraph.gradient;

import java.util.List;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Setting;

/** Where a baseline, a path or noise starts. */
enum Semantics {
    /** At the layer: the part above it is a model of its own (the paper, 3.2). */
    TRUNCATED,
    /** At the network's input; the layer's baseline is its activation there (Captum's Layer* classes). */
    PROPAGATED;

    static final Setting SETTING = Setting.of(
            "semantics",
            "truncated",
            "where the baseline, the path or the noise starts: truncated (at the layer, which has to be a cut) or "
                    + "propagated (at the input)");

    /** Says whether layers can be explained in these semantics, from this baseline. */
    void check(Network network, List<String> layers, Baseline baseline) {
        network.requirePositions(layers);
        if (this == TRUNCATED) {
            Truncation.upward(network, layers);
            if (baseline instanceof PictureBaseline && !layers.equals(List.of(network.input()))) {
                throw new IllegalArgumentException("a picture as baseline starts at the input: give it "
                        + "semantics=propagated, or ask for the layer '" + network.input() + "' alone");
            }
        }
    }
}
