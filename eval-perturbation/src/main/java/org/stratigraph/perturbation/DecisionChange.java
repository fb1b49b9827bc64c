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
 * LeRF and MoRF (Samek et al. 2016; the paper, 4.2 and A.2): over which part of the removal the network decides otherwise
 * than on the whole picture. What it decided there counts, not what would have been right. Immutable.
 *
 * @param first the least relevant for LeRF, which should leave the decision alone; the most relevant for MoRF, which should
 *     turn it
 */
record DecisionChange(First first, Removal removal) implements Metric {
    @Override
    public Direction better() {
        return first == First.LEAST_RELEVANT ? Direction.LOWER : Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return List.of(sample.asIs());
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        Course course = removal.remove(sample, answers.get(0), first);
        Curve change = course.decisionChange();
        return new Score(change.area(), List.of(change, course.probability(sample.target())));
    }
}
