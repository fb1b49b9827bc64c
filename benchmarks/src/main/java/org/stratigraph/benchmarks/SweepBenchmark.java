package org.stratigraph.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Placement;

/** One forward pass and one sweep that reads every layer, against one forward and backward pass of raw libtorch. */
public final class SweepBenchmark {
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
        Placement planar = Placement.standard().laidOut(Placement.Layout.CHANNELS_FIRST);
        try (Workload work = Workload.of(model, batch, Placement.standard());
                Workload planes = Workload.of(model, batch, planar)) {
            Map<String, double[]> times = new Rounds()
                    .with(RAW, work.raw(1))
                    .with(RAW_FIRST, planes.raw(1))
                    .with(ALL, work.running("gradient", "all"))
                    .with("input-x-gradient, all layers", work.running("input-x-gradient", "all"))
                    .with("guided-backprop, all layers", work.running("guided-backprop", "all"))
                    .with("gradient, last block", work.running("gradient", "last-conv"))
                    .with("forward only", () -> work.network().logits(work.images()))
                    .run(2, rounds);
            report(model, batch, times);
        }
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
