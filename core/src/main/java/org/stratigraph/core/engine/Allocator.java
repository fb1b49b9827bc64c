package org.stratigraph.core.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * Tells glibc to keep large freed blocks instead of handing them back to the kernel after every layer, which would have
 * to clear them page by page for the next. Does nothing on other systems or with {@code STRATIGRAPH_MALLOPT=off}.
 */
final class Allocator {
    // <malloc.h>
    private static final int M_TRIM_THRESHOLD = -1;
    private static final int M_TOP_PAD = -2;
    private static final int M_MMAP_MAX = -4;

    private static final int TOP_PAD = 64 << 20;

    private Allocator() {}

    private interface Glibc extends Library {
        int mallopt(int parameter, int value);
    }

    static void keepLargeBlocks() {
        if (!Platform.isLinux() || "off".equals(System.getenv("STRATIGRAPH_MALLOPT"))) {
            return;
        }
        try {
            Glibc glibc = Native.load("c", Glibc.class);
            glibc.mallopt(M_MMAP_MAX, 0);
            glibc.mallopt(M_TRIM_THRESHOLD, Integer.MAX_VALUE);
            glibc.mallopt(M_TOP_PAD, TOP_PAD);
        } catch (LinkageError noGlibc) { // musl has no mallopt: slower, and correct all the same
            System.getLogger(Allocator.class.getName())
                    .log(System.Logger.Level.DEBUG, "the allocator could not be tuned", noGlibc);
        }
    }
}
