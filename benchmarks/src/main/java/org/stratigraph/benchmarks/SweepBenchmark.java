package org.stratigraph.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** One forward pass and one sweep that reads every layer, against one forward and backward pass of raw libtorch. */
public final class SweepBenchmark {
    private static final int SIDE = 224;
    private static final String RAW = "raw libtorch, channels-last";
    private static final String ALL = "gradient, all layers";
    private static final String RAW_FIRST = "raw libtorch, default layout";

    private SweepBenchmark() {}

    /** Runs all four cases, or the one given: {@code [MODEL BATCH] [ROUNDS]}. */
    public static void main(String[] arguments) {
        int rounds = arguments.length % 2 == 1 ? Integer.parseInt(arguments[arguments.length - 1]) : 15;
        if (arguments.length > 1) {
            run(arguments[0], Integer.parseInt(arguments[1]), rounds);
            return;
        }
        for (String model : List.of("resnet50", "vgg16")) {
            run(model, 1, rounds);
            run(model, 8, rounds);
        }
    }

    private static void run(String model, int batch, int rounds) {
        Topology topology = model.equals("vgg16") ? Vgg.vgg16() : ResNet.resnet50();
        Placement planar = Placement.standard().laidOut(Placement.Layout.CHANNELS_FIRST);
        try (Network network = network(topology, Placement.standard());
                Network planes = network(topology, planar)) {
            report(model, batch, times(network, planes, batch, rounds));
        }
    }

    private static Map<String, double[]> times(Network network, Network planes, int batch, int rounds) {
        Tensor images = noise(batch);
        int[] targets = new int[batch];
        Catalog catalog = new Catalog(Plugins.find(List.of()).found());
        Request all = new Request(images, targets, catalog.probes().make("all").layers(network));
        Request top =
                new Request(images, targets, catalog.probes().make("last-conv").layers(network));
        AttributionMethod gradient = catalog.methods().make("gradient");
        AttributionMethod product = catalog.methods().make("input-x-gradient");
        AttributionMethod guided = catalog.methods().make("guided-backprop");
        return new Rounds()
                .with(RAW, () -> raw(network, images))
                .with(RAW_FIRST, () -> raw(planes, images))
                .with(ALL, () -> gradient.attribute(network, all))
                .with("input-x-gradient, all layers", () -> product.attribute(network, all))
                .with("guided-backprop, all layers", () -> guided.attribute(network, all))
                .with("gradient, last block", () -> gradient.attribute(network, top))
                .with("forward only", () -> network.logits(images))
                .run(2, rounds);
    }

    private static void raw(Network network, Tensor images) {
        try (NDManager pass = Torch.open(network.placement())) {
            NDArray input = Torch.create(pass, images, network.placement());
            RawLibtorch.gradient(network, pass, input).sum().getFloat();
        }
    }

    private static Network network(Topology topology, Placement placement) {
        try (NetworkBuilder builder = new NetworkBuilder(placement)) {
            topology.draw(new Blueprint(builder, new RandomParameters(1, 1000, 1)));
            return builder.buildFolded();
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

    private static void report(String name, int batch, Map<String, double[]> times) {
        System.out.printf(
                "%s, batch %d: %s%n",
                name, batch, "median ms | by raw channels-last | by raw default layout | by gradient, all layers");
        for (String candidate : Rounds.names(times)) {
            System.out.printf(
                    "  %-30s %8.1f | %5.2f | %5.2f | %5.2f   %s%n",
                    candidate,
                    Rounds.median(times.get(candidate)),
                    Rounds.ratio(times, candidate, RAW),
                    Rounds.ratio(times, candidate, RAW_FIRST),
                    Rounds.ratio(times, candidate, ALL),
                    Arrays.stream(times.get(candidate))
                            .mapToLong(Math::round)
                            .boxed()
                            .toList());
        }
    }
}
