package org.stratigraph.zoo.scenes;

/** A smooth function over the pixels of a picture, with values 0 ... 1. */
@FunctionalInterface
interface Field {
    double at(int column, int row);

    /** A ramp from one border towards another, at any angle. */
    static Field ramp(Dice dice, int side) {
        double angle = dice.angle();
        double across = StrictMath.cos(angle) * 0.75 / side;
        double down = StrictMath.sin(angle) * 0.75 / side;
        double corner = 0.5 - (across + down) * (side - 1) / 2;
        return (column, row) -> Smooth.step(corner + across * column + down * row);
    }
}
