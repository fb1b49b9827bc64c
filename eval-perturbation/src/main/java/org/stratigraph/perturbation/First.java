package org.stratigraph.perturbation;

import org.stratigraph.core.image.SaliencyMap;

/** Which pixels go first, by their signed scores. */
enum First {
    LEAST_RELEVANT {
        @Override
        int[] order(SaliencyMap map) {
            return map.rising();
        }
    },
    MOST_RELEVANT {
        @Override
        int[] order(SaliencyMap map) {
            return map.falling();
        }
    };

    /** All pixels, those of equal scores by their places, whichever go first. */
    abstract int[] order(SaliencyMap map);
}
