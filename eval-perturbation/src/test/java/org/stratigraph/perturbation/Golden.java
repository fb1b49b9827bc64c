package org.stratigraph.perturbation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.weights.SafeTensorsWeights;

/**
 * Pixel removal computed in float64 with PyTorch: eight images, three maps each (signed input x gradient; rectified Grad-CAM
 * with many ties; a permutation), removed from both ends. No decision in them hangs on less than 3e-4 of a logit.
 *
 * @param name of a network and a size, such as {@code thin_vgg16_60x64}
 */
record Golden(String name, SafeTensors tensors) {
    static Golden of(String name) {
        try {
            return new Golden(name, SafeTensors.open(resource("metrics/pixel_" + name + ".safetensors")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network, its logits shifted as the numbers' own were: an untrained one decides for one class nearly always. */
    Model open() {
        String network = name.substring(0, name.lastIndexOf('_'));
        String bias = network.equals("thin_vgg16") ? "classifier.6.bias" : "fc.bias";
        try {
            return Parts.model(network.replace("thin_", ""))
                    .open(
                            new ShiftedLogits(
                                    SafeTensorsWeights.open(resource("models/" + network + ".safetensors")),
                                    bias,
                                    tensor("logit_offset")),
                            Placement.standard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int images() {
        return tensor("input").dimension(0);
    }

    /** An image as a case that asks about the network's own decision. */
    Case sample(Model model, int image) {
        Tensor input = tensor("input").slice(image);
        int decision = Math.toIntExact(integers("decision")[image]);
        RgbImage view = model.preprocessing().restore(input);
        Sample sample = new Sample(name + " " + image, view, decision, List.of());
        return new Case(model, sample, view, input, Target.logit(decision), new MemoryBudget(1L << 28));
    }

    int maps() {
        return tensor("maps").dimension(0);
    }

    SaliencyMap map(int kind, int image) {
        Tensor map = tensor("maps").slice(kind).slice(image);
        return new SaliencyMap(map.dimension(0), map.dimension(1), map.toArray());
    }

    Tensor tensor(String name) {
        try {
            return tensors.floats(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long[] integers(String name) {
        try {
            return tensors.integers(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
