package org.stratigraph.report;

/** Evidence as colour: red speaks for the class, blue against it, nothing at zero. */
final class SignedColour {
    private static final int[] FOR = {214, 24, 31};
    private static final int[] AGAINST = {33, 92, 196};
    /** Below 1: weak evidence stays visible beside strong. */
    private static final double GAMMA = 0.8;

    private SignedColour() {}

    /**
     * A background pixel with a score laid over it.
     *
     * @param grey the background, 0 ... 255
     * @param score -1 ... 1, clamped
     * @return packed 0xRRGGBB
     */
    static int over(int grey, double score) {
        int[] ink = score > 0 ? FOR : AGAINST;
        double opacity = Math.pow(Math.min(1, Math.abs(score)), GAMMA);
        int colour = 0;
        for (int channel : ink) {
            colour = colour << 8 | (int) Math.round(grey + opacity * (channel - grey));
        }
        return colour;
    }
}
