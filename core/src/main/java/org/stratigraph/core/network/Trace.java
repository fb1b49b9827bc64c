package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stratigraph.core.engine.Placement;
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
    private final boolean ownsReference;
    private final NDArray[] activations;
    private final Recording[] recordings;
    private Optional<Trace> reference;
    private int sweepsLeft;

    private Trace(
            Graph graph,
            Islands islands,
            NDManager pass,
            Optional<Trace> reference,
            boolean ownsReference,
            int sweeps) {
        this.graph = graph;
        this.islands = islands;
        this.pass = pass;
        this.reference = reference;
        this.ownsReference = ownsReference;
        this.activations = new NDArray[graph.last() + 1];
        this.recordings = new Recording[graph.last() + 1];
        this.sweepsLeft = sweeps;
    }

    static Trace forward(Graph graph, Islands islands, NDManager pass, Feed feed, Placement placement) {
        Optional<Trace> own = feed.reference(pass, placement)
                .map(batch -> new Trace(graph, islands, pass, Optional.empty(), false, 0).up(batch, Map.of(), false));
        Map<Integer, UnaryOperator<NDArray>> starts = new HashMap<>();
        feed.starts().forEach((cut, start) -> starts.put(startPlace(graph, islands.focus(), cut), start));
        Trace trace = new Trace(
                graph,
                islands,
                pass,
                own.or(feed::beside),
                own.isPresent(),
                islands.focus().sweeps());
        NDArray batch = feed.batch(pass, placement)
                .orElseGet(() -> trace.startingRow(0, starts)
                        .orElseThrow(() ->
                                new IllegalArgumentException("the lowest row has to start at the network's input, '"
                                        + graph.node(0).name() + "'")));
        trace.reference.ifPresent(other -> trace.requireComparable(other, batch));
        return trace.up(batch, starts, true);
    }

    private void requireComparable(Trace other, NDArray batch) {
        if (!graph.node(0).name().equals(other.graph.node(0).name()) || !islands.sameBorders(other.islands)) {
            throw new IllegalArgumentException(
                    "two passes are compared where both ran the same network with the same layers and rules in focus");
        }
        long images = batch.getShape().get(0);
        long rows = other.images();
        if (rows != 1 && rows != images) {
            throw new IllegalArgumentException(
                    "a reference has one row for all, or one for each of " + images + " images, not " + rows);
        }
    }

    private static int startPlace(Graph graph, Focus focus, String cut) {
        int place = graph.cutPlace(cut);
        if (place > 0 && !focus.layers().contains(cut)) { // inside an island no row can join
            throw new IllegalArgumentException("a row starts at '" + cut + "', so name that layer in the focus");
        }
        return place;
    }

    private Trace up(NDArray batch, Map<Integer, UnaryOperator<NDArray>> starts, boolean sweeps) {
        activations[0] = batch;
        for (Island island : islands.bottomUp()) {
            int root = island.root();
            NDList sources = new NDList();
            island.sources().forEach(source -> sources.add(activations[source]));
            Recording.Vjps vjps = !sweeps || !island.sweeps()
                    ? Recording.Vjps.NONE
                    : sweepsLeft > 1 ? Recording.Vjps.AGAIN : Recording.Vjps.ONCE;
            recordings[root] = Recording.run(graph, island, pass, sources, vjps);
            activations[root] = joined(recordings[root].output(), startingRow(root, starts));
        }
        return this;
    }

    /** A row for a place, made from the reference's activation there, if one starts there. */
    private Optional<NDArray> startingRow(int place, Map<Integer, UnaryOperator<NDArray>> starts) {
        return Optional.ofNullable(starts.get(place))
                .map(start -> Torch.detach(start.apply(reference.orElseThrow().activations[place]), pass));
    }

    private NDArray joined(NDArray output, Optional<NDArray> row) {
        if (row.isEmpty()) {
            return Torch.detach(output, pass);
        }
        try (NDArray below = Torch.detach(output, pass);
                NDArray start = row.get()) {
            NDArray all = below.concat(start, 0);
            all.attach(pass);
            return all;
        }
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

    /** A copy of {@link #activation} that outlives the pass. */
    public Tensor onHeap(String layer) {
        return Torch.toHeap(activation(layer));
    }

    /** How many images went in together. */
    long images() {
        return activations[0].getShape().get(0);
    }

    /** The logits (N, K), on the heap. */
    public Tensor logits() {
        return onHeap(graph.node(graph.last()).name());
    }

    /** Compares with another pass of the same network and focus from the next sweep on; that pass is only lent. */
    public void against(Trace other) {
        requireComparable(other, activations[0]);
        reference = Optional.of(other);
    }

    /**
     * The pass of the reference.
     *
     * @throws IllegalStateException if the feed had none
     */
    public Trace reference() {
        return reference.orElseThrow(
                () -> new IllegalStateException("this trace has no reference: give it a feed with one"));
    }

    /** Meets a layer in focus on the way down. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * Reads what it needs; both arrays may be freed when it returns, and whatever was made of them is, but for what
         * {@link Trace#keep} keeps.
         *
         * @param layer the layer's name
         * @param activation its output, (N, C, H, W) or (N, F)
         * @param relevance of that output for each image's target, same shape
         */
        void visit(String layer, NDArray activation, NDArray relevance);
    }

    /** Lets an array that a visitor made live as long as this pass; gives it back. */
    public NDArray keep(NDArray array) {
        array.attach(pass);
        return array;
    }

    /** {@link #sweep(RuleSet, List, Visitor)} for one class's logit per image. */
    public void sweep(RuleSet rules, int[] classes, Visitor visitor) {
        sweep(rules, Arrays.stream(classes).mapToObj(Target::logit).toList(), visitor);
    }

    /**
     * Carries relevance from the target logits down to the lowest layer in focus, and shows it at each layer in focus.
     *
     * @param rules only for kinds of op that are in focus
     * @param targets what to explain, one per image
     * @throws IllegalArgumentException if the number of targets is not the number of images, or there is no such class
     * @throws IllegalStateException if the focus did not announce this sweep or these rules
     */
    public void sweep(RuleSet rules, List<Target> targets, Visitor visitor) {
        check(rules);
        NDArray logits = activation(graph.node(graph.last()).name());
        NDArray seed = Seed.of(rules.start(), targets, logits, reference.map(Trace::logits), pass);
        boolean last = --sweepsLeft == 0;
        Relevance relevance = new Relevance(graph.last() + 1);
        relevance.put(graph.last(), seed, true);
        List<Island> islandsUp = islands.bottomUp();
        for (int i = islandsUp.size() - 1; i >= 0; i--) {
            Island island = islandsUp.get(i);
            show(island.root(), relevance, visitor);
            if (island.sweeps() && relevance.has(island.root())) {
                Recording recording = recordings[island.root()];
                relevance.keepRows(island.root(), recording.output().getShape().get(0)); // others started here
                carry(island, recording, rules, relevance);
            }
            relevance.free(island.root());
            if (last) {
                free(island.root());
            }
        }
        show(0, relevance, visitor);
        relevance.free(0);
    }

    private void free(int root) {
        recordings[root].close();
        activations[root].close();
        if (ownsReference) {
            reference.orElseThrow().free(root);
        }
    }

    /** Hands the relevance of an island's root to the nodes that the island reads. */
    private void carry(Island island, Recording recording, RuleSet rules, Relevance relevance) {
        NDArray above = relevance.get(island.root());
        Op op = recording.node().op();
        boolean ruled = rules.kinds().contains(op.getClass());
        Optional<Recording> other = reference.map(trace -> trace.recordings[island.root()]);
        NDList below = ruled
                ? RuledStep.down(recording, other, rules.rule(op), above, pass)
                : Torch.recording(false, () -> recording.vjp(above));
        // A derivative may be a view of what it was made from, so it is as free to be written to as that.
        boolean writable = !ruled && relevance.writable(island.root());
        for (int i = 0; i < below.size(); i++) {
            relevance.put(island.sources().get(i), below.get(i), writable);
        }
    }

    private void show(int place, Relevance relevance, Visitor visitor) {
        String layer = graph.node(place).name();
        if (!islands.focus().layers().contains(layer)) {
            return;
        }
        NDArray activation = activations[place];
        NDArray arrived = relevance.get(place);
        try (NDManager visit = pass.newSubManager()) {
            activation.attach(visit);
            arrived.attach(visit);
            try {
                visitor.visit(layer, activation, arrived);
            } finally {
                activation.attach(pass);
                arrived.attach(pass);
            }
        }
    }

    private void check(RuleSet rules) {
        if (sweepsLeft == 0) {
            throw new IllegalStateException(
                    "the focus of this trace announced " + islands.focus().sweeps()
                            + " sweeps and they are done; name every rule set in the focus (a reference is not swept)");
        }
        for (Node node : graph.nodes()) {
            if (rules.kinds().contains(node.op().getClass()) && !islands.focus().rules(node.op())) {
                throw new IllegalStateException("the focus of this trace knows no rules at "
                        + node.op().kind() + "; name the rule set in the focus");
            }
        }
    }
}
