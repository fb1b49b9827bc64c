package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** The forward pass through the nodes of one island. */
final class IslandPass {
    private IslandPass() {}

    /** The output of the island's root, in the scope given. */
    static NDArray forward(Graph graph, Island island, NDManager pass, NDList leaves) {
        if (island.members().size() == 1) { // its leaves are its inputs
            NDArray output = graph.node(island.root()).op().forward(new NDList(leaves));
            output.attach(pass);
            return output;
        }
        Map<Integer, NDArray> values = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) {
            values.put(island.sources().get(i), leaves.get(i));
        }
        Map<Integer, Integer> lastReader = lastReaders(graph, island);
        for (int place : island.members()) {
            NDList inputs = new NDList();
            for (int input : graph.inputs(place)) {
                inputs.add(values.get(input));
            }
            NDArray value = graph.node(place).op().forward(inputs);
            value.attach(pass);
            values.put(place, value);
            // What libtorch needs for the way back it keeps itself; the rest is freed while it is still in the cache.
            for (int input : graph.inputs(place)) {
                if (lastReader.get(input) == place && !island.sources().contains(input)) {
                    NDArray spent = values.remove(input);
                    if (spent != null && values.values().stream().noneMatch(kept -> kept == spent)) {
                        spent.close();
                    }
                }
            }
        }
        return values.get(island.root());
    }

    private static Map<Integer, Integer> lastReaders(Graph graph, Island island) {
        Map<Integer, Integer> lastReader = new HashMap<>();
        for (int place : island.members()) {
            for (int input : graph.inputs(place)) {
                lastReader.put(input, place);
            }
        }
        return lastReader;
    }
}
