package org.stratigraph.cam;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import org.stratigraph.core.engine.Interpolation;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;

/** How Score-CAM's masks are made and scored; the authors' code and the most used library differ. */
enum MaskScoring {
    /**
     * The authors' code: the score is the class's softmax probability; the map, of the input's size, is the sum of scores times
     * upsampled channels. A channel without contrast is left out.
     */
    OFFICIAL {
        @Override
        double[] scores(Masked masked, Channels channels, int image) {
            NDArray activation = masked.activation();
            return channels.scored(activation, image, Channels.varied(activation), chosen -> {
                Tensor logits = masked.logits(chosen, Interpolation.BILINEAR, 0);
                return each(logits, row -> probability(masked.target(), row));
            });
        }

        @Override
        NDArray map(Masked masked, double[] scores) {
            NDArray sum = Channels.weighted(masked.activation(), scores).sum(new int[] {1}, true);
            return Interpolation.BILINEAR.resize( // the sum of upsampled channels is the upsampled sum
                    sum, (int) masked.image().getShape().get(2), (int)
                            masked.image().getShape().get(3));
        }
    },
    /**
     * pytorch-grad-cam: the score is the logit, and a softmax over the channels makes weights of them; masks are upsampled with
     * aligned corners; the map is of the layer's size.
     */
    SOFTMAX_CHANNELS {
        @Override
        double[] scores(Masked masked, Channels channels, int image) {
            NDArray activation = masked.activation();
            int[] varied = Channels.varied(activation);
            double[] scores = channels.scored(activation, image, varied, chosen -> {
                Tensor logits = masked.logits(chosen, Interpolation.BILINEAR_CORNERS, LIBRARY_EPSILON);
                return each(logits, row -> masked.target().value(row));
            });
            if (varied.length < scores.length) {
                double nothing =
                        masked.target().value(masked.logitsOfNothing().slice(0).toArray());
                Arrays.sort(varied);
                for (int channel = 0; channel < scores.length; channel++) {
                    scores[channel] = Arrays.binarySearch(varied, channel) < 0 ? nothing : scores[channel];
                }
            }
            return scores;
        }

        @Override
        NDArray map(Masked masked, double[] scores) {
            return Channels.weighted(masked.activation(), softmax(scores));
        }
    };

    private static final double LIBRARY_EPSILON = 1e-8;

    /**
     * What the network says of one image under each channel.
     *
     * @param image its number, for the progress
     */
    abstract double[] scores(Masked masked, Channels channels, int image);

    /**
     * One image's map.
     *
     * @param scores one per channel
     * @return (1, C, H, W), whose sum over channels is the map
     */
    abstract NDArray map(Masked masked, double[] scores);

    private interface Score {
        double of(float[] logits);
    }

    private static double[] each(Tensor logits, Score score) {
        double[] scores = new double[logits.dimension(0)];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score.of(logits.slice(row).toArray());
        }
        return scores;
    }

    /** The class's softmax probability; of two classes held against each other, how far the one's is above the other's. */
    private static double probability(Target target, float[] logits) {
        double own = share(target.index(), logits);
        return target.against().isPresent() ? own - share(target.against().getAsInt(), logits) : own;
    }

    private static double share(int index, float[] logits) {
        return Math.exp(Target.logit(index).on(Target.Scale.LOG_SOFTMAX).value(logits));
    }

    static double[] softmax(double[] scores) {
        double highest = Arrays.stream(scores).max().orElseThrow();
        double sum =
                Arrays.stream(scores).map(score -> Math.exp(score - highest)).sum();
        return Arrays.stream(scores)
                .map(score -> Math.exp(score - highest) / sum)
                .toArray();
    }
}
