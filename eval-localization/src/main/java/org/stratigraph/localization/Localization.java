package org.stratigraph.localization;

import java.util.List;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/** A metric that asks about the picture as it is, and holds the map against the place of the objects in it. Immutable. */
record Localization(Place place, Measure measure) implements Metric {
    @Override
    public Direction better() {
        return Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return place.of(sample).isPresent() ? List.of(sample.asIs()) : List.of();
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        SaliencyMap map = answers.get(0);
        sample.requireSize(map);
        Mask objects = place.of(sample)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing was asked about '" + sample.sample().name() + "', so there is nothing to score"));
        return Score.of(measure.of(map, objects));
    }
}
