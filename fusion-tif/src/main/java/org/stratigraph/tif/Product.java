package org.stratigraph.tif;

import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Fuser;

/**
 * The product of the maps' positive parts, each scaled to a peak of 1: what every layer agrees on. Its L-th root is taken, which
 * keeps the order and spares float32 numbers like 1e-50. Immutable, thread-safe.
 */
record Product() implements Fuser {
    @Override
    public SaliencyMap fuse(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        double[] product = new double[stack.pixels()];
        Arrays.fill(product, 1);
        for (SaliencyMap map : stack.maps()) {
            double peak = Math.max(map.ranking().score(0), 0);
            for (int pixel = 0; pixel < product.length; pixel++) {
                product[pixel] *= peak > 0 ? Math.max(map.at(pixel), 0) / peak : 0;
            }
        }
        float[] root = stack.blank();
        for (int pixel = 0; pixel < root.length; pixel++) {
            root[pixel] = (float) Math.pow(product[pixel], 1.0 / stack.layers());
        }
        return stack.map(root);
    }
}
