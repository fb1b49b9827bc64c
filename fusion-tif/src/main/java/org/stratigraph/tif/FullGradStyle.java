package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;

/**
 * The sum of the maps' positive parts, each scaled from its least score to its largest: TIF's fusion without its interception, after
 * FullGrad's post-processing (Srinivas and Fleuret, 2019). Immutable, thread-safe.
 */
record FullGradStyle() implements AdditiveFuser {
    @Override
    public SaliencyMap fuse(List<SaliencyMap> fromInputToTop) {
        return Sum.of(parts(fromInputToTop));
    }

    @Override
    public List<SaliencyMap> parts(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        return stack.maps().stream().map(map -> scaled(stack, map)).toList();
    }

    /** psi(t) = (t - min) / (max - min); 0 for a map that is the same everywhere. */
    private static SaliencyMap scaled(Stack stack, SaliencyMap map) {
        float highest = Math.max(map.ranking().score(0), 0);
        float lowest = Math.max(map.ranking().score(stack.pixels() - 1), 0);
        float[] scaled = stack.blank();
        if (highest > lowest) {
            for (int pixel = 0; pixel < scaled.length; pixel++) {
                scaled[pixel] = (Math.max(map.at(pixel), 0) - lowest) / (highest - lowest);
            }
        }
        return stack.map(scaled);
    }
}
