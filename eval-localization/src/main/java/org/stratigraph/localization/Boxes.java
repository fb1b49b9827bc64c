package org.stratigraph.localization;

import java.util.BitSet;
import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.SampleObject;

/**
 * Every pixel of the view in a box of an object, however many boxes it is in. Immutable.
 *
 * @param largest share of the view that the boxes may cover together, above 0 up to 1: where they cover more, any map would
 *     do well, and the sample is left out
 */
record Boxes(Wanted wanted, double largest) implements Place {
    Boxes {
        if (!(largest > 0 && largest <= 1)) {
            throw new IllegalArgumentException(
                    "'largest' is a share of the picture, above 0 and at most 1, not " + largest);
        }
    }

    @Override
    public Optional<Mask> of(Case sample) {
        RgbImage view = sample.view();
        BitSet union = new BitSet(view.height() * view.width());
        for (SampleObject object : wanted.of(sample)) {
            moved(object.box(), sample).ifPresent(box -> fill(union, box, view.width()));
        }
        boolean tooLarge = union.cardinality() > largest * view.height() * view.width();
        return union.isEmpty() || tooLarge
                ? Optional.empty()
                : Optional.of(new Mask(view.width(), view.height(), union));
    }

    private static Optional<Box> moved(Box box, Case sample) {
        RgbImage picture = sample.sample().image();
        return sample.model().preprocessing().move(box, picture.height(), picture.width());
    }

    private static void fill(BitSet pixels, Box box, int width) {
        for (int y = box.y0(); y < box.y1(); y++) {
            pixels.set(y * width + box.x0(), y * width + box.x1());
        }
    }
}
