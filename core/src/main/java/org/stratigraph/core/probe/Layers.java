package org.stratigraph.core.probe;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Node;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.AveragePool;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.Identity;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;

/** The vocabulary of layers, read off a network's graph: docs/layers.md says it in words. */
final class Layers {
    /** What may stand between the last convolution and the end of its stage. */
    private static final Set<Class<? extends Op>> POINTWISE =
            Set.of(BatchNorm.class, Relu.class, Relu6.class, Add.class, Concat.class, Dropout.class, Identity.class);

    private Layers() {}

    static List<String> input(Network network) {
        return List.of(network.input());
    }

    static List<String> relus(Network network) {
        return withPositions(network, node -> node.op() instanceof Relu || node.op() instanceof Relu6);
    }

    /** Max and average pools; the adaptive pool before a classifier is no layer of features. */
    static List<String> pools(Network network) {
        return withPositions(network, node -> node.op() instanceof MaxPool || node.op() instanceof AveragePool);
    }

    /**
     * Outputs of block modules: layers whose name is the first part of other layers' names, as {@code layer1.0} is of {@code
     * layer1.0.conv1}. In a plain network, where a block is what a pool ends, its pools.
     */
    static List<String> blocks(Network network) {
        List<String> modules = blockModules(network);
        return modules.isEmpty() ? pools(network) : modules;
    }

    private static List<String> blockModules(Network network) {
        List<String> names = network.nodes().stream().map(Node::name).toList();
        return withPositions(network, node -> names.stream().anyMatch(name -> name.startsWith(node.name() + ".")));
    }

    static List<String> cuts(Network network) {
        return inOrder(network, network.cuts());
    }

    /** The input and every ReLU, pool and block output that is a cut: the L layers of the paper's section 5. */
    static List<String> all(Network network) {
        Set<String> kinds = new LinkedHashSet<>(input(network));
        kinds.addAll(relus(network));
        kinds.addAll(pools(network));
        kinds.addAll(blocks(network));
        kinds.retainAll(network.cuts());
        return inOrder(network, kinds);
    }

    /** The input and the outputs of block modules; in a plain network, the input and its ReLUs. */
    static List<String> fusion(Network network) {
        List<String> modules = blockModules(network);
        Set<String> layers = new LinkedHashSet<>(input(network));
        layers.addAll(modules.isEmpty() ? relus(network) : modules);
        return inOrder(network, layers);
    }

    /** The end of the last convolution's stage: the highest cut that only pointwise steps part from it. */
    static List<String> lastConvolution(Network network) {
        List<Node> nodes = network.nodes();
        int place = nodes.size() - 1;
        while (place >= 0 && !(nodes.get(place).op() instanceof Convolution)) {
            place--;
        }
        if (place < 0) {
            throw new IllegalArgumentException("this network has no convolution, so there is no last one");
        }
        List<String> cuts = network.cuts();
        String last = nodes.get(place).name();
        for (Node node : nodes.subList(place + 1, nodes.size())) {
            if (!POINTWISE.contains(node.op().getClass())) {
                break;
            }
            last = cuts.contains(node.name()) ? node.name() : last;
        }
        return List.of(last);
    }

    private static List<String> withPositions(Network network, Predicate<Node> wanted) {
        return network.layersWithPositions().stream()
                .filter(layer -> wanted.test(network.node(layer)))
                .toList();
    }

    private static List<String> inOrder(Network network, Collection<String> layers) {
        return network.layersWithPositions().stream().filter(layers::contains).toList();
    }
}
