package org.stratigraph.tif;

import java.util.List;
import java.util.stream.IntStream;
import org.stratigraph.core.image.Ranking;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;

/**
 * Threshold Interception and Fusion (the paper, section 5): of every layer one band of ranks, the highest from the input, the
 * lowest from the top, each scaled to [0, 1], and their sum. Immutable, thread-safe.
 */
record Tif(Alpha alpha) implements AdditiveFuser {

    @Override
    public SaliencyMap fuse(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        float[] sum = stack.blank();
        for (int layer = 0; layer < stack.layers(); layer++) {
            band(stack, layer).addTo(sum);
        }
        return stack.map(sum);
    }

    @Override
    public List<SaliencyMap> parts(List<SaliencyMap> fromInputToTop) {
        Stack stack = new Stack(fromInputToTop);
        return IntStream.range(0, stack.layers())
                .mapToObj(layer -> {
                    float[] alone = stack.blank();
                    band(stack, layer).addTo(alone);
                    return stack.map(alone);
                })
                .toList();
    }

    private Band band(Stack stack, int layer) {
        SaliencyMap map = stack.of(layer);
        Ranking ranking = map.ranking();
        return new Band(
                map,
                evidence(ranking, alpha.rank(layer, stack.layers(), stack.pixels())),
                evidence(ranking, alpha.rank(layer + 1, stack.layers(), stack.pixels())));
    }

    /** s(t) of the map after the ReLU, which keeps the order: the signed map's own ranking serves every method and setting. */
    private static float evidence(Ranking ranking, int rank) {
        return Math.max(ranking.score(rank), 0);
    }
}
