package org.stratigraph.perturbation;

import java.util.List;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Setting;
import org.stratigraph.core.spi.Settings;

/** Metrics that take pixels away and ask the network again. */
public final class PerturbationPlugin implements Plugin {
    private static final String FILLS =
            "what removed pixels become: zero in the normalised input, the picture's mean, a blur of it, noise like it, or "
                    + "linear, the mean of their neighbours with a little noise (ROAD)";
    private static final Setting ZERO = Setting.of("fill", "zero", FILLS);
    private static final Setting BLUR = Setting.of("fill", "blur", FILLS);
    private static final Setting STEPS =
            Setting.of("steps", "20", "equal steps from no pixel to all, 1 to " + RemovalGrid.MOST_STEPS);
    private static final Setting FINE = Setting.of("fine", "true", "true adds 1, 2 and 3 % of the pixels to the steps");
    private static final Setting TIES = Setting.of(
            "ties", "row-major", "which of equal scores goes first: row-major for the upper left one, or seeded");
    private static final Setting SEED = Setting.of("seed", "0", "of noise, linear and seeded, a whole number");

    @Override
    public List<Named<Metric>> metrics() {
        return List.of(
                Named.of(
                        "lerf",
                        "how soon the decision changes as the least relevant pixels go, 0 to 1 (the paper, 4.2)",
                        settings(ZERO),
                        settings -> new DecisionChange(First.LEAST_RELEVANT, removal(settings))),
                Named.of(
                        "morf",
                        "how soon the decision changes as the most relevant pixels go, 0 to 1 (the paper, 4.2)",
                        settings(ZERO),
                        settings -> new DecisionChange(First.MOST_RELEVANT, removal(settings))),
                Named.of(
                        "deletion",
                        "mean probability of the class as the most relevant pixels go, 0 to 1 (RISE)",
                        settings(ZERO),
                        settings -> new Deletion(removal(settings))),
                Named.of(
                        "insertion",
                        "mean probability of the class as the most relevant pixels come back, 0 to 1 (RISE)",
                        settings(BLUR),
                        settings -> new Insertion(removal(settings))));
    }

    private static List<Setting> settings(Setting fill) {
        return List.of(fill, STEPS, FINE, TIES, SEED);
    }

    private static Removal removal(Settings settings) {
        return new Removal(
                new RemovalGrid(settings.integer("steps"), settings.flag("fine")),
                settings.choice("fill", Fill.class),
                settings.choice("ties", Ties.class),
                settings.integer("seed"));
    }
}
