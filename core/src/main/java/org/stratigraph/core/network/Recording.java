package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;
import org.stratigraph.core.engine.Torch;

/** One island's forward pass on detached inputs, kept until relevance has gone back through it. */
final class Recording implements Call {
    private final Node node;
    private final NDManager pass;
    private final NDList leaves;
    private final NDArray output;
    private final boolean repeatable;

    private Recording(Node node, NDManager pass, NDList leaves, NDArray output, boolean repeatable) {
        this.node = node;
        this.pass = pass;
        this.leaves = leaves;
        this.output = output;
        this.repeatable = repeatable;
    }

    /**
     * Runs the nodes of an island.
     *
     * @param sources the activations that it reads, in the island's order
     * @param repeatable whether more than one sweep will follow
     */
    static Recording run(Graph graph, Island island, NDManager pass, NDList sources, boolean repeatable) {
        NDList leaves = new NDList(sources.size());
        for (NDArray source : sources) {
            NDArray leaf = Torch.detach(source, pass);
            if (island.sweeps()) {
                Torch.collectGradient(leaf);
            }
            leaves.add(leaf);
        }
        NDArray output = Torch.recording(island.sweeps(), () -> forward(graph, island, pass, leaves));
        return new Recording(graph.node(island.root()), pass, leaves, output, repeatable);
    }

    private static NDArray forward(Graph graph, Island island, NDManager pass, NDList leaves) {
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

    @Override
    public Node node() {
        return node;
    }

    @Override
    public NDList inputs() {
        return leaves;
    }

    @Override
    public NDArray output() {
        return output;
    }

    @Override
    public NDList vjp(NDArray cotangent) {
        return repeatable ? repeatableVjp(cotangent) : Torch.vectorJacobian(output, cotangent, leaves, false, pass);
    }

    /**
     * libtorch adds up gradients over sweeps in place: take copies, and leave zeros behind. Through a node that only views
     * its input otherwise, the gradient left behind is a view of the cotangent, so that must be a copy too.
     */
    private NDList repeatableVjp(NDArray cotangent) {
        NDArray own = cotangent.duplicate();
        NDList gradients = Torch.vectorJacobian(output, own, leaves, true, pass);
        own.close();
        NDList copies = new NDList(gradients.size());
        for (int i = 0; i < gradients.size(); i++) {
            NDArray copy = gradients.get(i).duplicate();
            copy.attach(pass);
            copies.add(copy);
            gradients.get(i).close();
            Torch.clearGradient(leaves.get(i));
        }
        return copies;
    }

    /** Whether a rule gave back an array that was only lent to it, or the same one twice. */
    boolean lends(NDArray share, NDArray above, NDList below, int index) {
        return share == above
                || share == output
                || leaves.stream().anyMatch(leaf -> leaf == share)
                || below.subList(0, index).stream().anyMatch(earlier -> earlier == share);
    }

    /** Frees what only this island held. */
    void close() {
        output.close();
        leaves.forEach(NDArray::close);
    }
}
