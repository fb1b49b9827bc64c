package org.stratigraph.perturbation;

import java.util.Random;
import org.stratigraph.core.image.SaliencyMap;

/** Which of the pixels with equal scores goes first. */
enum Ties {
    /** The upper one, and of one row's the left one, both among the least relevant and among the most. */
    ROW_MAJOR {
        @Override
        int[] order(SaliencyMap map, First first, Random chance) {
            return first.order(map);
        }
    },
    /** A random one: a map of large blank areas is then not judged by their upper ends. */
    SEEDED {
        @Override
        int[] order(SaliencyMap map, First first, Random chance) {
            int[] shuffled = shuffled(map.size(), chance);
            float[] scores = new float[shuffled.length];
            for (int place = 0; place < scores.length; place++) {
                scores[place] = map.at(shuffled[place]);
            }
            int[] order = first.order(new SaliencyMap(map.height(), map.width(), scores));
            for (int rank = 0; rank < order.length; rank++) {
                order[rank] = shuffled[order[rank]];
            }
            return order;
        }
    };

    /** All pixels in the order in which they go. */
    abstract int[] order(SaliencyMap map, First first, Random chance);

    /** Fisher and Yates's shuffle, from the front. */
    private static int[] shuffled(int pixels, Random chance) {
        int[] shuffled = new int[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            int place = chance.nextInt(pixel + 1);
            shuffled[pixel] = shuffled[place];
            shuffled[place] = pixel;
        }
        return shuffled;
    }
}
