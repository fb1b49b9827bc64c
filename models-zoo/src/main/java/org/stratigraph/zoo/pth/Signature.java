package org.stratigraph.zoo.pth;

import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes of a file say it is. */
enum Signature {
    ZIP("504b0304"),

    /** The pickled magic number that torch.save wrote before torch 1.6, and still writes on request. */
    LEGACY_TORCH("80028a0a6cfc9c46f9206aa850192e"),

    UNKNOWN("");

    private final byte[] start;

    Signature(String hex) {
        this.start = HexFormat.of().parseHex(hex);
    }

    static Signature of(byte[] firstBytes) {
        return Arrays.stream(values())
                .filter(signature -> signature.begins(firstBytes))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private boolean begins(byte[] bytes) {
        return bytes.length >= start.length && Arrays.equals(start, 0, start.length, bytes, 0, start.length);
    }
}
