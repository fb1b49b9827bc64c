package org.stratigraph.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Labels;

/**
 * What to explain, as a user names it: {@code top1} or {@code top2}, a number or a label, or one of these held against another,
 * {@code tiger-bull_mastiff}.
 */
@FunctionalInterface
public interface TargetChoice {
    /** What that is for one image's scores. */
    Target target(Scores scores);

    /**
     * Reads what a user typed.
     *
     * @throws NoSuchElementException if there is no such class; the message says which come near
     * @throws IllegalArgumentException if it can be read in more than one way
     */
    static TargetChoice parse(String typed, Labels labels) {
        try {
            ToIntFunction<Scores> one = OneClass.parse(typed, labels);
            return scores -> Target.logit(one.applyAsInt(scores));
        } catch (NoSuchElementException noClass) {
            List<TargetChoice> pairs = pairs(typed, labels);
            if (pairs.size() > 1) {
                throw new IllegalArgumentException("'" + typed + "' can be read as " + pairs.size()
                        + " different pairs of classes; give their numbers, as in 292-243");
            }
            return pairs.stream().findFirst().orElseThrow(() -> noClass);
        }
    }

    /** This choice on a scale. */
    default TargetChoice on(Target.Scale scale) {
        return scores -> target(scores).on(scale);
    }

    /** Every hyphen, of which a label may have some itself, could be the one between two classes. */
    private static List<TargetChoice> pairs(String typed, Labels labels) {
        List<TargetChoice> pairs = new ArrayList<>();
        for (int hyphen = typed.indexOf('-', 1); hyphen > 0; hyphen = typed.indexOf('-', hyphen + 1)) {
            try {
                ToIntFunction<Scores> one = OneClass.parse(typed.substring(0, hyphen), labels);
                ToIntFunction<Scores> other = OneClass.parse(typed.substring(hyphen + 1), labels);
                pairs.add(scores -> Target.logit(one.applyAsInt(scores)).minus(other.applyAsInt(scores)));
            } catch (NoSuchElementException notHere) {
                // another hyphen may be the one
            }
        }
        return pairs;
    }

    /** A class by rank, number or label. */
    final class OneClass {
        private static final Pattern RANK = Pattern.compile("top([1-9]\\d{0,5})", Pattern.CASE_INSENSITIVE);
        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

        private OneClass() {}

        private static ToIntFunction<Scores> parse(String typed, Labels labels) {
            int classes = labels.names().size();
            Matcher rank = RANK.matcher(typed.strip());
            if (rank.matches()) {
                int place = inside(Integer.parseInt(rank.group(1)), 1, classes, "place top");
                return scores -> scores.ranking().get(place - 1);
            }
            int index = NUMBER.matcher(typed.strip()).matches()
                    ? inside(Integer.parseInt(typed.strip()), 0, classes - 1, "class ")
                    : labels.index(typed);
            return scores -> index;
        }

        private static int inside(int number, int lowest, int highest, String what) {
            if (number < lowest || number > highest) {
                throw new NoSuchElementException(
                        "no " + what + number + "; this model has " + lowest + " to " + highest);
            }
            return number;
        }
    }
}
