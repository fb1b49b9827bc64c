package org.stratigraph.zoo.topology;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.AdaptiveAveragePool;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Concat;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.Flatten;
import org.stratigraph.core.op.Identity;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Op;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Relu6;
import org.stratigraph.core.op.Window;

/**
 * torch's layers by their module names: each call adds one node, with the tensors {@code NAME.weight}, {@code NAME.bias} and
 * so on of the state dict, and gives back the node's name. Knows how many channels every node has.
 */
public final class Blueprint {
    private static final int COLOURS = 3;
    private static final double BATCH_NORM_EPSILON = 1e-5; // torch's default
    private static final double DROPPED = 0.5; // torch's default

    private final NetworkBuilder builder;
    private final Parameters parameters;
    private final Map<String, Integer> channels = new HashMap<>();
    private int classes;

    public Blueprint(NetworkBuilder builder, Parameters parameters) {
        this.builder = builder;
        this.parameters = parameters;
        channels.put(NetworkBuilder.INPUT, COLOURS);
    }

    public String convolution(String name, String input, int standardWidth, Window window) {
        return convolution(name, input, parameters.width(name + ".weight", standardWidth), window, true);
    }

    public String convolutionWithoutBias(String name, String input, int standardWidth, Window window) {
        return convolution(name, input, parameters.width(name + ".weight", standardWidth), window, false);
    }

    /** A convolution that gives the logits' channels. */
    public String classifyingConvolution(String name, String input, Window window) {
        classes = parameters.classes(name + ".weight");
        return convolution(name, input, classes, window, true);
    }

    private String convolution(String name, String input, int outputs, Window window, boolean biased) {
        NDArray weight = array(name + ".weight", outputs, channels.get(input), window.kernel(), window.kernel());
        Optional<NDArray> bias = biased ? Optional.of(array(name + ".bias", outputs)) : Optional.empty();
        return add(name, outputs, new Convolution(weight, bias, window, 1, 1), input);
    }

    /** A convolution without bias of each channel by itself. */
    public String depthwiseConvolution(String name, String input, Window window) {
        int width = channels.get(input);
        NDArray weight = array(name + ".weight", width, 1, window.kernel(), window.kernel());
        return add(name, width, new Convolution(weight, Optional.empty(), window, 1, width), input);
    }

    public String batchNorm(String name, String input) {
        int width = channels.get(input);
        BatchNorm norm = new BatchNorm(
                array(name + ".weight", width),
                array(name + ".bias", width),
                array(name + ".running_mean", width),
                array(name + ".running_var", width),
                BATCH_NORM_EPSILON);
        return add(name, width, norm, input);
    }

    public String linear(String name, String input, int standardWidth) {
        return linearTo(name, input, parameters.hiddenWidth(name + ".weight", standardWidth));
    }

    /** A linear layer that gives the logits. */
    public String classifyingLinear(String name, String input) {
        classes = parameters.classes(name + ".weight");
        return linearTo(name, input, classes);
    }

    private String linearTo(String name, String input, int outputs) {
        Linear linear =
                new Linear(array(name + ".weight", outputs, channels.get(input)), array(name + ".bias", outputs));
        return add(name, outputs, linear, input);
    }

    public String relu(String name, String input) {
        return add(name, channels.get(input), new Relu(), input);
    }

    public String relu6(String name, String input) {
        return add(name, channels.get(input), new Relu6(), input);
    }

    public String maxPool(String name, String input, Window window, boolean ceil) {
        return add(name, channels.get(input), new MaxPool(window, ceil), input);
    }

    public String adaptiveAveragePool(String name, String input, int height, int width) {
        return add(name, channels.get(input), new AdaptiveAveragePool(height, width), input);
    }

    /** Channels of a pooled (N, C, height, width) one behind the other. */
    public String flatten(String name, String input, int height, int width) {
        return add(name, channels.get(input) * height * width, new Flatten(), input);
    }

    public String dropout(String name, String input) {
        return dropout(name, input, DROPPED);
    }

    public String dropout(String name, String input, double rate) {
        return add(name, channels.get(input), new Dropout(rate), input);
    }

    /** An output once more, under the name of the module that it ends. */
    public String identity(String name, String input) {
        return add(name, channels.get(input), new Identity(), input);
    }

    /**
     * The sum of a block and its shortcut.
     *
     * @throws IllegalArgumentException if the file gave them different widths
     */
    public String add(String name, String block, String shortcut) {
        if (!equallyWide(block, shortcut)) {
            throw new IllegalArgumentException("'" + block + "' has " + channels.get(block) + " channels and '"
                    + shortcut + "' has " + channels.get(shortcut) + ": they cannot be added in '" + name + "'");
        }
        return add(name, channels.get(block), new Add(), block, shortcut);
    }

    public String concat(String name, String first, String second) {
        return add(name, channels.get(first) + channels.get(second), new Concat(), first, second);
    }

    /** Whether two nodes have as many channels here. */
    public boolean equallyWide(String one, String other) {
        return channels.get(one).equals(channels.get(other));
    }

    /** How many logits the classifying layer gives; 0 before it is drawn. */
    public int classes() {
        return classes;
    }

    private String add(String name, int width, Op op, String... inputs) {
        channels.put(name, width);
        return builder.add(name, op, inputs);
    }

    private NDArray array(String tensor, int... shape) {
        return builder.weights(parameters.take(tensor, shape));
    }
}
