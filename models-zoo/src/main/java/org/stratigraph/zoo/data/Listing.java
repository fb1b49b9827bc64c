package org.stratigraph.zoo.data;

import java.util.List;
import org.stratigraph.core.spi.Labels;

/** What a folder holds, before any of it is decoded. Immutable. */
record Listing(Labels labels, List<AnnotatedFile> pictures) {
    Listing {
        pictures = List.copyOf(pictures);
    }
}
