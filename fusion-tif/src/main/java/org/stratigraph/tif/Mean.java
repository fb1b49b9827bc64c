package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;

/** The mean of the signed maps, as large as each layer's scores happen to be. Immutable, thread-safe. */
record Mean() implements AdditiveFuser {
    @Override
    public SaliencyMap fuse(List<SaliencyMap> fromInputToTop) {
        return Sum.of(parts(fromInputToTop));
    }

    @Override
    public List<SaliencyMap> parts(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        return stack.maps().stream().map(map -> share(stack, map)).toList();
    }

    private static SaliencyMap share(Stack stack, SaliencyMap map) {
        float[] share = stack.blank();
        for (int pixel = 0; pixel < share.length; pixel++) {
            share[pixel] = map.at(pixel) / stack.layers();
        }
        return stack.map(share);
    }
}
