package org.stratigraph.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates that take turns, round after round, so that a machine that slows down slows all of them. */
final class Rounds {
    private final Map<String, Runnable> candidates = new LinkedHashMap<>();

    Rounds with(String name, Runnable candidate) {
        candidates.put(name, candidate);
        return this;
    }

    /** Milliseconds of every round, by candidate; the warm-up rounds are not in it. */
    Map<String, double[]> run(int warmUp, int rounds) {
        Map<String, double[]> times = new LinkedHashMap<>();
        candidates.keySet().forEach(name -> times.put(name, new double[rounds]));
        for (int round = -warmUp; round < rounds; round++) {
            for (Map.Entry<String, Runnable> candidate : candidates.entrySet()) {
                long start = System.nanoTime();
                candidate.getValue().run();
                double elapsed = (System.nanoTime() - start) / 1e6;
                if (round >= 0) {
                    times.get(candidate.getKey())[round] = elapsed;
                }
            }
        }
        return times;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median over rounds of one candidate's time by another's in the same round. */
    static double ratio(Map<String, double[]> times, String candidate, String yardstick) {
        double[] above = times.get(candidate);
        double[] below = times.get(yardstick);
        double[] ratios = new double[above.length];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = above[round] / below[round];
        }
        return median(ratios);
    }

    /** Prints every candidate's median, its ratio to one of them, and all of its rounds. */
    static void report(String title, Map<String, double[]> times, String yardstick) {
        System.out.printf("%s: median ms | by %s%n", title, yardstick);
        for (String candidate : names(times)) {
            System.out.printf(
                    "  %-40s %9.2f | %6.2f   %s%n",
                    candidate,
                    median(times.get(candidate)),
                    ratio(times, candidate, yardstick),
                    Arrays.stream(times.get(candidate))
                            .mapToLong(Math::round)
                            .boxed()
                            .toList());
        }
    }

    static List<String> names(Map<String, double[]> times) {
        return List.copyOf(times.keySet());
    }
}
