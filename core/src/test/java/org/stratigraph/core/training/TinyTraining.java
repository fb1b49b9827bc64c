package org.stratigraph.core.training;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.NetworkBuilder;
import org.stratigraph.core.op.Add;
import org.stratigraph.core.op.BatchNorm;
import org.stratigraph.core.op.Convolution;
import org.stratigraph.core.op.Dropout;
import org.stratigraph.core.op.GlobalAveragePool;
import org.stratigraph.core.op.Linear;
import org.stratigraph.core.op.MaxPool;
import org.stratigraph.core.op.Relu;
import org.stratigraph.core.op.Window;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/** A network with every kind of thing that training treats in its own way, and noise pictures of four classes. */
final class TinyTraining {
    static final int SIDE = 12;
    private static final int CLASSES = 4;
    private static final Window THREE = new Window(3, 1, 1);

    private TinyTraining() {}

    static Model model() {
        SplittableRandom random = new SplittableRandom(3);
        try (NetworkBuilder builder = new NetworkBuilder(Placement.standard().on("cpu"))) {
            convolution(builder, random, "stem", "input", 3, 8, THREE);
            String pooled = builder.add("pool", new MaxPool(new Window(2, 2, 0), false), "stem.relu");
            convolution(builder, random, "block.a", pooled, 8, 16, new Window(1, 1, 0));
            convolution(builder, random, "block.b", "block.a.relu", 16, 8, THREE);
            builder.add("sum", new Add(), "block.b.relu", pooled);
            builder.add("mean", new GlobalAveragePool(), "sum");
            builder.add("dropout", new Dropout(0.2), "mean");
            Linear linear = new Linear(
                    builder.weights(normal(random, 0.3, CLASSES, 8)),
                    builder.weights(Tensor.of(new float[CLASSES], CLASSES)));
            builder.add("fc", linear, "dropout");
            return TrainingModels.adapted(
                    new Model(builder.build(), Preprocessing.imagenet(), labels()), labels(), SIDE);
        }
    }

    private static void convolution(
            NetworkBuilder builder,
            SplittableRandom random,
            String name,
            String input,
            int from,
            int to,
            Window window) {
        Tensor weight = normal(random, 0.3, to, from, window.kernel(), window.kernel());
        builder.add(name + ".conv", new Convolution(builder.weights(weight), Optional.empty(), window, 1, 1), input);
        BatchNorm norm = new BatchNorm(
                builder.weights(filled(1, to)),
                builder.weights(filled(0, to)),
                builder.weights(filled(0, to)),
                builder.weights(filled(1, to)),
                1e-5);
        builder.add(name + ".bn", norm, name + ".conv");
        builder.add(name + ".relu", new Relu(), name + ".bn");
    }

    private static Labels labels() {
        return new Labels(List.of("red", "green", "blue", "grey"));
    }

    /** Pictures that are all different and have nothing of their class about them. */
    static DataSource noise(int size) {
        return new DataSource() {
            @Override
            public Labels labels() {
                return TinyTraining.labels();
            }

            @Override
            public Samples samples(Split split) {
                return new Samples() {
                    @Override
                    public int size() {
                        return size;
                    }

                    @Override
                    public Sample sample(int index) {
                        byte[] samples = new byte[3 * SIDE * SIDE];
                        new SplittableRandom(index).nextBytes(samples);
                        return new Sample(
                                "noise " + index, new RgbImage(SIDE, SIDE, samples), index % CLASSES, List.of());
                    }
                };
            }
        };
    }

    private static Tensor normal(SplittableRandom random, double spread, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (spread * random.nextGaussian());
        }
        return Tensor.of(values, shape);
    }

    private static Tensor filled(float value, int size) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return Tensor.of(values, size);
    }
}
