package org.stratigraph.localization;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.SampleObject;

/**
 * Every pixel of the view that shows an object. A sample is left out if the mask of even one of the wanted objects is
 * unknown: evidence on that one would count as wrong. Immutable.
 */
record Masks(Wanted wanted) implements Place {
    @Override
    public Optional<Mask> of(Case sample) {
        List<SampleObject> objects = wanted.of(sample);
        BitSet union = new BitSet();
        for (SampleObject object : objects) {
            object.mask().flatMap(sample.model().preprocessing()::move).ifPresent(mask -> union.or(mask.pixels()));
        }
        boolean known = objects.stream().allMatch(object -> object.mask().isPresent());
        return known && !union.isEmpty()
                ? Optional.of(new Mask(sample.view().width(), sample.view().height(), union))
                : Optional.empty();
    }
}
