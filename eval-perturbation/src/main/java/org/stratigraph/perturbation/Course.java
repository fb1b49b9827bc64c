package org.stratigraph.perturbation;

import java.util.List;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Curve;

/**
 * What a network says of a picture as its pixels go or come. Immutable.
 *
 * @param shares of the pixels, rising from 0 to 1
 * @param logits one row for each share
 */
record Course(List<Double> shares, List<float[]> logits) {
    Course {
        shares = List.copyOf(shares);
        logits = List.copyOf(logits);
    }

    /** 1 where the class of the highest logit is not what it was at share 0, else 0. */
    Curve decisionChange() {
        int decision = decision(logits.get(0));
        return new Curve(
                "decision-change",
                shares,
                logits.stream()
                        .map(now -> decision(now) == decision ? 0.0 : 1.0)
                        .toList());
    }

    /** The first of the highest, as everybody's argmax. */
    private static int decision(float[] logits) {
        int highest = 0;
        for (int index = 1; index < logits.length; index++) {
            highest = logits[index] > logits[highest] ? index : highest;
        }
        return highest;
    }

    /**
     * The softmax of the class that the target asks about.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    Curve probability(Target target) {
        Target log = Target.logit(target.index()).on(Target.Scale.LOG_SOFTMAX);
        return new Curve(
                "target-probability",
                shares,
                logits.stream().map(now -> Math.exp(log.value(now))).toList());
    }
}
