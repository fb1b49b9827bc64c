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
 * RISE's insertion (Petsiuk et al. 2018): how probable the target class becomes while the most relevant pixels come back.
 * Immutable.
 */
record Insertion(Removal removal) implements Metric {
    @Override
    public Direction better() {
        return Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return List.of(sample.asIs());
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        Curve probability = removal.restore(sample, answers.get(0)).probability(sample.target());
        return new Score(probability.area(), List.of(probability));
    }
}
