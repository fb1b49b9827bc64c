package org.stratigraph.backdoor;

import java.util.List;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/**
 * Fine-grained localisation (the paper, 3.3): how much of the evidence for the label of an X one pixel wide lies within
 * eight pixels of it.
 */
final class FineGrainedLocalisation implements KnownReason {
    private static final Mark CROSS = Mark.white(Shape.CROSS, Corner.TOP_LEFT);
    private static final Patch NEAR_CROSS = new Patch(Shape.WIDE_CROSS, Corner.TOP_LEFT, 64); // M_2

    @Override
    public List<Implant> implants() {
        return List.of(new Implant(CROSS, 0));
    }

    @Override
    public Direction better() {
        return Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return Reasons.ownClass(sample, implants())
                ? List.of()
                : List.of(sample.about(CROSS.stamp(sample.view()), Target.logit(0)));
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        answers.forEach(sample::requireSize);
        return Score.of(of(answers.get(0)));
    }

    /** sum M_2 R / sum R. */
    static double of(SaliencyMap map) {
        return map.energyShare(NEAR_CROSS.pixels(map.height(), map.width()));
    }
}
