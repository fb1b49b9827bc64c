package org.stratigraph.core.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.stratigraph.core.op.Input;
import org.stratigraph.core.op.Softmax;

/** The checked wiring of a network: nodes by place, and who reads whom. Immutable. */
final class Graph {
    private final List<Node> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[][] inputs;
    private final int[][] readers;

    /**
     * Checks the wiring.
     *
     * @throws IllegalArgumentException if the nodes are not in topological order from one input to one output, a name is
     *     used twice, a node is read by nobody, or the last node is a softmax or has rows and columns
     */
    Graph(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        this.inputs = new int[nodes.size()][];
        List<List<Integer>> readersOf = new ArrayList<>();
        for (int place = 0; place < nodes.size(); place++) {
            Node node = nodes.get(place);
            check(node, place);
            inputs[place] = node.inputs().stream().mapToInt(places::get).toArray();
            for (int input : inputs[place]) {
                readersOf.get(input).add(place);
            }
            readersOf.add(new ArrayList<>());
            places.put(node.name(), place);
        }
        this.readers = readersOf.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        checkEnds();
    }

    private void check(Node node, int place) {
        if (places.containsKey(node.name())) {
            throw new IllegalArgumentException("two nodes are called '" + node.name() + "'");
        }
        for (String input : node.inputs()) {
            if (!places.containsKey(input)) {
                throw new IllegalArgumentException("node '" + node.name() + "' reads '" + input
                        + "', which is not an earlier node; nodes come in topological order");
            }
        }
        if (node.op() instanceof Input != (place == 0) || node.inputs().isEmpty() != (place == 0)) {
            throw new IllegalArgumentException(
                    "a network starts at one Input node, and every other node reads another; see '" + node.name()
                            + "'");
        }
    }

    private void checkEnds() {
        if (nodes.size() < 2) {
            throw new IllegalArgumentException("a network has an input and at least one more node");
        }
        for (int place = 0; place < last(); place++) {
            if (readers[place].length == 0) {
                throw new IllegalArgumentException(
                        "nothing reads node '" + nodes.get(place).name() + "'");
            }
        }
        if (nodes.get(last()).op() instanceof Softmax) {
            throw new IllegalArgumentException("the last node '"
                    + nodes.get(last()).name() + "' is a softmax; a network ends with its logits, so leave it off");
        }
        if (positions()[last()]) {
            throw new IllegalArgumentException(
                    "the last node '" + nodes.get(last()).name()
                            + "' still has rows and columns; a network ends with its logits, so flatten or pool them away");
        }
    }

    List<Node> nodes() {
        return nodes;
    }

    Node node(int place) {
        return nodes.get(place);
    }

    int last() {
        return nodes.size() - 1;
    }

    int[] inputs(int place) {
        return inputs[place];
    }

    int[] readers(int place) {
        return readers[place];
    }

    /**
     * Where a node stands.
     *
     * @throws NoSuchElementException if there is no such node; the message lists those nearest in name
     */
    int place(String name) {
        Integer place = places.get(name);
        if (place == null) {
            List<String> names = nodes.stream().map(Node::name).toList();
            throw new NoSuchElementException(
                    "no layer '" + name + "'; nearest: " + String.join(", ", Names.nearest(name, names, 5)) + " (of "
                            + names.size() + "; `stratigraph layers` lists all)");
        }
        return place;
    }

    /**
     * Where a cut stands, below the logits.
     *
     * @throws IllegalArgumentException if some path goes around the layer, or nothing is above it
     */
    int cutPlace(String cut) {
        int place = place(cut);
        List<Integer> cuts = cuts();
        if (!cuts.contains(place) || place == last()) {
            throw new IllegalArgumentException("cannot truncate at '" + cut
                    + "': a path goes around it, or nothing is above it; cuts: "
                    + String.join(
                            ", ",
                            cuts.stream().map(other -> nodes.get(other).name()).toList()));
        }
        return place;
    }

    /** Places of the nodes that every path from the input to the logits crosses, in order. */
    List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        int furthest = 0; // the last node that reads anything up to here
        for (int place = 0; place <= last(); place++) {
            if (furthest <= place) {
                cuts.add(place);
            }
            for (int reader : readers[place]) {
                furthest = Math.max(furthest, reader);
            }
        }
        return cuts;
    }

    /** Whether the output of each node still has rows and columns. */
    boolean[] positions() {
        boolean[] positions = new boolean[nodes.size()];
        for (int place = 0; place <= last(); place++) {
            positions[place] = nodes.get(place).op().keepsPositions();
            for (int input : inputs[place]) {
                positions[place] &= positions[input];
            }
        }
        return positions;
    }
}
