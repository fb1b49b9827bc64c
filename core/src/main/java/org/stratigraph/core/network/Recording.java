package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.stratigraph.core.engine.Torch;

/** One island's forward pass on detached inputs, kept until relevance has gone back through it. */
final class Recording implements Call {
    private final Node node;
    private final NDList leaves;
    private final NDArray output;
    private final Vjps vjps;
    private final NDManager home;
    private NDManager scope;
    private boolean swept;

    /** How often the derivative can be asked for. */
    enum Vjps {
        /** Never: nothing was recorded. */
        NONE,
        ONCE,
        AGAIN
    }

    private Recording(Node node, NDManager home, NDList leaves, NDArray output, Vjps vjps) {
        this.node = node;
        this.home = home;
        this.scope = home;
        this.leaves = leaves;
        this.output = output;
        this.vjps = vjps;
    }

    /**
     * Runs the nodes of an island.
     *
     * @param sources the activations that it reads, in the island's order
     */
    static Recording run(Graph graph, Island island, NDManager pass, NDList sources, Vjps vjps) {
        NDList leaves = leaves(sources, pass, vjps);
        NDArray output = Torch.recording(vjps != Vjps.NONE, () -> IslandPass.forward(graph, island, pass, leaves));
        return new Recording(graph.node(island.root()), pass, leaves, output, vjps);
    }

    private static NDList leaves(NDList sources, NDManager scope, Vjps vjps) {
        NDList leaves = new NDList(sources.size());
        for (NDArray source : sources) {
            NDArray leaf = Torch.detach(source, scope);
            if (vjps != Vjps.NONE) {
                Torch.collectGradient(leaf);
            }
            leaves.add(leaf);
        }
        return leaves;
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
        return switch (vjps) {
            case NONE -> forBatchOf(cotangent).vjp(cotangent);
            case ONCE -> Torch.vectorJacobian(output, cotangent, leaves, false, scope);
            case AGAIN -> repeatableVjp(cotangent);
        };
    }

    /** The node once more, recorded, its inputs repeated to the cotangent's batch. */
    private Call forBatchOf(NDArray cotangent) {
        NDList inputs = new NDList(leaves.size());
        for (NDArray leaf : leaves) {
            long[] shape = leaf.getShape().getShape().clone();
            shape[0] = cotangent.getShape().get(0);
            inputs.add(leaf.broadcast(new Shape(shape)));
        }
        return with(inputs, parameters());
    }

    /**
     * libtorch adds up gradients over sweeps in place, so each sweep begins by clearing what the last one left. Through a
     * node that only views its input the first gradient is a view of the cotangent, which must be nobody else's then.
     */
    private NDList repeatableVjp(NDArray cotangent) {
        if (swept) {
            leaves.forEach(Torch::clearGradient);
            return Torch.vectorJacobian(output, cotangent, leaves, true, scope);
        }
        swept = true;
        try (NDArray own = cotangent.duplicate()) {
            return Torch.vectorJacobian(output, own, leaves, true, scope);
        }
    }

    @Override
    public Call reference() {
        throw new IllegalStateException("this pass has no reference: give the trace a feed with one");
    }

    @Override
    public NDList parameters() {
        NDList copies = new NDList();
        for (NDArray parameter : node.op().parameters()) {
            copies.add(Torch.copy(parameter, scope));
        }
        return copies;
    }

    @Override
    public Call with(NDList inputs, NDList parameters) {
        NDList fresh = leaves(inputs, scope, Vjps.ONCE);
        Node other = new Node(node.name(), node.op().with(parameters), node.inputs());
        NDArray result = Torch.recording(true, () -> other.op().forward(fresh));
        result.attach(scope);
        return new Recording(other, scope, fresh, result, Vjps.ONCE);
    }

    /** Lends this call's arrays to a scope, and takes from then on what it makes into that scope. */
    void lend(NDManager to) {
        scope = to;
        leaves.attach(to);
        output.attach(to);
    }

    /** Ends {@link #lend}. */
    void takeBack() {
        lend(home);
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
