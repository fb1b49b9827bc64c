package org.stratigraph.report.page;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stratigraph.core.image.LayerMap;

/**
 * How exactly a page stores its maps: the best that fits. First 16 bits a score, then 8, then 8 with large maps halved until
 * no side exceeds 112 pixels, 56, 28 and at last 14. Immutable.
 *
 * @param bits of a score, 16 or 8
 * @param longestSide that a stored map may have
 */
record Detail(int bits, int longestSide) {
    private static final int ANY = Integer.MAX_VALUE;
    private static final int FRAME = 120; // a map's name, size and largest score as JSON
    private static final List<Detail> FROM_BEST = Stream.concat(
                    IntStream.of(16, 8).mapToObj(bits -> new Detail(bits, ANY)),
                    IntStream.of(112, 56, 28, 14).mapToObj(side -> new Detail(8, side)))
            .toList();

    /**
     * The best detail with which the maps fit.
     *
     * @param bytes that the maps may take as text; where none is enough, the least detail is taken
     */
    static Detail fitting(List<LayerMap> maps, long bytes) {
        return FROM_BEST.stream()
                .filter(detail -> detail.bytes(maps) <= bytes)
                .findFirst()
                .orElse(FROM_BEST.get(FROM_BEST.size() - 1));
    }

    /** How often a map's sides are halved before it is stored. */
    int halvings(int height, int width) {
        int halvings = 0;
        while (halved(Math.max(height, width), halvings) > longestSide) {
            halvings++;
        }
        return halvings;
    }

    /** What a side is after a number of halvings, an odd pixel kept. */
    static int halved(int side, int halvings) {
        return side + (1 << halvings) - 1 >> halvings;
    }

    /** One sentence for the page's reader. */
    String sentence() {
        String sizes = longestSide == ANY
                ? "at their own size."
                : "those with a side above " + longestSide + " pixels halved until it is not, to keep the page small.";
        return "The maps are stored with " + bits + " bits a score, " + sizes;
    }

    private long bytes(List<LayerMap> maps) {
        return maps.stream().mapToLong(this::bytes).sum();
    }

    private long bytes(LayerMap map) {
        int halvings = halvings(map.height(), map.width());
        long scores = (long) halved(map.height(), halvings) * halved(map.width(), halvings);
        return FRAME + (scores * bits / Byte.SIZE + 2) / 3 * 4; // base64 makes four of three
    }
}
