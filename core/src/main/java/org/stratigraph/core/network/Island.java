package org.stratigraph.core.network;

import java.util.List;

/**
 * A run of nodes that libtorch records and differentiates in one piece. Immutable.
 *
 * @param root place of the node whose output leaves the island
 * @param members places of its nodes in topological order, the root last
 * @param sources places of the nodes outside that its members read; of a single member, its inputs in its order, one that
 *     it reads twice twice
 * @param sweeps whether relevance goes back through it: some layer in focus lies below
 */
record Island(int root, List<Integer> members, List<Integer> sources, boolean sweeps) {
    Island {
        members = List.copyOf(members);
        sources = List.copyOf(sources);
    }
}
