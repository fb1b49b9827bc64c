package org.stratigraph.core.spi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stratigraph.core.network.Network;

/**
 * How much native memory a method may use for the passes that it runs together. It decides the size of their batches, and
 * nothing else: results do not depend on it beyond rounding. Immutable.
 *
 * @param bytes at least 1
 */
public record MemoryBudget(long bytes) {
    private static final int SHARE_OF_FREE = 4;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(MB|GB)", Pattern.CASE_INSENSITIVE);

    public MemoryBudget {
        if (bytes < 1) {
            throw new IllegalArgumentException("a memory budget of " + bytes + " bytes is none");
        }
    }

    /** A quarter of what is free now on the network's device, the default. */
    public static MemoryBudget shareOfFree(Network network) {
        return new MemoryBudget(Math.max(1, network.freeMemory() / SHARE_OF_FREE));
    }

    /**
     * A budget as a user types it.
     *
     * @throws IllegalArgumentException if it is no size
     */
    public static MemoryBudget parse(String typed) {
        Matcher size = SIZE.matcher(typed.strip());
        if (!size.matches() || Long.parseLong(size.group(1)) == 0) {
            throw new IllegalArgumentException("'" + typed + "' is no size of memory; say 500MB or 4GB");
        }
        long unit = size.group(2).toUpperCase(Locale.ROOT).equals("MB") ? 1L << 20 : 1L << 30;
        return new MemoryBudget(Long.parseLong(size.group(1)) * unit);
    }

    /** How many rows of this size fit, at least one: a network that one row is too much for cannot be explained at all. */
    public int rows(long bytesPerRow) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / bytesPerRow));
    }
}
