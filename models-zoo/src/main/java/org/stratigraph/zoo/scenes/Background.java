package org.stratigraph.zoo.scenes;

/**
 * What lies behind everything: three related colours, mixed by two smooth fields. Immutable.
 *
 * @param first main colour
 * @param second colour where the first field is 1
 * @param third colour that the second field adds a little of
 * @param main first field
 * @param tint second field
 */
record Background(Rgb first, Rgb second, Rgb third, Field main, Field tint) {
    static Background draw(Dice dice, int side) {
        double hue = dice.between(0, 1);
        double luma = dice.between(0.3, 0.75);
        boolean noisy = dice.chance(0.5);
        return new Background(
                colour(dice, hue, luma),
                colour(dice, hue, luma),
                colour(dice, hue, luma),
                noisy ? Noise.draw(dice, side) : Field.ramp(dice, side),
                noisy ? Noise.draw(dice, side) : Field.ramp(dice, side));
    }

    void paint(Canvas canvas) {
        int side = canvas.side();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                Rgb colour = first.mix(second, main.at(column, row)).mix(third, 0.5 * tint.at(column, row));
                canvas.set(column, row, colour);
            }
        }
    }

    private static Rgb colour(Dice dice, double hue, double luma) {
        double near = hue + dice.between(-0.12, 0.12);
        double shade = Math.max(0.2, Math.min(0.85, luma + dice.between(-0.2, 0.2)));
        return Rgb.of(near - Math.floor(near), dice.between(0.1, 0.6), shade);
    }
}
