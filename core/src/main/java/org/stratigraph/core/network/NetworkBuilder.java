package org.stratigraph.core.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.op.Input;
import org.stratigraph.core.op.Op;

/**
 * A network under construction: owns the native weights until {@link #build} hands them over, or {@link #close} frees them.
 *
 * <pre>{@code
 * try (NetworkBuilder builder = new NetworkBuilder(Placement.standard())) {
 *     builder.add("conv1", new Convolution(builder.weights(tensor), ...), "input");
 *     ...
 *     return builder.build();
 * }
 * }</pre>
 */
public final class NetworkBuilder implements AutoCloseable {
    /** The name of the first node. */
    public static final String INPUT = "input";

    private final Placement placement;
    private final NDManager weights;
    private final List<Node> nodes = new ArrayList<>();
    private boolean built;

    /**
     * Starts with the input node.
     *
     * @throws IllegalArgumentException if the device does not exist
     */
    public NetworkBuilder(Placement placement) {
        this.placement = placement;
        this.weights = Torch.open(placement);
        nodes.add(new Node(INPUT, new Input(true), List.of()));
    }

    /** Copies numbers to the device; the network will own them. */
    public NDArray weights(Tensor tensor) {
        return Torch.create(weights, tensor, placement);
    }

    /** Adds a node above earlier ones and gives back its name. */
    public String add(String name, Op op, String... inputs) {
        nodes.add(new Node(name, op, List.of(inputs)));
        return name;
    }

    /** The network as described. */
    public Network build() {
        return finish(nodes);
    }

    /**
     * The network with every batch norm folded into the convolution below it: the same function in fewer steps. The folded
     * convolution bears the batch norm's name, because its output is the batch norm's.
     */
    public Network buildFolded() {
        return finish(BatchNormFolding.fold(nodes, weights));
    }

    private Network finish(List<Node> finished) {
        Network network = new Network(finished, weights, placement);
        weights.cap();
        built = true;
        return network;
    }

    /** Frees the weights if no network was built. */
    @Override
    public void close() {
        if (!built) {
            weights.close();
        }
    }
}
