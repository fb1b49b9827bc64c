package org.stratigraph.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.image.Tensor;

/**
 * One line about a layer, for listings. Immutable.
 *
 * @param name the layer's name
 * @param kind what its node computes, in words
 * @param shape of its output for one image: (C, H, W) or (F)
 * @param parameters how many numbers of the node training would change
 * @param cut whether the network can be truncated there
 */
public record LayerSummary(String name, String kind, List<Integer> shape, long parameters, boolean cut) {
    public LayerSummary {
        shape = List.copyOf(shape);
    }

    /** All layers of a network for images of a size, by a forward pass of a black image. */
    public static List<LayerSummary> of(Network network, int height, int width) {
        List<String> names = network.nodes().stream().map(Node::name).toList();
        List<String> cuts = network.cuts();
        int colours = 3;
        Tensor black = Tensor.of(new float[colours * height * width], 1, colours, height, width);
        return network.trace(black, Focus.forwardOnly(names), trace -> {
            List<LayerSummary> summaries = new ArrayList<>();
            for (Node node : network.nodes()) {
                long[] shape = trace.activation(node.name()).getShape().getShape();
                summaries.add(new LayerSummary(
                        node.name(),
                        node.op().kind(),
                        Arrays.stream(shape, 1, shape.length)
                                .mapToObj(Math::toIntExact)
                                .toList(),
                        node.op().parameters().stream()
                                .mapToLong(array -> array.size())
                                .sum(),
                        cuts.contains(node.name())));
            }
            return summaries;
        });
    }
}
