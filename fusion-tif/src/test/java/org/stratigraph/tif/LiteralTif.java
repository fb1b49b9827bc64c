package org.stratigraph.tif;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.SaliencyMap;

/**
 * The paper's section 5 word for word and slowly, in doubles: a full sort, fractions of whole numbers, a search for the least and the
 * largest score. The tests' reference.
 */
final class LiteralTif {
    private LiteralTif() {}

    static double[] fuse(List<SaliencyMap> maps, String alpha) {
        int pixels = maps.get(0).size();
        double[] sum = new double[pixels];
        for (int layer = 0; layer < maps.size(); layer++) {
            double[] contribution = psi(intercepted(maps.get(layer), layer, maps.size(), alpha));
            for (int pixel = 0; pixel < pixels; pixel++) {
                sum[pixel] += contribution[pixel];
            }
        }
        return sum;
    }

    /** Eq. 2. */
    private static double[] intercepted(SaliencyMap map, int layer, int layers, String alpha) {
        double[] positive = IntStream.range(0, map.size())
                .mapToDouble(pixel -> Math.max(map.at(pixel), 0.0))
                .toArray();
        double lower = s(positive, index(layer + 1, layers, alpha, positive.length));
        double upper = s(positive, index(layer, layers, alpha, positive.length));
        return Arrays.stream(positive)
                .map(score -> Math.min(score > lower ? score : 0, upper))
                .toArray();
    }

    private static double s(double[] scores, int index) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1 - index];
    }

    /** min(floor(layer / layers (1 - alpha) pixels), pixels - 1), alpha as the fraction digits / 10^scale. */
    static int index(int layer, int layers, String alpha, int pixels) {
        BigDecimal typed = new BigDecimal(alpha);
        BigInteger power = BigInteger.TEN.pow(Math.max(typed.scale(), 0));
        BigInteger digits = typed.multiply(new BigDecimal(power)).toBigIntegerExact();
        BigInteger floor = power.subtract(digits)
                .multiply(BigInteger.valueOf(layer))
                .multiply(BigInteger.valueOf(pixels))
                .divide(power.multiply(BigInteger.valueOf(layers)));
        return Math.min(floor.intValueExact(), pixels - 1);
    }

    private static double[] psi(double[] values) {
        double least = Arrays.stream(values).min().getAsDouble();
        double largest = Arrays.stream(values).max().getAsDouble();
        return Arrays.stream(values)
                .map(value -> largest > least ? (value - least) / (largest - least) : 0)
                .toArray();
    }
}
