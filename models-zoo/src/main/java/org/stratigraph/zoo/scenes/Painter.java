package org.stratigraph.zoo.scenes;

import org.stratigraph.core.image.RgbImage;

/** Paints an arrangement of bodies before a background that may be cluttered. */
final class Painter {
    private static final long BACKGROUND = 1;
    private static final long CLUTTER = 2;
    private static final long CAMERA = 3;

    private final int side;
    private final Clutter clutter;

    Painter(int side) {
        this.side = side;
        this.clutter = new Clutter(side);
    }

    RgbImage paint(Dice dice, Arrangement arrangement) {
        Canvas canvas = new Canvas(side);
        Background.draw(dice.branch(BACKGROUND), side).paint(canvas);
        clutter(dice.branch(CLUTTER), canvas);
        arrangement.bodies().forEach(body -> body.sprite().paint(canvas));
        return Camera.draw(dice.branch(CAMERA)).take(canvas);
    }

    private void clutter(Dice dice, Canvas canvas) {
        int pieces = dice.chance(0.5) ? 0 : 2 + dice.below(5);
        for (int i = 0; i < pieces; i++) {
            clutter.draw(dice).paint(canvas);
        }
    }
}
