package org.stratigraph.testkit;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.util.Optional;

/**
 * What native code holds of the C heap, as glibc counts it. The memory of the whole process would say less: the Java heap
 * in it grows and shrinks by more than a leak.
 */
final class NativeHeap {
    private static final double MEGABYTE = 1 << 20;

    private final Glibc glibc;

    private NativeHeap(Glibc glibc) {
        this.glibc = glibc;
    }

    /** Nothing where the C library does not count: anywhere but on Linux with glibc 2.33 or newer. */
    static Optional<NativeHeap> counted() {
        if (!Platform.isLinux()) {
            return Optional.empty();
        }
        try {
            NativeHeap heap = new NativeHeap(Native.load("c", Glibc.class));
            heap.megabytes();
            return Optional.of(heap);
        } catch (LinkageError noSuchCall) {
            return Optional.empty();
        }
    }

    /** Megabytes in use now, after Java has freed the buffers that it no longer needs. */
    double megabytes() {
        for (int i = 0; i < 2; i++) {
            System.gc();
            pause(); // the cleaners of buffers run after the collection
        }
        Counts counts = glibc.mallinfo2();
        return (counts.uordblks + counts.hblkhd) / MEGABYTE;
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Glibc extends Library {
        Counts mallinfo2();
    }

    /** {@code struct mallinfo2} of {@code <malloc.h>}; public because JNA fills it. */
    @FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static final class Counts extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        /** Bytes in blocks of their own. */
        public long hblkhd;

        public long usmblks;
        public long fsmblks;
        /** Bytes in use in the arenas. */
        public long uordblks;

        public long fordblks;
        public long keepcost;
    }
}
