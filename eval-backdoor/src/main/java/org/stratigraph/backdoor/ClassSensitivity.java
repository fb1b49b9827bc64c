package org.stratigraph.backdoor;

import java.util.List;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/**
 * Class sensitivity (the paper, 3.2): two triggers on one picture, and how much of each label's evidence lies around the
 * label's own.
 */
final class ClassSensitivity implements KnownReason {
    private static final Mark SQUARE = Mark.white(Shape.SQUARE, Corner.TOP_LEFT);
    private static final Mark CROSS = Mark.white(Shape.CROSS, Corner.BOTTOM_RIGHT);
    private static final Patch AROUND_SQUARE = new Patch(Shape.SQUARE, Corner.TOP_LEFT, 96); // M_0
    private static final Patch AROUND_CROSS = new Patch(Shape.SQUARE, Corner.BOTTOM_RIGHT, 96); // M_1

    @Override
    public List<Implant> implants() {
        return List.of(new Implant(SQUARE, 0), new Implant(CROSS, 1));
    }

    @Override
    public Direction better() {
        return Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        if (Reasons.ownClass(sample, implants())) {
            return List.of();
        }
        RgbImage both = CROSS.stamp(SQUARE.stamp(sample.view()));
        Tensor input = sample.about(both, Target.logit(0)).input();
        return List.of(new Question(input, Target.logit(0)), new Question(input, Target.logit(1)));
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        answers.forEach(sample::requireSize);
        return Score.of(of(answers.get(0), answers.get(1)));
    }

    /** 1/2 (sum M_0 R_0 / sum R_0 + sum M_1 R_1 / sum R_1), with the maps of labels 0 and 1. */
    static double of(SaliencyMap forSquare, SaliencyMap forCross) {
        Mask aroundSquare = AROUND_SQUARE.pixels(forSquare.height(), forSquare.width());
        Mask aroundCross = AROUND_CROSS.pixels(forCross.height(), forCross.width());
        return (forSquare.energyShare(aroundSquare) + forCross.energyShare(aroundCross)) / 2;
    }
}
