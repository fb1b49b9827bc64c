package org.stratigraph.localization;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/** Metrics of pictures whose objects' boxes or masks are known. */
public final class LocalizationPlugin implements Plugin {
    private static final Setting OBJECTS = Setting.of(
            "objects",
            "target",
            "target: objects of the class asked about; label: of the picture's class; all: of any class");
    private static final Setting TOLERANCE =
            Setting.of("tolerance", "15", "how far from a box the maximum may be, in pixels of the input, from 0 on");

    @Override
    public List<Named<Metric>> metrics() {
        return List.of(
                Named.of(
                        "energy-pointing-game",
                        "energy inside the objects' boxes, 0 to 1 (the paper, eq. 3)",
                        List.of(largest("0.5"), OBJECTS),
                        settings -> new Localization(boxes(settings), SaliencyMap::energyShare)),
                Named.of(
                        "pointing-game",
                        "1 if the map's maximum is on an object's box or near it, else 0 (Zhang et al. 2016)",
                        List.of(largest("1"), OBJECTS, TOLERANCE),
                        settings -> new Localization(boxes(settings), new Pointing(settings.integer("tolerance", 0)))),
                Named.of(
                        "relevance-mass",
                        "energy on the objects' pixels, 0 to 1; needs masks (Arras et al. 2022)",
                        List.of(OBJECTS),
                        settings -> new Localization(masks(settings), SaliencyMap::energyShare)),
                Named.of(
                        "relevance-rank",
                        "how many of the K highest pixels are among the objects' K, 0 to 1; needs masks (Arras et al. 2022)",
                        List.of(OBJECTS),
                        settings -> new Localization(masks(settings), new RankAccuracy())));
    }

    private static Setting largest(String share) {
        return Setting.of("largest", share, "leave out samples whose boxes cover more of the input: above 0 to 1");
    }

    private static Boxes boxes(Settings settings) {
        return new Boxes(settings.choice("objects", Wanted.class), settings.decimal("largest"));
    }

    private static Masks masks(Settings settings) {
        return new Masks(settings.choice("objects", Wanted.class));
    }
}
