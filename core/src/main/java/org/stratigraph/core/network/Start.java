package org.stratigraph.core.network;

/** What a sweep carries down from the logits, (K) for one image. */
public enum Start {
    /** The target's derivative by each logit: gradients, and rules that bend them. */
    GRADIENT {
        @Override
        double[] seed(Target target, float[] logits, float[] reference) {
            return target.gradient(logits);
        }
    },
    /** What each logit's difference from the reference counts: DeepLIFT. */
    MULTIPLIER {
        @Override
        double[] seed(Target target, float[] logits, float[] reference) {
            return target.multiplier(logits, reference);
        }
    },
    /** The logits' own share in the target, logit times derivative: relevance propagation (LRP). */
    RELEVANCE {
        @Override
        double[] seed(Target target, float[] logits, float[] reference) {
            double[] seed = target.gradient(logits);
            for (int i = 0; i < seed.length; i++) {
                seed[i] *= logits[i];
            }
            return seed;
        }
    };

    /** @param reference the logits of the reference; the image's own where there is none */
    abstract double[] seed(Target target, float[] logits, float[] reference);
}
