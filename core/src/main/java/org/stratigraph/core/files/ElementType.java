package org.stratigraph.core.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** How one number of a stored tensor is written, little-endian; the names are those of the safetensors format. */
public enum ElementType {
    F64(8, Kind.FLOAT),
    F32(4, Kind.FLOAT),
    F16(2, Kind.FLOAT),
    BF16(2, Kind.FLOAT),
    I64(8, Kind.INTEGER),
    I32(4, Kind.INTEGER),
    I16(2, Kind.INTEGER),
    I8(1, Kind.INTEGER),
    U32(4, Kind.INTEGER),
    U16(2, Kind.INTEGER),
    U8(1, Kind.INTEGER),
    BOOL(1, Kind.INTEGER),
    U64(8, Kind.UNREAD),
    C64(8, Kind.UNREAD),
    F8_E5M2(1, Kind.UNREAD),
    F8_E4M3(1, Kind.UNREAD);

    private enum Kind {
        FLOAT,
        INTEGER,
        /** May stand in a file, but nothing here needs its numbers. */
        UNREAD
    }

    private final int bytes;
    private final Kind kind;

    ElementType(int bytes, Kind kind) {
        this.bytes = bytes;
        this.kind = kind;
    }

    /** How many bytes one number takes. */
    public int bytes() {
        return bytes;
    }

    /** Whether {@link #floats} reads it. */
    public boolean isFloat() {
        return kind == Kind.FLOAT;
    }

    /** Whether {@link #integers} reads it. */
    public boolean isInteger() {
        return kind == Kind.INTEGER;
    }

    /** Puts the numbers that these bytes hold into the target; F64 is rounded to the nearest float32. */
    public void floats(ByteBuffer source, FloatBuffer target) {
        ByteBuffer from = source.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (this == F32) {
            target.put(from.asFloatBuffer());
            return;
        }
        while (from.hasRemaining()) {
            target.put(
                    switch (this) {
                        case F64 -> (float) from.getDouble();
                        case F16 -> Float16.toFloat(from.getShort());
                        case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
                        default -> throw new IllegalArgumentException(this + " numbers are not floats");
                    });
        }
    }

    /** Puts the whole numbers that these bytes hold into the target; true is 1. */
    public void integers(ByteBuffer source, LongBuffer target) {
        ByteBuffer from = source.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (from.hasRemaining()) {
            target.put(
                    switch (this) {
                        case I64 -> from.getLong();
                        case I32 -> from.getInt();
                        case I16 -> from.getShort();
                        case I8 -> from.get();
                        case U32 -> Integer.toUnsignedLong(from.getInt());
                        case U16 -> Short.toUnsignedLong(from.getShort());
                        case U8, BOOL -> Byte.toUnsignedLong(from.get());
                        default -> throw new IllegalArgumentException(this + " numbers are not integers");
                    });
        }
    }
}
