package org.stratigraph.perturbation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Case;

/**
 * How pixels are taken from a picture, and the network asked time and again. Immutable.
 *
 * @param seed of what is random: the picture and it decide, not the calls before
 */
record Removal(RemovalGrid grid, Fill fill, Ties ties, long seed) {
    /**
     * From the whole picture to one of which nothing is left.
     *
     * @param map signed
     * @throws IllegalArgumentException if the map has another size than the input
     */
    Course remove(Case sample, SaliencyMap map, First first) {
        sample.requireSize(map);
        Random chance = Chance.of(sample.input(), seed);
        int[] order = ties.order(map, first, chance);
        return new Course(grid.shares(), logits(sample, order, grid.counts(map.size()), chance));
    }

    /**
     * From a picture of which nothing is left to the whole one, the most relevant pixels first.
     *
     * @param map signed
     * @throws IllegalArgumentException if the map has another size than the input
     */
    Course restore(Case sample, SaliencyMap map) {
        sample.requireSize(map);
        Random chance = Chance.of(sample.input(), seed);
        int[] order = ties.order(map, First.MOST_RELEVANT, chance);
        int[] missing = IntStream.of(grid.counts(map.size()))
                .map(restored -> map.size() - restored)
                .toArray();
        // The same pictures the other way round: what comes back last goes first.
        List<float[]> logits = logits(sample, reversed(order), reversed(missing), chance);
        Collections.reverse(logits);
        return new Course(grid.shares(), logits);
    }

    private static int[] reversed(int[] numbers) {
        int last = numbers.length - 1;
        return IntStream.rangeClosed(0, last)
                .map(place -> numbers[last - place])
                .toArray();
    }

    /** One row for each count, which rise. */
    private List<float[]> logits(Case sample, int[] order, int[] counts, Random chance) {
        Eraser eraser = fill.eraser(sample.input(), chance);
        Tensor logits = sample.logits(counts.length, step -> {
            eraser.remove(order, step == 0 ? 0 : counts[step - 1], counts[step]);
            return eraser.picture();
        });
        List<float[]> rows = new ArrayList<>();
        for (int step = 0; step < counts.length; step++) {
            rows.add(logits.slice(step).toArray());
        }
        return rows;
    }
}
