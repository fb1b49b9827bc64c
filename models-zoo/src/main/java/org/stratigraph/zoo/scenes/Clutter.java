package org.stratigraph.zoo.scenes;

/** Draws things of no class, to lie behind the objects: each lacks the shape or the texture that would make it one. */
final class Clutter {
    private final int side;

    Clutter(int side) {
        this.side = side;
    }

    Sprite draw(Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> blob(dice);
            case 1 -> line(dice);
            case 2 -> patch(dice);
            default -> plainShape(dice);
        };
    }

    private Sprite blob(Dice dice) {
        Pose pose = pose(dice, dice.between(0.06, 0.2));
        return Sprite.of(Blob.draw(dice), pose, Skin.plain(dice, pose));
    }

    private Sprite line(Dice dice) {
        Pose pose = pose(dice, dice.between(0.15, 0.45));
        return Sprite.of(new Stroke(dice.between(0.01, 0.05)), pose, Skin.plain(dice, pose));
    }

    /** A texture without a shape: it fades out. */
    private Sprite patch(Dice dice) {
        Pose pose = pose(dice, dice.between(0.1, 0.22));
        Texture texture = SceneClass.draw(dice).texture();
        double edge = 0.6 * pose.unit();
        Footprint footprint = Footprint.of(Blob.draw(dice), pose, edge / 2);
        return new Sprite(footprint, Skin.borderless(dice, texture, pose), edge, dice.between(0.35, 0.6));
    }

    /** A shape without a texture. */
    private Sprite plainShape(Dice dice) {
        Pose pose = pose(dice, dice.between(0.05, 0.16));
        return Sprite.of(SceneClass.draw(dice).shape(), pose, Skin.plain(dice, pose));
    }

    private Pose pose(Dice dice, double radius) {
        return Pose.of(side * dice.between(0, 1), side * dice.between(0, 1), side * radius, dice.angle());
    }
}
