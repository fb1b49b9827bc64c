package org.stratigraph.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Input;

/** Cuts against the definition: without the node, nothing gets from the input to the logits. */
class CutsTest {
    @RepeatedTest(60)
    void cuts_are_the_nodes_without_which_the_logits_cannot_be_reached(RepetitionInfo repetition) {
        Graph graph = random(new SplittableRandom(repetition.getCurrentRepetition()));
        List<Integer> expected = IntStream.rangeClosed(0, graph.last())
                .filter(place -> !reachesLogitsWithout(graph, place))
                .boxed()
                .toList();
        assertThat(graph.cuts()).isEqualTo(expected);
    }

    @Test
    void blocks_are_cut_as_wholes() {
        try (Network network = Sketch.residual(Placement.standard())) {
            assertThat(network.cuts())
                    .containsExactly(
                            "input",
                            "conv1",
                            "bn1",
                            "relu",
                            "block1.add",
                            "block1",
                            "block2.add",
                            "block2",
                            "avgpool",
                            "fc");
        }
    }

    /** Up to 20 nodes that each read one to three earlier ones, mostly near ones; the last reads what nobody has read. */
    private static Graph random(SplittableRandom random) {
        int last = 2 + random.nextInt(18);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("0", new Input(true), List.of()));
        Set<Integer> unread = new TreeSet<>(Set.of(0));
        for (int place = 1; place <= last; place++) {
            Set<Integer> inputs = new TreeSet<>(place == last ? unread : Set.of());
            for (int i = random.nextInt(3); i >= 0; i--) {
                inputs.add(Math.max(0, place - 1 - random.nextInt(1 + random.nextInt(4))));
            }
            unread.removeAll(inputs);
            unread.add(place);
            nodes.add(new Node(
                    "" + place,
                    place == last ? new Flatten() : new Concat(),
                    inputs.stream().map(String::valueOf).toList()));
        }
        return new Graph(nodes);
    }

    private static boolean reachesLogitsWithout(Graph graph, int removed) {
        boolean[] reached = new boolean[graph.last() + 1];
        reached[0] = removed != 0;
        for (int place = 1; place <= graph.last(); place++) {
            for (int input : graph.inputs(place)) {
                reached[place] |= reached[input] && place != removed;
            }
        }
        return reached[graph.last()];
    }
}
