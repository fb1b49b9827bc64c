package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;

/**
 * What a fuser gets, checked: at least one map, all of one size. Immutable.
 *
 * @param maps one per layer, from the input to the top
 */
record Stack(List<SaliencyMap> maps) {
    Stack {
        maps = List.copyOf(maps);
        if (maps.isEmpty()) {
            throw new IllegalArgumentException("a fuser needs the map of at least one layer");
        }
        for (SaliencyMap map : maps) {
            if (map.height() != maps.get(0).height()
                    || map.width() != maps.get(0).width()) {
                throw new IllegalArgumentException("a fuser needs maps of one size, not " + size(maps.get(0)) + " and "
                        + size(map) + "; LayerMap.upsample brings them to the input's");
            }
        }
    }

    int layers() {
        return maps.size();
    }

    int pixels() {
        return maps.get(0).size();
    }

    SaliencyMap of(int layer) {
        return maps.get(layer);
    }

    SaliencyMap top() {
        return maps.get(maps.size() - 1);
    }

    /** Zeros to add to. */
    float[] blank() {
        return new float[pixels()];
    }

    /** A map of the size of these. */
    SaliencyMap map(float[] values) {
        return new SaliencyMap(maps.get(0).height(), maps.get(0).width(), values);
    }

    private static String size(SaliencyMap map) {
        return map.height() + " x " + map.width();
    }
}
