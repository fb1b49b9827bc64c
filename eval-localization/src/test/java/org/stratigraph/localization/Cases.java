package org.stratigraph.localization;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.image.Box;
import org.stratigraph.core.image.Mask;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.testkit.TinyNetwork;

/** Black pictures with objects, in front of a small network that these metrics never run, asked about class 0. */
final class Cases implements AutoCloseable {
    private static final float[] ZERO = {0, 0, 0};
    private static final float[] ONE = {1, 1, 1};

    private final Network network = TinyNetwork.RESIDUAL.open();

    /** A picture that the network sees as it is. */
    Case exactly(int height, int width, SampleObject... objects) {
        return of(Preprocessing.exactly(height, width, ZERO, ONE), height, width, objects);
    }

    /** A picture resized to 256 and cropped to 224. */
    Case imagenet(int height, int width, SampleObject... objects) {
        return of(Preprocessing.imagenet(), height, width, objects);
    }

    private Case of(Preprocessing preprocessing, int height, int width, SampleObject... objects) {
        RgbImage picture = new RgbImage(width, height, new byte[3 * height * width]);
        Model model = new Model(network, preprocessing, Labels.numbered(TinyNetwork.CLASSES));
        Sample sample = new Sample("black", picture, 0, List.of(objects));
        return Case.of(model, sample, preprocessing.view(picture), Target.logit(0), new MemoryBudget(1 << 20));
    }

    /** An object of which only the box is known. */
    static SampleObject boxed(int label, int x0, int y0, int x1, int y1) {
        return new SampleObject(label, new Box(x0, y0, x1, y1), Optional.empty());
    }

    /** An object of these pixels. */
    static SampleObject masked(int label, int height, int width, int... pixels) {
        BitSet set = new BitSet();
        Arrays.stream(pixels).forEach(set::set);
        Mask mask = new Mask(width, height, set);
        return new SampleObject(label, mask.box(), Optional.of(mask));
    }

    @Override
    public void close() {
        network.close();
    }
}
