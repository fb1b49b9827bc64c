package org.stratigraph.perturbation;

import java.util.Arrays;
import java.util.Random;
import org.stratigraph.core.image.Tensor;

/**
 * ROAD's noisy linear imputation (Rong et al. 2022): removed pixels become the mean of their neighbours and a little noise,
 * so that no edge around them tells a network where they were. Where no pixel is left, all are the picture's mean.
 */
final class NoisyLinear implements Eraser {
    private static final double NOISE = 0.01;

    private final Tensor whole;
    private final int pixels;
    private final Neighbourhood neighbourhood;
    private final NeighbourMeans means;
    private final double[][] channels; // with margins; a step's solution is the next one's guess
    private final float[] noise;
    private final int[] removed; // places in a channel
    private int count;

    NoisyLinear(Tensor picture, Random chance) {
        this.whole = picture;
        this.pixels = picture.dimension(1) * picture.dimension(2);
        this.neighbourhood = new Neighbourhood(picture.dimension(1), picture.dimension(2));
        this.means = new NeighbourMeans(neighbourhood);
        this.channels = new double[picture.dimension(0)][neighbourhood.size()];
        this.noise = new float[picture.size()];
        this.removed = new int[pixels];
        float[] values = picture.toArray();
        for (int at = 0; at < values.length; at++) {
            channels[at / pixels][neighbourhood.place(at % pixels)] = values[at];
            noise[at] = (float) (NOISE * chance.nextGaussian());
        }
    }

    @Override
    public void remove(int[] order, int from, int to) {
        for (int rank = from; rank < to; rank++) {
            removed[count++] = neighbourhood.place(order[rank]);
        }
    }

    @Override
    public Tensor picture() {
        Arrays.sort(removed, 0, count); // what is visited row by row is faster to visit
        float[] picture = whole.toArray();
        for (int channel = 0; channel < channels.length; channel++) {
            impute(channel);
            for (int i = 0; i < count; i++) {
                int at = channel * pixels + neighbourhood.pixel(removed[i]);
                picture[at] = (float) (channels[channel][removed[i]] + noise[at]);
            }
        }
        return Tensor.of(picture, whole.shape());
    }

    private void impute(int channel) {
        if (count < pixels) {
            means.solve(channels[channel], removed, count);
            return;
        }
        double mean = Spread.of(whole, channel).mean();
        for (int place : removed) {
            channels[channel][place] = mean;
        }
    }
}
