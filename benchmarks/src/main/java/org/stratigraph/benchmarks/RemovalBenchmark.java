package org.stratigraph.benchmarks;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;

/** LeRF and MoRF of one map with 21 steps each, against raw libtorch's forward passes of as many images. */
public final class RemovalBenchmark {
    private static final int SIDE = 224;
    private static final int STEPS = 21;
    private static final String RAW = "42 raw forward passes";

    private RemovalBenchmark() {}

    /** {@code [MODEL] [ROUNDS]}. */
    public static void main(String[] arguments) {
        String name = arguments.length > 0 ? arguments[0] : "resnet50";
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        try (Workload work = Workload.of(name, STEPS, Placement.standard())) {
            Case sample = sample(work);
            SaliencyMap map = noise();
            List<Metric> metrics = List.of(
                    work.catalog().metrics().make("lerf:fine=false"),
                    work.catalog().metrics().make("morf:fine=false"));
            Map<String, double[]> times = new Rounds()
                    .with(RAW, () -> forward(work))
                    .with("lerf and morf", () -> metrics.forEach(metric -> metric.score(sample, List.of(map))))
                    .run(2, rounds);
            Rounds.report(name + ", one map, 2 x " + STEPS + " steps", times, RAW);
        }
    }

    private static Case sample(Workload work) {
        RgbImage picture = new RgbImage(SIDE, SIDE, new byte[3 * SIDE * SIDE]);
        Model model = new Model(work.network(), Preprocessing.square(SIDE), Labels.numbered(1000));
        Tensor input = work.images().slice(0);
        MemoryBudget memory = MemoryBudget.shareOfFree(work.network());
        return new Case(model, new Sample("noise", picture, 0, List.of()), picture, input, Target.logit(0), memory);
    }

    private static SaliencyMap noise() {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new SaliencyMap(SIDE, SIDE, values);
    }

    private static void forward(Workload work) {
        for (int direction = 0; direction < 2; direction++) {
            try (NDManager pass = Torch.open(work.network().placement())) {
                RawLibtorch.logits(
                                work.network(),
                                Torch.create(pass, work.images(), work.network().placement()))
                        .sum()
                        .getFloat();
            }
        }
    }
}
