package org.stratigraph.core.engine;

import ai.djl.ndarray.types.DataType;

/** The number format that a network computes in. */
public enum Precision {
    /** Single precision, the default. */
    FLOAT32(DataType.FLOAT32),
    /** Double precision: several times slower, for checking a result against rounding. */
    FLOAT64(DataType.FLOAT64);

    private final DataType type;

    Precision(DataType type) {
        this.type = type;
    }

    DataType type() {
        return type;
    }

    /**
     * The precision a user names.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Precision named(String name) {
        return switch (name) {
            case "float32" -> FLOAT32;
            case "float64" -> FLOAT64;
            default ->
                throw new IllegalArgumentException("unknown precision '" + name + "'; there are float32 and float64");
        };
    }
}
