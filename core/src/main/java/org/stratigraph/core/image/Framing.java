package org.stratigraph.core.image;

import java.util.BitSet;
import java.util.Optional;

/**
 * Where the pixels of pictures of one size go in the view that a network has of them. Immutable.
 *
 * @param rows of the picture that are seen
 * @param columns of the picture that are seen
 * @param height of the view: black is added where there are fewer rows
 * @param width of the view
 */
record Framing(Axis rows, Axis columns, int height, int width) {
    /** Rows of black above the picture: torchvision's CenterCrop puts the odd one at the end. */
    int top() {
        return (height - rows.count()) / 2;
    }

    /** Columns of black before the picture. */
    int left() {
        return (width - columns.count()) / 2;
    }

    /** The pixels of the view that hold anything of a box, however little. */
    Optional<Box> move(Box box) {
        int y0 = rows.floor(box.y0());
        int y1 = rows.ceil(box.y1());
        int x0 = columns.floor(box.x0());
        int x1 = columns.ceil(box.x1());
        return y0 < y1 && x0 < x1
                ? Optional.of(new Box(left() + x0, top() + y0, left() + x1, top() + y1))
                : Optional.empty();
    }

    /** The pixels of the view whose centres lie in a pixel of the set. */
    Optional<Mask> move(Mask mask) {
        BitSet from = mask.pixels();
        BitSet moved = new BitSet(height * width);
        for (int y = 0; y < rows.count(); y++) {
            int row = rows.nearest(y) * mask.width();
            for (int x = 0; x < columns.count(); x++) {
                if (from.get(row + columns.nearest(x))) {
                    moved.set((top() + y) * width + left() + x);
                }
            }
        }
        return moved.isEmpty() ? Optional.empty() : Optional.of(new Mask(width, height, moved));
    }
}
