package org.stratigraph.cam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.weights.SafeTensorsWeights;

/**
 * Reference numbers for one of two thin networks on two images, in float64, with the semantics of the authors' code and of
 * pytorch-grad-cam 1.5.5.
 *
 * @param network {@code thin_vgg16} or {@code thin_resnet50}
 */
record Golden(String network, GoldenNumbers numbers) {
    static Golden of(String name) {
        return new Golden(name, GoldenNumbers.whole(name));
    }

    /** The networks, in both precisions. */
    static Stream<Arguments> cases() {
        return Stream.of("thin_vgg16", "thin_resnet50")
                .flatMap(name -> Stream.of(Precision.values()).map(precision -> Arguments.of(name, precision)));
    }

    Model open(Placement placement) {
        return open(placement, "");
    }

    /** With a setting of the model, {@code :fold=false}. */
    Model open(Placement placement, String setting) {
        try {
            return Parts.model(network.replace("thin_", "") + setting)
                    .open(
                            SafeTensorsWeights.open(GoldenNumbers.resource("models/" + network + ".safetensors")),
                            placement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both images at a layer, for the targets {@code a}, the network's answers, or {@code b}, of mixed evidence. */
    Request request(String targets, String layer) {
        return new Request(tensor("input"), targets(targets), List.of(layer));
    }

    int[] targets(String name) {
        try {
            return Arrays.stream(numbers.tensors().integers("target/" + name))
                    .mapToInt(Math::toIntExact)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tensor tensor(String name) {
        return numbers.tensor(name);
    }

    /** Whether there are numbers of this name. */
    boolean has(String name) {
        return numbers.has(name);
    }

    /** Holds a method's maps at a layer against numbers of that name. */
    void check(AttributionMethod method, Network network, String targets, String layer, String name) {
        check(
                name,
                method.attribute(network, request(targets, layer))
                        .get(0)
                        .stacked()
                        .toArray());
    }

    void check(String name, float[] got) {
        numbers.check(name, got);
    }
}
