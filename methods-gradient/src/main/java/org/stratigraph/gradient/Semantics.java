package org.stratigraph.gradient;

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
}
