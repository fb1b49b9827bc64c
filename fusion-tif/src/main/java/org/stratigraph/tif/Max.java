package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Fuser;

/** The largest signed score of any layer at each pixel, as large as each layer's scores happen to be. Immutable, thread-safe. */
record Max() implements Fuser {
    @Override
    public SaliencyMap fuse(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        float[] largest = stack.of(0).values();
        for (SaliencyMap map : stack.maps()) {
            for (int pixel = 0; pixel < largest.length; pixel++) {
                largest[pixel] = Math.max(largest[pixel], map.at(pixel));
            }
        }
        return stack.map(largest);
    }
}
