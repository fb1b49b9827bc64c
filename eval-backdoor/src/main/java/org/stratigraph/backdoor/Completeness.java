package org.stratigraph.backdoor;

import java.util.BitSet;
import java.util.List;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/** Completeness (the paper, 4.1): how evenly the evidence for the label of a white square fills the square. */
final class Completeness implements KnownReason {
    private static final Mark SQUARE = Mark.white(Shape.SQUARE, Corner.TOP_LEFT); // its pixels are M_3

    @Override
    public List<Implant> implants() {
        return List.of(new Implant(SQUARE, 0));
    }

    @Override
    public Direction better() {
        return Direction.HIGHER;
    }

    @Override
    public List<Question> questions(Case sample) {
        return Reasons.ownClass(sample, implants())
                ? List.of()
                : List.of(sample.about(SQUARE.stamp(sample.view()), Target.logit(0)));
    }

    @Override
    public Score score(Case sample, List<SaliencyMap> answers) {
        answers.forEach(sample::requireSize);
        return Score.of(of(answers.get(0)));
    }

    /** sum M_3 R / (|M_3| max(M_3 R)), of the positive part; 0 where nothing in the square is positive. */
    static double of(SaliencyMap map) {
        Mask square = SQUARE.pixels(map.height(), map.width());
        BitSet pixels = square.pixels();
        double sum = 0;
        double highest = 0;
        for (int pixel = pixels.nextSetBit(0); pixel >= 0; pixel = pixels.nextSetBit(pixel + 1)) {
            double energy = Math.max(map.at(pixel), 0);
            sum += energy;
            highest = Math.max(highest, energy);
        }
        return highest > 0 ? sum / (square.area() * highest) : 0;
    }
}
