package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/** Maps added up pixel by pixel. */
final class Sum {
    private Sum() {}

    static SaliencyMap of(List<SaliencyMap> maps) {
        Stack stack = new Stack(maps);
        float[] sum = stack.blank();
        for (SaliencyMap map : maps) {
            for (int pixel = 0; pixel < sum.length; pixel++) {
                sum[pixel] += map.at(pixel);
            }
        }
        return stack.map(sum);
    }
}
