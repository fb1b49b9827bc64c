package org.stratigraph.zoo.scenes;

/**
 * How the inside of an outline is coloured. Immutable.
 *
 * @param texture pattern of the two colours
 * @param frame where the pattern lies; its unit is the period
 * @param ground first colour
 * @param figure second colour
 * @param rim colour of the line along the edge
 * @param rimWidth width of that line in pixels
 */
record Skin(Texture texture, Pose frame, Rgb ground, Rgb figure, Rgb rim, double rimWidth) {
    /** A pattern of two contrasting colours that say nothing about the class. */
    static Skin textured(Dice dice, Texture texture, Pose object) {
        Rgb dark = Rgb.of(dice.between(0, 1), dice.between(0.3, 1), dice.between(0.08, 0.38));
        Rgb light = Rgb.of(dice.between(0, 1), dice.between(0.2, 1), dice.between(0.72, 0.95));
        boolean swapped = dice.chance(0.5);
        Rgb rim = dice.chance(0.5) ? dark.mix(Rgb.BLACK, 0.4) : light.mix(Rgb.WHITE, 0.4);
        return new Skin(
                texture, texture.frame(dice, object), swapped ? light : dark, swapped ? dark : light, rim, rim(object));
    }

    /** A pattern of two colours of similar brightness, without a rim. */
    static Skin borderless(Dice dice, Texture texture, Pose object) {
        Rgb ground = Rgb.of(dice.between(0, 1), dice.between(0.2, 0.8), dice.between(0.3, 0.5));
        Rgb figure = Rgb.of(dice.between(0, 1), dice.between(0.2, 0.8), dice.between(0.55, 0.75));
        return new Skin(texture, texture.frame(dice, object), ground, figure, ground, 0);
    }

    /** One colour, with a rim of another shade. */
    static Skin plain(Dice dice, Pose object) {
        Rgb colour = Rgb.of(dice.between(0, 1), dice.between(0.2, 0.9), dice.between(0.15, 0.85));
        Rgb rim = colour.mix(dice.chance(0.5) ? Rgb.BLACK : Rgb.WHITE, 0.3);
        return new Skin(Texture.PLAIN, object, colour, colour, rim, rim(object));
    }

    /** The colour of a pixel that lies so many pixels inside the edge. */
    Rgb colour(int column, int row, double depth) {
        double share = texture.at(frame.u(column, row), frame.v(column, row), 1 / frame.unit());
        return rim.mix(ground.mix(figure, share), Smooth.step(depth - rimWidth + 0.5));
    }

    private static double rim(Pose object) {
        return Math.max(1, 0.07 * object.unit());
    }
}
