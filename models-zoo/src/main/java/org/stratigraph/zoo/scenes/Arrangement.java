package org.stratigraph.zoo.scenes;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.Mask;

/**
 * Bodies lying over each other, and which pixels show which: a pixel shows the topmost body whose edge encloses its
 * middle.
 */
final class Arrangement {
    private static final double LEAST_VISIBLE = 0.6;

    private final int side;
    private final List<Body> bodies;
    private final List<BitSet> visible;

    /**
     * @param side of the picture, in pixels
     * @param bodies lowest first
     */
    Arrangement(int side, List<Body> bodies) {
        this.side = side;
        this.bodies = List.copyOf(bodies);
        this.visible = bodies.stream().map(this::pixels).toList();
        for (int upper = 1; upper < visible.size(); upper++) {
            for (int lower = 0; lower < upper; lower++) {
                visible.get(lower).andNot(visible.get(upper));
            }
        }
    }

    /** Lowest first. */
    List<Body> bodies() {
        return bodies;
    }

    /** Whether enough of every body shows, and one of them is larger than every other by the margin. */
    boolean isFair(double margin) {
        int[] areas = visible.stream().mapToInt(BitSet::cardinality).toArray();
        int largest = IntStream.of(areas).max().orElse(0);
        long notSmaller =
                IntStream.of(areas).filter(area -> area * margin > largest).count();
        return notSmaller == 1
                && IntStream.range(0, areas.length).allMatch(i -> areas[i] >= LEAST_VISIBLE * wholeArea(i));
    }

    /** The truth about the bodies, largest visible area first; every body must show at least a pixel. */
    List<SceneObject> objects() {
        return IntStream.range(0, bodies.size())
                .mapToObj(i -> new SceneObject(
                        bodies.get(i).kind().ordinal(), new Mask(side, side, visible.get(i)), wholeArea(i)))
                .sorted(Comparator.comparingInt(SceneObject::visibleArea).reversed())
                .toList();
    }

    private int wholeArea(int index) {
        return bodies.get(index).sprite().footprint().area();
    }

    private BitSet pixels(Body body) {
        Footprint footprint = body.sprite().footprint();
        BitSet pixels = new BitSet(side * side);
        for (int row = footprint.rowStart(); row < footprint.rowEnd(side); row++) {
            for (int column = footprint.columnStart(); column < footprint.columnEnd(side); column++) {
                if (footprint.depth(column, row) > 0) {
                    pixels.set(row * side + column);
                }
            }
        }
        return pixels;
    }
}
