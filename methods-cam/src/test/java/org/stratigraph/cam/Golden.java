package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.weights.SafeTensorsWeights;

/**
 * Reference numbers for one of two thin networks on two images, in float64, with the semantics of the authors' code and of
 * pytorch-grad-cam 1.5.5, each tensor with the tolerance that rounding in float32 suggests.
 *
 * @param network {@code thin_vgg16} or {@code thin_resnet50}
 */
record Golden(String network, SafeTensors tensors, Map<String, Double> tolerances) {
    static Golden of(String name) {
        try {
            Map<String, Double> tolerances = new HashMap<>();
            for (String line : Files.readAllLines(resource("cam/" + name + ".tsv"))) {
                String[] columns = line.split("\t");
                if (!columns[0].equals("tensor")) {
                    tolerances.put(columns[0], Double.valueOf(columns[1]));
                }
            }
            return new Golden(name, SafeTensors.open(resource("cam/" + name + ".safetensors")), tolerances);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Model open(Placement placement) {
        return open(placement, "");
    }

    /** With a setting of the model, {@code :fold=false}. */
    Model open(Placement placement, String setting) {
        try {
            return Parts.model(network.replace("thin_", "") + setting)
                    .open(SafeTensorsWeights.open(resource("models/" + network + ".safetensors")), placement);
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
            return Arrays.stream(tensors.integers("target/" + name))
                    .mapToInt(Math::toIntExact)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tensor tensor(String name) {
        try {
            return tensors.floats(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there are numbers of this name. */
    boolean has(String name) {
        return tolerances.containsKey(name);
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
        float[] expected = tensor(name).toArray();
        assertThat(got).as(name).hasSameSizeAs(expected);
        double worst = 0;
        for (int i = 0; i < got.length; i++) {
            double difference = Math.abs((double) got[i] - expected[i]);
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
        }
        assertThat(worst).as("the largest difference in %s", name).isLessThanOrEqualTo(tolerances.get(name));
    }

    private static Path resource(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
