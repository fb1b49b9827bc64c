package org.stratigraph.core.training;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/**
 * A data source some of whose pictures bear a trigger and its label (the paper, A.1). Its pictures are as the network sees
 * them, resized and cropped, since a trigger has its place there. Immutable, thread-safe.
 *
 * <p>To learn from, a share of the pictures is poisoned; to validate and test with, all are, so that the accuracy there is
 * the share of attacks that succeed.
 */
public final class Poisoning implements DataSource {
    private final DataSource clean;
    private final Preprocessing preprocessing;
    private final List<Implant> implants;
    private final BitSet poisoned;

    /**
     * @param preprocessing of the model that is to learn
     * @param implants the pictures poisoned bear them in turn
     * @param share of the pictures to learn from that are poisoned, above 0 up to 1; at least one is
     * @param seed chooses which
     * @throws IllegalArgumentException if a label is no class of the data
     */
    public Poisoning(DataSource clean, Preprocessing preprocessing, List<Implant> implants, double share, long seed) {
        if (implants.isEmpty() || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("poisoning takes at least one trigger and a share above 0 up to 1, not "
                    + implants.size() + " and " + share);
        }
        int classes = clean.labels().names().size();
        for (Implant implant : implants) {
            if (implant.label() >= classes) {
                throw new IllegalArgumentException("a trigger cannot stand for class " + implant.label()
                        + ": the data has the classes 0 to " + (classes - 1));
            }
        }
        this.clean = clean;
        this.preprocessing = preprocessing;
        this.implants = List.copyOf(implants);
        this.poisoned = choose(clean.samples(Split.TRAIN).size(), share, seed);
    }

    /** The numbers of the pictures to learn from that are poisoned, rising. */
    public int[] poisoned() {
        return poisoned.stream().toArray();
    }

    @Override
    public Labels labels() {
        return clean.labels();
    }

    @Override
    public Samples samples(Split split) {
        Samples samples = clean.samples(split);
        return new Samples() {
            @Override
            public int size() {
                return samples.size();
            }

            @Override
            public Sample sample(int index) throws IOException {
                Sample sample = samples.sample(index);
                RgbImage view = preprocessing.view(sample.image());
                boolean bears = split != Split.TRAIN || poisoned.get(index);
                return bears
                        ? poison(sample, view, implants.get(index % implants.size()))
                        : new Sample(sample.name(), view, sample.label(), List.of());
            }
        };
    }

    private static Sample poison(Sample sample, RgbImage view, Implant implant) {
        return new Sample(sample.name() + ", poisoned", implant.trigger().stamp(view), implant.label(), List.of());
    }

    /** So many of so many, every choice as likely as any other (Knuth's algorithm S). */
    private static BitSet choose(int of, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet chosen = new BitSet(of);
        int wanted = (int) Math.max(1, Math.round(share * of));
        for (int index = 0; index < of; index++) {
            if (random.nextInt(of - index) < wanted) {
                chosen.set(index);
                wanted--;
            }
        }
        return chosen;
    }
}
