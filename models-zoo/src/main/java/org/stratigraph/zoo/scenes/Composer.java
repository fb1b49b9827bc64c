package org.stratigraph.zoo.scenes;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what a scene holds and where: a subject that gives the label, and up to two smaller companions. A companion
 * for which a few tries find no fair place is left out, so every scene comes to an end and its label is never in doubt.
 */
final class Composer {
    /** The subject's visible area is at least this many times that of every companion. */
    private static final double MARGIN = 2;

    private static final int TRIES = 8;
    private static final double LEAST_INSIDE = 0.75;
    private static final double SMALLEST = 0.05;
    private static final double SMALLEST_SUBJECT = 0.125;
    private static final double LARGEST = 0.3;

    private final int side;

    Composer(int side) {
        this.side = side;
    }

    Arrangement compose(Dice dice) {
        Body subject = subject(dice);
        int subjectArea = subject.sprite().footprint().area();
        Arrangement arrangement = new Arrangement(side, List.of(subject));
        int companions = dice.below(3);
        for (int i = 0; i < companions; i++) {
            arrangement = join(dice, subjectArea, arrangement);
        }
        return arrangement;
    }

    private Body subject(Dice dice) {
        SceneClass kind = SceneClass.draw(dice);
        double radius = side * dice.between(SMALLEST_SUBJECT, LARGEST);
        for (int i = 0; i < TRIES; i++) {
            Body body = place(dice, kind, radius, 0.6 * radius);
            if (isInside(body)) {
                return body;
            }
        }
        return place(dice, kind, radius, kind.shape().reach() * radius);
    }

    /** Adds a companion below, between or above the others, if one fits. */
    private Arrangement join(Dice dice, int subjectArea, Arrangement arrangement) {
        for (int i = 0; i < TRIES; i++) {
            Body companion = companion(dice, subjectArea);
            List<Body> bodies = new ArrayList<>(arrangement.bodies());
            bodies.add(dice.below(bodies.size() + 1), companion);
            Arrangement joined = new Arrangement(side, bodies);
            if (isInside(companion) && joined.isFair(MARGIN)) {
                return joined;
            }
        }
        return arrangement;
    }

    private Body companion(Dice dice, int subjectArea) {
        SceneClass kind = SceneClass.draw(dice);
        double largest = Math.sqrt(subjectArea / MARGIN / kind.shape().area());
        double radius = dice.between(SMALLEST * side, Math.min(LARGEST * side, largest));
        return place(dice, kind, radius, 0.6 * radius);
    }

    /** Anywhere in the picture at least this many pixels from its borders. */
    private Body place(Dice dice, SceneClass kind, double radius, double border) {
        double x = dice.between(border, side - border);
        double y = dice.between(border, side - border);
        return Body.draw(dice, kind, Pose.of(x, y, radius, dice.angle()));
    }

    private boolean isInside(Body body) {
        Footprint footprint = body.sprite().footprint();
        return footprint.areaWithin(side) >= LEAST_INSIDE * footprint.area();
    }
}
