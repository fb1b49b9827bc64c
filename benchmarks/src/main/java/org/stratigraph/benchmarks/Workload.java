package org.stratigraph.benchmarks;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SplittableRandom;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;
import org.stratigraph.zoo.topology.Blueprint;
import org.stratigraph.zoo.topology.RandomParameters;
import org.stratigraph.zoo.topology.ResNet;
import org.stratigraph.zoo.topology.Topology;
import org.stratigraph.zoo.topology.Vgg;

/** A full-width network with random weights, batch norm folded, and a batch of noise at 224 x 224. */
final class Workload implements AutoCloseable {
    private static final int SIDE = 224;
    private static final int CLASSES = 1000;

    private final Network network;
    private final Tensor images;
    private final Catalog catalog = new Catalog(Plugins.find(List.of()).found());

    private Workload(Network network, Tensor images) {
        this.network = network;
        this.images = images;
    }

    /** A model by name, {@code resnet50} or {@code vgg16}. */
    static Workload of(String model, int batch, Placement placement) {
        Topology topology = model.equals("vgg16") ? Vgg.vgg16() : ResNet.resnet50();
        try (NetworkBuilder builder = new NetworkBuilder(placement)) {
            topology.draw(new Blueprint(builder, new RandomParameters(1, CLASSES, 1)));
            return new Workload(builder.buildFolded(), noise(batch));
        }
    }

    private static Tensor noise(int batch) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[batch * 3 * SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(values, batch, 3, SIDE, SIDE);
    }

    Network network() {
        return network;
    }

    Tensor images() {
        return images;
    }

    /** What the plugins on the class path offer. */
    Catalog catalog() {
        return catalog;
    }

    AttributionMethod method(String spec) {
        return catalog.methods().make(spec);
    }

    /** Class 0 of every image at the layers of a probe. */
    Request request(String probe) {
        return new Request(
                images,
                new int[images.dimension(0)],
                catalog.probes().make(probe).layers(network));
    }

    /** A method at the layers of a probe, as a candidate. */
    Runnable running(String method, String probe) {
        AttributionMethod made = method(method);
        Request request = request(probe);
        return () -> made.attribute(network, request);
    }

    /** The same as if it were the network's first call. */
    Runnable forgetting(String method, String probe) {
        Runnable running = running(method, probe);
        return () -> {
            network.forget();
            running.run();
        };
    }

    /** One forward and one backward pass to the input, of raw libtorch, so many times. */
    Runnable raw(int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                try (NDManager pass = Torch.open(network.placement())) {
                    RawLibtorch.gradient(network, pass, Torch.create(pass, images, network.placement()))
                            .sum()
                            .getFloat();
                }
            }
        };
    }

    @Override
    public void close() {
        network.close();
    }
}
