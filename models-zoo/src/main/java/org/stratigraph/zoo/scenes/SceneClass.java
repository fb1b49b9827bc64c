package org.stratigraph.zoo.scenes;

import java.util.Locale;

/**
 * The ten classes: every shape comes with two textures and every texture on two or three shapes, so that neither tells
 * the class alone. The order is the order of the labels.
 */
enum SceneClass {
    STRIPED_DISC(Texture.STRIPED, Shape.DISC),
    DOTTED_DISC(Texture.DOTTED, Shape.DISC),
    DOTTED_SQUARE(Texture.DOTTED, Shape.SQUARE),
    CHECKERED_SQUARE(Texture.CHECKERED, Shape.SQUARE),
    STRIPED_TRIANGLE(Texture.STRIPED, Shape.TRIANGLE),
    CHECKERED_TRIANGLE(Texture.CHECKERED, Shape.TRIANGLE),
    DOTTED_STAR(Texture.DOTTED, Shape.STAR),
    RINGED_STAR(Texture.RINGED, Shape.STAR),
    STRIPED_CROSS(Texture.STRIPED, Shape.CROSS),
    RINGED_CROSS(Texture.RINGED, Shape.CROSS);

    private final Texture texture;
    private final Shape shape;

    SceneClass(Texture texture, Shape shape) {
        this.texture = texture;
        this.shape = shape;
    }

    static SceneClass draw(Dice dice) {
        return values()[dice.below(values().length)];
    }

    Texture texture() {
        return texture;
    }

    Shape shape() {
        return shape;
    }

    /** What a person calls it: "striped disc". */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
