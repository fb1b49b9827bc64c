package org.stratigraph.zoo.scenes;

import java.util.List;

/**
 * Decides where two objects of given classes lie: whole and clear of each other, near opposite corners, the first one
 * somewhat larger.
 */
final class PairComposer {
    private static final int TRIES = 16;

    private final int side;

    PairComposer(int side) {
        this.side = side;
    }

    Arrangement compose(Dice dice, SceneClass first, SceneClass second) {
        double area = side * side * dice.between(0.085, 0.12);
        double firstRadius = Math.sqrt(area / first.shape().area());
        double secondRadius =
                Math.sqrt(area / dice.between(1.3, 1.6) / second.shape().area());
        double firstReach = firstRadius * first.shape().reach();
        double secondReach = secondRadius * second.shape().reach();
        boolean left = dice.chance(0.5);
        boolean up = dice.chance(0.5);
        Pose firstPose;
        Pose secondPose;
        int tries = 0;
        do {
            // The room to move shrinks to none: at these sizes, opposite corners are always clear of each other.
            double room = 0.3 * side * (TRIES - tries++) / TRIES;
            firstPose = corner(dice, firstRadius, firstReach, room, left, up);
            secondPose = corner(dice, secondRadius, secondReach, room, !left, !up);
        } while (tries <= TRIES && distance(firstPose, secondPose) < firstReach + secondReach);
        return new Arrangement(side, List.of(Body.draw(dice, first, firstPose), Body.draw(dice, second, secondPose)));
    }

    private Pose corner(Dice dice, double radius, double reach, double room, boolean left, boolean up) {
        double x = reach + dice.between(0, room);
        double y = reach + dice.between(0, room);
        return Pose.of(left ? x : side - x, up ? y : side - y, radius, dice.angle());
    }

    private static double distance(Pose a, Pose b) {
        double across = a.x() - b.x();
        double down = a.y() - b.y();
        return Math.sqrt(across * across + down * down);
    }
}
