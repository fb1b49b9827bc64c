package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.NoSuchElementException;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Op;

/**
 * One forward pass of a batch, on loan: its arrays die with {@link Network#trace}. Used by one thread.
 *
 * <p>Every island of nodes ran on detached inputs, so relevance can be carried back island by island, and at a ruled node
 * by that node's rule instead of its derivative.
 */
public final class Trace {
    private final Graph graph;
    private final Islands islands;
    private final NDManager pass;
    private final NDArray[] activations;
    private final Recording[] recordings;
    private int sweepsLeft;

    private Trace(Graph graph, Islands islands, NDManager pass) {
        this.graph = graph;
        this.islands = islands;
        this.pass = pass;
        this.activations = new NDArray[graph.last() + 1];
        this.recordings = new Recording[graph.last() + 1];
        this.sweepsLeft = islands.focus().sweeps();
    }

    static Trace forward(Graph graph, Islands islands, NDManager pass, NDArray batch) {
        Trace trace = new Trace(graph, islands, pass);
        trace.activations[0] = batch;
        boolean repeatable = trace.sweepsLeft > 1;
        for (Island island : islands.bottomUp()) {
            NDList sources = new NDList();
            island.sources().forEach(source -> sources.add(trace.activations[source]));
            Recording recording = Recording.run(graph, island, pass, sources, repeatable);
            trace.recordings[island.root()] = recording;
            trace.activations[island.root()] = Torch.detach(recording.output(), pass);
        }
        return trace;
    }

    /**
     * The output of a layer, (N, C, H, W) or (N, F).
     *
     * @throws NoSuchElementException if the layer does not exist
     * @throws IllegalStateException if the layer is not in focus, or a last sweep has already freed it
     */
    public NDArray activation(String layer) {
        NDArray activation = activations[graph.place(layer)];
        if (activation == null || activation.isReleased()) {
            throw new IllegalStateException("layer '" + layer
                    + "' is not at hand: name it in the focus of the trace, and read it before or during "
                    + "the last sweep that the focus announced");
        }
        return activation;
    }

    /** The logits (N, K), on the heap. */
    public Tensor logits() {
        NDArray logits = activation(graph.node(graph.last()).name());
        Shape shape = logits.getShape();
        return Tensor.of(Torch.toFloats(logits), (int) shape.get(0), (int) shape.get(1));
    }

    /** Meets a layer in focus on the way down. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Reads what it needs; both arrays may be freed when it returns.
         *
         * @param layer the layer's name
         * @param activation its output, (N, C, H, W) or (N, F)
         * @param relevance of that output for each image's target, same shape
         */
        void visit(String layer, NDArray activation, NDArray relevance);
    }

    /**
     * Carries relevance from the target logits down to the lowest layer in focus, and shows it at each layer in focus.
     *
     * @param rules only for kinds of op that are in focus
     * @param targets the class to explain, one per image
     * @throws IllegalArgumentException if the number of targets is not the number of images, or there is no such class
     * @throws IllegalStateException if the focus did not announce this sweep or these rules
     */
    public void sweep(RuleSet rules, int[] targets, Visitor visitor) {
        check(rules);
        NDArray seed = oneHot(targets);
        boolean last = --sweepsLeft == 0;
        Relevance relevance = new Relevance(graph.last() + 1);
        relevance.put(graph.last(), seed, true);
        List<Island> islandsUp = islands.bottomUp();
        for (int i = islandsUp.size() - 1; i >= 0; i--) {
            Island island = islandsUp.get(i);
            show(island.root(), relevance, visitor);
            if (island.sweeps() && relevance.has(island.root())) {
                carry(island, rules, relevance);
            }
            relevance.free(island.root());
            if (last) {
                recordings[island.root()].close();
                activations[island.root()].close();
            }
        }
        show(0, relevance, visitor);
        relevance.free(0);
    }

    /** Hands the relevance of an island's root to the nodes that the island reads. */
    private void carry(Island island, RuleSet rules, Relevance relevance) {
        Recording recording = recordings[island.root()];
        Op op = recording.node().op();
        NDArray above = relevance.get(island.root());
        NDList below = Torch.recording(false, () -> rules.rule(op).apply(recording, above));
        check(below, recording);
        boolean ruled = rules.kinds().contains(op.getClass());
        // A derivative may be a view of what it was made from, so it is as free to be written to as that.
        boolean writable = !ruled && relevance.writable(island.root());
        for (int i = 0; i < below.size(); i++) {
            NDArray share = below.get(i);
            if (ruled && recording.lends(share, above, below, i)) {
                share = Torch.detach(share, pass); // a handle of its own, that can be freed without harm
            }
            share.attach(pass);
            relevance.put(island.sources().get(i), share, writable);
        }
    }

    private void show(int place, Relevance relevance, Visitor visitor) {
        String layer = graph.node(place).name();
        if (islands.focus().layers().contains(layer)) {
            visitor.visit(layer, activations[place], relevance.get(place));
        }
    }

    private void check(RuleSet rules) {
        if (sweepsLeft == 0) {
            throw new IllegalStateException("the focus of this trace announced "
                    + islands.focus().sweeps() + " sweeps and they are done; name every rule set in the focus");
        }
        for (Node node : graph.nodes()) {
            if (rules.kinds().contains(node.op().getClass()) && !islands.focus().rules(node.op())) {
                throw new IllegalStateException("the focus of this trace knows no rules at "
                        + node.op().kind() + "; name the rule set in the focus");
            }
        }
    }

    private static void check(NDList below, Recording recording) {
        if (below.size() != recording.inputs().size()) {
            throw new IllegalStateException("the rule at '" + recording.node().name() + "' gave " + below.size()
                    + " arrays for " + recording.inputs().size() + " inputs");
        }
        for (int i = 0; i < below.size(); i++) {
            Shape expected = recording.inputs().get(i).getShape();
            if (!below.get(i).getShape().equals(expected)) {
                throw new IllegalStateException(
                        "the rule at '" + recording.node().name() + "' gave relevance of shape "
                                + below.get(i).getShape() + " for an input of shape " + expected);
            }
        }
    }

    /** The derivative of each image's target logit by all logits, (N, K). */
    private NDArray oneHot(int[] targets) {
        NDArray logits = activation(graph.node(graph.last()).name());
        int images = (int) logits.getShape().get(0);
        int classes = (int) logits.getShape().get(1);
        if (targets.length != images) {
            throw new IllegalArgumentException(images + " images need as many targets, not " + targets.length);
        }
        float[] seed = new float[images * classes];
        for (int image = 0; image < images; image++) {
            if (targets[image] < 0 || targets[image] >= classes) {
                throw new IllegalArgumentException(
                        "no class " + targets[image] + "; this network has 0 to " + (classes - 1));
            }
            seed[image * classes + targets[image]] = 1;
        }
        try (NDArray lent = pass.create(seed, new Shape(images, classes))) { // in a Java buffer: see Torch.create
            return lent.duplicate().toType(logits.getDataType(), false);
        }
    }
}
