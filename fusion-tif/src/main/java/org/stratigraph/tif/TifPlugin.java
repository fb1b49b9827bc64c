package org.stratigraph.tif;

import java.util.List;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;

/** TIF and the simpler ways of fusing that it is held against. */
public final class TifPlugin implements Plugin {
    private static final Setting ALPHA = Setting.of(
            "alpha",
            "0.7",
            "how much of every map is left out from below, 0 (the paper's eq. 1) up to 1; 0.5/0.7/0.9 fuses once with each");

    @Override
    public List<Named<Fuser>> fusers() {
        return List.of(
                Named.of(
                        "tif",
                        "Threshold Interception and Fusion: a band of ranks of every layer, the highest from the input, the "
                                + "lowest from the top, summed",
                        List.of(ALPHA),
                        settings -> new Tif(Alpha.parse(settings.text("alpha")))),
                Named.of("mean", "mean of the signed maps", new Mean()),
                Named.of("max", "largest signed score of any layer", new Max()),
                Named.of(
                        "product",
                        "product of the positive parts, each scaled to a peak of 1; its L-th root",
                        new Product()),
                Named.of("last", "the top layer's map alone", maps -> new Stack(maps).top()),
                Named.of("first", "the lowest layer's map alone, the input's as a rule", maps -> new Stack(maps).of(0)),
                Named.of(
                        "fullgrad-style",
                        "sum of the positive parts, each scaled from its least to its largest: TIF without interception",
                        new FullGradStyle()));
    }
}
