package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/** The relevance that has arrived at each node so far, summed over the nodes that read it. */
final class Relevance {
    private final NDArray[] arrived;
    private final boolean[] writable;

    Relevance(int nodes) {
        this.arrived = new NDArray[nodes];
        this.writable = new boolean[nodes];
    }

    /**
     * Adds what one reader hands down, and owns that array from then on.
     *
     * @param free whether no other array that is still needed shares its memory, so that it may be added to in place
     */
    void put(int place, NDArray share, boolean free) {
        if (arrived[place] == null) {
            arrived[place] = share;
            writable[place] = free;
        } else if (writable[place]) {
            arrived[place].addi(share);
            share.close();
        } else {
            NDArray sum = arrived[place].add(share);
            arrived[place].close();
            share.close();
            arrived[place] = sum;
            writable[place] = true;
        }
    }

    boolean has(int place) {
        return arrived[place] != null;
    }

    /** Whether no other array that is still needed shares the memory of what has arrived. */
    boolean writable(int place) {
        return writable[place];
    }

    NDArray get(int place) {
        return arrived[place];
    }

    /** Drops the last rows of a batch, which go no further down. */
    void keepRows(int place, long rows) {
        NDArray all = arrived[place];
        if (all.getShape().get(0) > rows) {
            arrived[place] = all.get(new NDIndex("0:" + rows));
            all.close();
        }
    }

    void free(int place) {
        if (arrived[place] != null) {
            arrived[place].close();
            arrived[place] = null;
        }
    }
}
