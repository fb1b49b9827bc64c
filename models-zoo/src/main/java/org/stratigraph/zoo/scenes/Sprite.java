package org.stratigraph.zoo.scenes;

/**
 * A coloured outline at its place, ready to be painted. Immutable.
 *
 * @param footprint the pixels it lies on
 * @param skin how they are coloured
 * @param edge width of its soft edge in pixels; 1 looks sharp
 * @param opacity how little of what lies below shows through, 0 ... 1
 */
record Sprite(Footprint footprint, Skin skin, double edge, double opacity) {
    /** Opaque and sharp. */
    static Sprite of(Outline outline, Pose pose, Skin skin) {
        return new Sprite(Footprint.of(outline, pose, 1), skin, 1, 1);
    }

    void paint(Canvas canvas) {
        int side = canvas.side();
        for (int row = footprint.rowStart(); row < footprint.rowEnd(side); row++) {
            for (int column = footprint.columnStart(); column < footprint.columnEnd(side); column++) {
                double depth = footprint.depth(column, row);
                double cover = opacity * Smooth.step(depth / edge + 0.5);
                if (cover > 0) {
                    canvas.blend(column, row, skin.colour(column, row, depth), cover);
                }
            }
        }
    }
}
