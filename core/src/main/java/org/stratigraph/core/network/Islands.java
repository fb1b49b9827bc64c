package org.stratigraph.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fewest islands that a focus allows: a border runs around every ruled node, above every layer in focus, and wherever
 * an output is read by two islands. Fewer islands, fewer calls: about 80 microseconds a border.
 */
final class Islands {
    private final Focus focus;
    private final List<Island> bottomUp;

    private Islands(Focus focus, List<Island> bottomUp) {
        this.focus = focus;
        this.bottomUp = bottomUp;
    }

    static Islands of(Graph graph, Focus focus) {
        boolean[] inFocus = new boolean[graph.last() + 1];
        focus.layers().forEach(layer -> inFocus[graph.place(layer)] = true);
        int[] root = roots(graph, focus, inFocus);
        boolean[] leadsToFocus = leadsToFocus(graph, inFocus);
        TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int place = 1; place <= graph.last(); place++) {
            members.computeIfAbsent(root[place], any -> new ArrayList<>()).add(place);
        }
        List<Island> islands = new ArrayList<>();
        int end = focus.toTheLogits() ? graph.last() : highest(inFocus);
        members.headMap(end, true).forEach((top, places) -> {
            List<Integer> sources = sources(graph, root, places);
            boolean sweeps = focus.sweeps() > 0 && sources.stream().anyMatch(source -> leadsToFocus[source]);
            islands.add(new Island(top, places, sources, sweeps));
        });
        return new Islands(focus, islands);
    }

    private static int highest(boolean[] inFocus) {
        int highest = 0;
        for (int place = 0; place < inFocus.length; place++) {
            highest = inFocus[place] ? place : highest;
        }
        return highest;
    }

    /** For each node the root of its island, found from the logits downward. */
    private static int[] roots(Graph graph, Focus focus, boolean[] inFocus) {
        int[] root = new int[graph.last() + 1];
        root[graph.last()] = graph.last();
        for (int place = graph.last() - 1; place >= 0; place--) {
            root[place] = place;
            if (place > 0 && !inFocus[place] && !focus.rules(graph.node(place).op())) {
                root[place] = sharedRoot(graph, focus, root, place);
            }
        }
        return root;
    }

    /** The island that holds all readers of a node, if none of them has a rule; else the node itself. */
    private static int sharedRoot(Graph graph, Focus focus, int[] root, int place) {
        int[] readers = graph.readers(place);
        int shared = root[readers[0]];
        for (int reader : readers) {
            if (root[reader] != shared || focus.rules(graph.node(reader).op())) {
                return place;
            }
        }
        return shared;
    }

    /** What an island reads from outside: a single node's inputs as it names them, else every place once. */
    private static List<Integer> sources(Graph graph, int[] root, List<Integer> members) {
        if (members.size() == 1) {
            return Arrays.stream(graph.inputs(members.get(0))).boxed().toList();
        }
        Set<Integer> sources = new LinkedHashSet<>();
        for (int place : members) {
            for (int input : graph.inputs(place)) {
                if (root[input] != root[place]) {
                    sources.add(input);
                }
            }
        }
        return List.copyOf(sources);
    }

    private static boolean[] leadsToFocus(Graph graph, boolean[] inFocus) {
        boolean[] leads = inFocus.clone();
        for (int place = 1; place < leads.length; place++) {
            for (int input : graph.inputs(place)) {
                leads[place] |= leads[input];
            }
        }
        return leads;
    }

    Focus focus() {
        return focus;
    }

    /** Whether the same nodes make up the same islands, swept or not. */
    boolean sameBorders(Islands other) {
        return bottomUp.stream()
                .map(Island::members)
                .toList()
                .equals(other.bottomUp.stream().map(Island::members).toList());
    }

    List<Island> bottomUp() {
        return bottomUp;
    }
}
