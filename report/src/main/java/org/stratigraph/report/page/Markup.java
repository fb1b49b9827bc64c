package org.stratigraph.report.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Text and numbers as HTML. */
final class Markup {
    private static final MathContext DIGITS = new MathContext(3);
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e6;

    private Markup() {}

    /** Text that stays text, between tags and in quotes. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A number for a column of numbers, with as many decimals as its neighbours where it can. */
    static String aligned(double value) {
        double size = Math.abs(value);
        return size == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN
                ? String.format(Locale.ROOT, "%.3f", value)
                : number(value);
    }

    /** A number with three digits that count, for reading. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "none";
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        if (size == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN) {
            return rounded.stripTrailingZeros().toPlainString();
        }
        return rounded.stripTrailingZeros().toString().replace("E+", "e").replace("E", "e");
    }
}
