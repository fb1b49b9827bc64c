package org.stratigraph.perturbation;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.stratigraph.core.image.Tensor;

/** What removed pixels become. */
enum Fill {
    /** Zero in the network's input, the paper's (A.2): the mean of the pictures that the network learned from. */
    ZERO {
        @Override
        Eraser eraser(Tensor picture, Random chance) {
            return new StandIn(picture, new float[picture.size()]);
        }
    },
    /** The picture's own mean, channel by channel. */
    MEAN {
        @Override
        Eraser eraser(Tensor picture, Random chance) {
            return new StandIn(picture, drawn(picture, Spread::mean));
        }
    },
    /** The picture without its details. */
    BLUR {
        @Override
        Eraser eraser(Tensor picture, Random chance) {
            return new StandIn(picture, GaussianBlur.of(picture));
        }
    },
    /** Normal noise with each channel's own mean and standard deviation. */
    NOISE {
        @Override
        Eraser eraser(Tensor picture, Random chance) {
            return new StandIn(
                    picture, drawn(picture, channel -> channel.mean() + channel.deviation() * chance.nextGaussian()));
        }
    },
    /** What the pixels that are left suggest: ROAD's noisy linear imputation. */
    LINEAR {
        @Override
        Eraser eraser(Tensor picture, Random chance) {
            return new NoisyLinear(picture, chance);
        }
    };

    /**
     * The picture, whole as yet.
     *
     * @param chance drawn from by the fills that are random
     */
    abstract Eraser eraser(Tensor picture, Random chance);

    /** A picture of numbers that only the channel decides, drawn one after another. */
    private static float[] drawn(Tensor picture, ToDoubleFunction<Spread> draw) {
        float[] drawn = new float[picture.size()];
        int pixels = picture.dimension(1) * picture.dimension(2);
        for (int channel = 0; channel < picture.dimension(0); channel++) {
            Spread spread = Spread.of(picture, channel);
            for (int pixel = 0; pixel < pixels; pixel++) {
                drawn[channel * pixels + pixel] = (float) draw.applyAsDouble(spread);
            }
        }
        return drawn;
    }
}
