package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Input;

/**
 * A convolutional classifier as nodes in topological order, from the input to the logits. Immutable, thread-safe; owns its
 * weights until closed.
 *
 * <p>A node's name is a layer's name, and a layer is a node's <em>output</em>.
 */
public final class Network implements AutoCloseable {
    private final Graph graph;
    private final NDManager weights;
    private final boolean owner;
    private final Placement placement;
    private final StandingPass standing;
    private final Map<List<Integer>, Footprint> footprints = new ConcurrentHashMap<>();

    Network(List<Node> nodes, NDManager weights, Placement placement) {
        this(nodes, weights, true, placement, new StandingPass());
    }

    private Network(List<Node> nodes, NDManager weights, boolean owner, Placement placement, StandingPass standing) {
        this.standing = standing;
        this.graph = new Graph(nodes);
        this.weights = weights;
        this.owner = owner;
        this.placement = placement;
    }

    public List<Node> nodes() {
        return graph.nodes();
    }

    /**
     * One node.
     *
     * @throws java.util.NoSuchElementException if there is none of that name; the message says which come near
     */
    public Node node(String name) {
        return graph.node(graph.place(name));
    }

    /** The layer where a batch enters: {@code input}, or the cut that this network begins at. */
    public String input() {
        return graph.node(0).name();
    }

    /** The layer of the logits. */
    public String output() {
        return graph.node(graph.last()).name();
    }

    /** Nodes that every path from the input to the logits crosses: where the network can be truncated. */
    public List<String> cuts() {
        return graph.cuts().stream().map(place -> graph.node(place).name()).toList();
    }

    /** Layers whose output has rows and columns, so that a map of them can be drawn, from the input upward. */
    public List<String> layersWithPositions() {
        boolean[] positions = graph.positions();
        List<String> layers = new ArrayList<>();
        for (int place = 0; place < positions.length; place++) {
            if (positions[place]) {
                layers.add(graph.node(place).name());
            }
        }
        return layers;
    }

    /**
     * What a pass takes, learnt from one row of zeros at the first call for a shape.
     *
     * @param input the shape of one row that enters, (C, H, W)
     */
    public Footprint footprint(int... input) {
        return footprints.computeIfAbsent(Arrays.stream(input).boxed().toList(), shape -> Footprint.of(this, input));
    }

    /** The device that the weights lie on, as {@code --device} names it. */
    public String device() {
        return Torch.device(weights);
    }

    /** Bytes that the network's device has left for passes, those of a {@linkplain #standing standing} pass among them. */
    public long freeMemory() {
        return Torch.freeMemory(weights) + standing.bytes();
    }

    /**
     * Checks that there can be maps of layers.
     *
     * @throws java.util.NoSuchElementException if one does not exist; the message says which come near
     * @throws IllegalArgumentException if one has no rows and columns; the message says which have
     */
    public void requirePositions(List<String> layers) {
        List<String> mapped = layersWithPositions();
        for (String layer : layers) {
            graph.place(layer); // says what comes near if it does not exist
            if (!mapped.contains(layer)) {
                throw new IllegalArgumentException("layer '" + layer
                        + "' has no rows and columns, so there is no map of it; nearest that have: "
                        + String.join(", ", Names.nearest(layer, mapped, 5)));
            }
        }
    }

    public Placement placement() {
        return placement;
    }

    /** How many numbers training would change. */
    public long parameterCount() {
        return graph.nodes().stream()
                .flatMap(node -> node.op().parameters().stream())
                .mapToLong(NDArray::size)
                .sum();
    }

    /** {@link #trace(Tensor, Focus, Function)} with every layer and every node open to rules. */
    public <R> R trace(Tensor input, Function<Trace, R> body) {
        return trace(input, Focus.everything(this), body);
    }

    /**
     * Runs one forward pass and lends it to the body; all native arrays of the pass die when the body returns.
     *
     * @param input a batch (N, C, H, W), preprocessed
     * @param focus what the body will ask for; the less, the faster
     * @throws java.util.NoSuchElementException if a layer in focus does not exist
     * @throws IllegalStateException if the body tries to give an array of the pass away
     */
    public <R> R trace(Tensor input, Focus focus, Function<Trace, R> body) {
        return trace(Feed.of(input), focus, body);
    }

    /** {@link #trace(Tensor, Focus, Function)} of whatever enters, a reference with it or not. */
    public <R> R trace(Feed feed, Focus focus, Function<Trace, R> body) {
        Islands islands = Islands.of(graph, focus);
        try (NDManager pass = weights.newSubManager()) {
            R result = body.apply(Trace.forward(graph, islands, pass, feed, placement));
            if (result instanceof NDArray || result instanceof NDList) {
                throw new IllegalStateException(
                        "arrays of a pass end with it; copy what is needed to the heap before the trace returns");
            }
            return result;
        }
    }

    /**
     * {@link #trace(Feed, Focus, Function) A trace} of rows that are the same for all images, such as baselines of zeros: called twice
     * in a row for the same key, the pass stays open and serves the calls that follow, each with sweeps of its own, until a
     * call with another key, {@link #forget} or {@link #close} ends it. Results are the same whether it stands or not. A
     * network keeps one such pass at most; a thread that finds it in use runs one of its own.
     *
     * @param key says whatever the feed and the focus depend on
     * @param bytes what the pass takes, about
     */
    public void standing(Object key, long bytes, Feed feed, Focus focus, Consumer<Trace> body) {
        Islands islands = Islands.of(graph, focus.repeatedly());
        Function<NDManager, Trace> forward = pass -> Trace.forward(graph, islands, pass, feed, placement);
        if (!standing.serve(key, bytes, weights::newSubManager, forward, body)) {
            trace(feed, focus, trace -> {
                body.accept(trace);
                return true;
            });
        }
    }

    /** What a standing pass takes now, about. */
    long standingBytes() {
        return standing.bytes();
    }

    /** Frees what is kept between calls; the next call makes it anew. */
    public void forget() {
        standing.end();
    }

    /** The logits (N, K) of a batch (N, C, H, W). */
    public Tensor logits(Tensor input) {
        return trace(input, Focus.forwardOnly(List.of()), Trace::logits);
    }

    /**
     * The part above a cut as a network of its own whose input is the cut's activation: the paper's truncation (3.2).
     * Shares the weights, so it serves as long as this network is open. From the input it is this network once more.
     *
     * @throws IllegalArgumentException if some path goes around the layer
     */
    public Network from(String cut) {
        int place = graph.cutPlace(cut);
        List<Node> upper = new ArrayList<>();
        upper.add(new Node(cut, new Input(graph.positions()[place]), List.of()));
        upper.addAll(graph.nodes().subList(place + 1, graph.nodes().size()));
        return new Network(upper, weights, false, placement, standing);
    }

    /** Names that a mistyped layer may have meant are found among these. */
    Set<String> names() {
        return graph.nodes().stream().map(Node::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Frees the weights. An upper half from {@link #from} owns none. */
    @Override
    public void close() {
        if (owner) {
            standing.end();
            weights.close();
        }
    }
}
