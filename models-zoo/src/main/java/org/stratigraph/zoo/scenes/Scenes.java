package org.stratigraph.zoo.scenes;

import java.util.Arrays;
import java.util.List;
import org.stratigraph.core.spi.Split;

/**
 * An endless series of pictures with known truth: one to three textured shapes of ten classes, anywhere, of any colour,
 * before anything. Any scene can be asked for at any time, and is the same bytes on every machine. Immutable.
 */
public final class Scenes {
    private static final int DEFAULT_SIDE = 224;
    private static final int SMALLEST_SIDE = 32;
    private static final long LAYOUT = 1;
    private static final long PAINT = 2;

    private final long seed;
    private final Split split;
    private final int side;

    /** Scenes of 224 x 224 pixels. */
    public Scenes(long seed, Split split) {
        this(seed, split, DEFAULT_SIDE);
    }

    /**
     * @param seed chooses one of many unrelated series
     * @param split chooses one of its three unrelated parts
     * @param side width and height of every picture in pixels, at least 32; everything scales with it
     */
    public Scenes(long seed, Split split, int side) {
        if (side < SMALLEST_SIDE) {
            throw new IllegalArgumentException("scenes of " + side + " x " + side
                    + " pixels show nothing; ask for a side of at least " + SMALLEST_SIDE);
        }
        this.seed = seed;
        this.split = split;
        this.side = side;
    }

    /** The names of the ten classes; a label is an index into this list. */
    public static List<String> classNames() {
        return Arrays.stream(SceneClass.values()).map(SceneClass::title).toList();
    }

    /**
     * The scene of this number, of a class drawn uniformly. The object that gives the label measures 25 to 60 % of the
     * side, and at least twice the visible area of every other object, of which the smallest measure 10 %. At least 75 %
     * of an object lies inside the picture, and at least 60 % of it is visible.
     *
     * @param index any number
     */
    public Scene scene(long index) {
        Dice dice = Dice.of(seed, key(split), index);
        return paint(dice, new Composer(side).compose(dice.branch(LAYOUT)));
    }

    /**
     * A scene that holds one whole object of each of two classes, clear of each other and of comparable size; the first
     * one is larger (1.3 to 1.6 times the area) and gives the label.
     *
     * @param first label of the larger object
     * @param second label of the smaller object, another one
     * @param index any number
     */
    public Scene pair(int first, int second, long index) {
        if (first == second) {
            throw new IllegalArgumentException("a pair takes two different classes, not twice " + first);
        }
        Dice dice = Dice.of(seed, key(split), index, first, second);
        return paint(dice, new PairComposer(side).compose(dice.branch(LAYOUT), kind(first), kind(second)));
    }

    private Scene paint(Dice dice, Arrangement arrangement) {
        List<SceneObject> objects = arrangement.objects();
        return new Scene(
                new Painter(side).paint(dice.branch(PAINT), arrangement),
                objects.get(0).label(),
                objects);
    }

    /** The number mixed into the seed: written out, so that reordering the splits changes no picture. */
    private static long key(Split split) {
        return switch (split) {
            case TRAIN -> 0x7261696eL;
            case VALIDATION -> 0x76616c69L;
            case TEST -> 0x74657374L;
        };
    }

    private static SceneClass kind(int label) {
        if (label < 0 || label >= SceneClass.values().length) {
            throw new IllegalArgumentException("label " + label + " is no index into " + classNames());
        }
        return SceneClass.values()[label];
    }
}
