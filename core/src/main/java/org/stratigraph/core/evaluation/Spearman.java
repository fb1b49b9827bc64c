package org.stratigraph.core.evaluation;

/** Spearman's rank correlation (1904): whether one number rises with another, in whatever steps. */
public final class Spearman {
    private Spearman() {}

    /**
     * The correlation of the ranks, -1 ... 1; equal numbers share their mean rank. 0 where one side does not vary.
     *
     * @throws IllegalArgumentException if the sides differ in length
     */
    public static double correlation(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " numbers cannot be paired with " + other.length);
        }
        return pearson(Ranks.of(one), Ranks.of(other));
    }

    private static double pearson(double[] x, double[] y) {
        double centre = (x.length - 1) / 2.0; // the mean of ranks from 0, ties or not
        double together = 0;
        double alone = 0;
        double otherAlone = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - centre) * (y[i] - centre);
            alone += (x[i] - centre) * (x[i] - centre);
            otherAlone += (y[i] - centre) * (y[i] - centre);
        }
        double spread = Math.sqrt(alone * otherAlone);
        return spread > 0 ? together / spread : 0;
    }
}
