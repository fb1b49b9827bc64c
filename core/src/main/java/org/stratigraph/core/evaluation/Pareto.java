package org.stratigraph.core.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.spi.Direction;

/** Candidates measured in several ways: which of them none beats, and which of these is the best all-rounder. */
public final class Pareto {
    private Pareto() {}

    /**
     * The front: candidates that no other one beats, which would be to be as good in every measure and better in one.
     *
     * @param points a candidate's value in each measure
     * @param better which values of each measure are good ones
     * @return their places in the list, rising; all of several equal ones
     * @throws IllegalArgumentException if a point has not one finite value per measure
     */
    public static List<Integer> front(List<double[]> points, List<Direction> better) {
        List<double[]> costs = costs(points, better);
        return IntStream.range(0, costs.size())
                .filter(one -> costs.stream().noneMatch(other -> beats(other, costs.get(one))))
                .boxed()
                .toList();
    }

    /**
     * The mean over measures of a candidate's rank among these candidates: 1 is best in all; equal values share their mean rank.
     *
     * @return one per point
     * @throws IllegalArgumentException if a point has not one finite value per measure
     */
    public static double[] meanRanks(List<double[]> points, List<Direction> better) {
        List<double[]> costs = costs(points, better);
        double[] sums = new double[points.size()];
        for (int measure = 0; measure < better.size(); measure++) {
            int own = measure;
            double[] ranks =
                    Ranks.of(costs.stream().mapToDouble(cost -> cost[own]).toArray());
            Arrays.setAll(sums, point -> sums[point] + ranks[point] + 1);
        }
        return Arrays.stream(sums).map(sum -> sum / better.size()).toArray();
    }

    /** The candidates of the front by mean rank among themselves, the best first; of equal ones the earlier first. */
    public static List<Integer> ranked(List<double[]> points, List<Direction> better) {
        List<Integer> front = front(points, better);
        double[] ranks = meanRanks(front.stream().map(points::get).toList(), better);
        return IntStream.range(0, front.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> ranks[place]))
                .map(front::get)
                .toList();
    }

    /** The points so that lower is better in every measure. */
    private static List<double[]> costs(List<double[]> points, List<Direction> better) {
        return points.stream().map(point -> cost(point, better)).toList();
    }

    private static double[] cost(double[] point, List<Direction> better) {
        if (point.length != better.size()
                || better.isEmpty()
                || !Double.isFinite(Arrays.stream(point).sum())) {
            throw new IllegalArgumentException("a point has one finite value for each of " + better.size()
                    + " measures, not " + Arrays.toString(point));
        }
        return IntStream.range(0, point.length)
                .mapToDouble(measure -> better.get(measure) == Direction.LOWER ? point[measure] : -point[measure])
                .toArray();
    }

    private static boolean beats(double[] one, double[] other) {
        boolean better = false;
        for (int measure = 0; measure < one.length; measure++) {
            if (one[measure] > other[measure]) {
                return false;
            }
            better |= one[measure] < other[measure];
        }
        return better;
    }
}
