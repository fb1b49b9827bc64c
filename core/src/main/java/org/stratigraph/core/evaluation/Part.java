package org.stratigraph.core.evaluation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a draw that are scored apart, on other machines perhaps. Immutable.
 *
 * <p>The parts share no sample and miss none, and a longer draw only adds to each of them.
 *
 * @param place from 1
 * @param of how many parts there are
 */
public record Part(int place, int of) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    public Part {
        if (place < 1 || place > of) {
            throw new IllegalArgumentException(
                    "there is no part " + place + " of " + of + "; the parts are 1/" + of + " to " + of + "/" + of);
        }
    }

    /**
     * Reads {@code K/N}.
     *
     * @throws IllegalArgumentException if that is no part
     */
    public static Part parse(String typed) {
        Matcher form = FORM.matcher(typed.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + typed + "' is no part: type K/N, as in 1/3, 2/3 and 3/3");
        }
        int of = Integer.parseInt(form.group(2));
        if (of == 0) {
            throw new IllegalArgumentException("'" + typed + "' is no part: there is at least one, 1/1");
        }
        return new Part(Integer.parseInt(form.group(1)), of);
    }

    /**
     * Every N-th number, beginning with the K-th.
     *
     * @throws IllegalArgumentException if nothing is left for this part
     */
    public List<Integer> among(List<Integer> drawn) {
        if (drawn.size() < place) {
            throw new IllegalArgumentException(
                    "part " + this + " of " + drawn.size() + " pictures is empty; take fewer parts or more pictures");
        }
        return IntStream.range(0, drawn.size())
                .filter(index -> index % of == place - 1)
                .mapToObj(drawn::get)
                .toList();
    }

    /** As a user would type it. */
    @Override
    public String toString() {
        return place + "/" + of;
    }
}
