package org.stratigraph.perturbation;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Curve;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/**
 * RISE's deletion (Petsiuk et al. 2018): how probable the target class stays while the most relevant pixels go. Immutable.
 */
record Deletion(Removal removal) implements Metric {
    @Override
    public Direction better() {
        return Direction.LOWER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return List.of(sample.asIs());
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        Curve probability =
                removal.remove(sample, answers.get(0), First.MOST_RELEVANT).probability(sample.target());
        return new Score(probability.area(), List.of(probability));
    }
}
