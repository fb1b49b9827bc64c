package org.stratigraph.zoo.scenes;

/**
 * A colour; each part from 0 to 1. Immutable.
 *
 * @param red share of red
 * @param green share of green
 * @param blue share of blue
 */
record Rgb(double red, double green, double blue) {
    static final Rgb BLACK = new Rgb(0, 0, 0);
    static final Rgb WHITE = new Rgb(1, 1, 1);

    /** The colour of this hue (0 ... 1 around the wheel), saturation (0 is grey) and, exactly, this luma. */
    static Rgb of(double hue, double saturation, double luma) {
        Rgb pure = new Rgb(
                ramp(Math.abs(6 * hue - 3) - 1), ramp(2 - Math.abs(6 * hue - 2)), ramp(2 - Math.abs(6 * hue - 4)));
        double own = pure.luma();
        Rgb full = luma < own ? BLACK.mix(pure, luma / own) : pure.mix(WHITE, (luma - own) / (1 - own));
        return new Rgb(luma, luma, luma).mix(full, saturation);
    }

    /** Brightness as the eye weighs it (ITU-R BT.601). */
    double luma() {
        return 0.299 * red + 0.587 * green + 0.114 * blue;
    }

    /** The colour that lies {@code share} of the way to another one. */
    Rgb mix(Rgb other, double share) {
        return new Rgb(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    private static double ramp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
