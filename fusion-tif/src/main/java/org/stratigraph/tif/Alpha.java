package org.stratigraph.tif;

import java.math.BigDecimal;

/**
 * How much of every map TIF leaves out from below, as the decimal that was typed. Immutable.
 *
 * @param value from 0 up to, but not including, 1
 */
record Alpha(BigDecimal value) {
    private static final int MOST_DIGITS = 30;

    Alpha {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) >= 0 || value.scale() > MOST_DIGITS) {
            throw wrong(value.toString());
        }
    }

    static Alpha parse(String typed) {
        try {
            return new Alpha(new BigDecimal(typed));
        } catch (NumberFormatException notOne) {
            throw wrong(typed);
        }
    }

    /**
     * The rank that bounds a layer's band from above; that of the layer above it bounds it from below: t = l / L (1 - alpha), eq.
     * 2, and s(t) is the score at rank floor(t N).
     *
     * @param layer l, from 0 for the input
     * @param layers L
     * @param pixels N
     */
    int rank(int layer, int layers, int pixels) {
        BigDecimal share = BigDecimal.ONE.subtract(value);
        // Decimals, because 0.1 * 7680 is no whole number in doubles; multiplied first, because 1/19 is none in
        // decimals.
        BigDecimal rank = share.multiply(BigDecimal.valueOf((long) layer * pixels))
                .divideToIntegralValue(BigDecimal.valueOf(layers));
        return Math.min(rank.intValueExact(), pixels - 1);
    }

    private static IllegalArgumentException wrong(String typed) {
        return new IllegalArgumentException(
                "setting 'alpha' needs a decimal number from 0 up to, but not including, 1, with " + MOST_DIGITS
                        + " digits at most, not '" + typed + "'");
    }
}
