package org.stratigraph.zoo.scenes;

/**
 * An object of a class at its place. Immutable.
 *
 * @param kind its class
 * @param sprite how it looks and where
 */
record Body(SceneClass kind, Sprite sprite) {
    /** Draws how an object of this class looks at this place. */
    static Body draw(Dice dice, SceneClass kind, Pose pose) {
        return new Body(kind, Sprite.of(kind.shape(), pose, Skin.textured(dice, kind.texture(), pose)));
    }
}
