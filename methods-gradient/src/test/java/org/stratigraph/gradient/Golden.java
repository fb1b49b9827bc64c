package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Precision;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.weights.SafeTensorsWeights;

/**
 * Reference numbers for one of two thin networks on one batch: PyTorch in float64 and, for the methods, Captum 0.8.0, each
 * tensor with the tolerance that its own rounding in float32 suggests.
 *
 * @param network {@code thin_vgg16} or {@code thin_resnet50}
 * @param tolerances by tensor, absolute
 * @param loose tensors that rounding in float32 moves by more than half a percent, because a point of the path lies at the
 *     switch of a ReLU or pool: to be compared in float64
 */
record Golden(String network, SafeTensors tensors, Map<String, Double> tolerances, Set<String> loose) {
    static final String[] CASES = {"thin_vgg16", "thin_vgg16_nonsquare", "thin_resnet50", "thin_resnet50_nonsquare"};

    static Golden of(String name) {
        return of(name, "gradient");
    }

    /** Zennit 0.5.1's relevance in float64, for the images of the same name. */
    static Golden lrp(String name) {
        return of(name, "lrp");
    }

    private static Golden of(String name, String folder) {
        try {
            SafeTensors tensors = SafeTensors.open(resource(folder + "/" + name + ".safetensors"));
            Map<String, Double> tolerances = new LinkedHashMap<>();
            Set<String> loose = new HashSet<>();
            for (String line : Files.readAllLines(resource(folder + "/" + name + ".tsv"))) {
                String[] columns = line.split("\t");
                if (!columns[0].equals("tensor")) {
                    tolerances.put(columns[0], Double.valueOf(columns[1]));
                    if (columns.length > 2) {
                        loose.add(columns[0]);
                    }
                }
            }
            return new Golden(name.replace("_nonsquare", ""), tensors, tolerances, loose);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The network with its stored weights, opened as a user would. */
    Model open(Placement placement) {
        String topology = network.replace("thin_", "");
        try {
            return Parts.model(topology)
                    .open(SafeTensorsWeights.open(resource("models/" + network + ".safetensors")), placement);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tensor images() {
        return tensor("input");
    }

    int[] targets() {
        try {
            return Arrays.stream(tensors.integers("target"))
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

    /** The layers that there are numbers of a kind for, from the input upward. */
    List<String> layers(String kind) {
        return tolerances.keySet().stream()
                .filter(name -> name.startsWith(kind + "/") && !name.endsWith("/full"))
                .map(name -> name.substring(kind.length() + 1))
                .toList();
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

    /** Holds a method's maps, at every layer that there are numbers for, against them. */
    void checkMaps(AttributionMethod method, Network network, String stored) {
        checkMaps(method, network, stored, this);
    }

    /** The same for images and targets of another set. */
    void checkMaps(AttributionMethod method, Network network, String stored, Golden images) {
        assertThat(layers(stored)).as("layers of %s", stored).isNotEmpty();
        List<String> compared = layers(stored).stream()
                .filter(layer ->
                        network.placement().precision() == Precision.FLOAT64 || !loose.contains(stored + "/" + layer))
                .toList();
        if (compared.isEmpty()) {
            return; // only in float64
        }
        List<LayerMaps> all = method.attribute(network, new Request(images.images(), images.targets(), compared));
        assertThat(all).as("maps of %s", stored).hasSameSizeAs(compared);
        for (LayerMaps maps : all) {
            String name = stored + "/" + maps.layer();
            assertThat(maps.stacked().shape()).as(name).isEqualTo(tensor(name).shape());
            check(name, maps.stacked().toArray());
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
