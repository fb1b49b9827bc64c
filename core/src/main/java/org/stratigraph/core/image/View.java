package org.stratigraph.core.image;

/** What of a method's map is shown. The map itself is always kept: a view loses nothing. */
public enum View {
    /** All of it: what speaks for the class and what speaks against it. */
    SIGNED {
        @Override
        public LayerMap of(LayerMap map) {
            return map;
        }
    },
    /** What speaks for the class alone: ReLU at the map's own resolution, as the CAM family has it. */
    POSITIVE {
        @Override
        public LayerMap of(LayerMap map) {
            float[] values = map.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], 0);
            }
            return new LayerMap(map.layer(), map.height(), map.width(), values);
        }
    },
    /** The positive part, moved and stretched to 0 ... 1; a map without contrast is zero. */
    UNIT {
        @Override
        public LayerMap of(LayerMap map) {
            float[] values = POSITIVE.of(map).values();
            float lowest = Float.POSITIVE_INFINITY;
            float highest = 0;
            for (float value : values) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = highest > lowest ? (values[i] - lowest) / (highest - lowest) : 0;
            }
            return new LayerMap(map.layer(), map.height(), map.width(), values);
        }
    };

    /** The part of a map that is shown. */
    public abstract LayerMap of(LayerMap map);
}
