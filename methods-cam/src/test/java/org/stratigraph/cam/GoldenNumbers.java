package org.stratigraph.cam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.image.Tensor;

/**
 * Reference numbers by name, each tensor with the tolerance that rounding in float32 suggests.
 *
 * @param every 1 where tensors are whole; n where the file has the first number of each n alone, row-major, to stay small
 */
record GoldenNumbers(SafeTensors tensors, Map<String, Double> tolerances, int every) {
    // shares no factor with a width of 64: all columns are met
    private static final int SAMPLED = 21;

    static GoldenNumbers whole(String file) {
        return read(file, 1);
    }

    static GoldenNumbers sampled(String file) {
        return read(file, SAMPLED);
    }

    private static GoldenNumbers read(String file, int every) {
        try {
            Map<String, Double> tolerances = new HashMap<>();
            for (String line : Files.readAllLines(resource("cam/" + file + ".tsv"))) {
                String[] columns = line.split("\t");
                if (!columns[0].equals("tensor")) {
                    tolerances.put(columns[0], Double.valueOf(columns[1]));
                }
            }
            return new GoldenNumbers(
                    SafeTensors.open(resource("cam/" + file + ".safetensors")), Map.copyOf(tolerances), every);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resource(String name) {
        try {
            return Path.of(GoldenNumbers.class.getResource("/golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether there are numbers of this name. */
    boolean has(String name) {
        return tolerances.containsKey(name);
    }

    /** The names that say method, layer, targets and one of some kinds. */
    List<GoldenName> named(List<String> kinds) {
        return tolerances.keySet().stream()
                .sorted()
                .flatMap(name -> GoldenName.read(name).stream())
                .filter(name -> kinds.contains(name.kind()))
                .toList();
    }

    Tensor tensor(String name) {
        try {
            return tensors.floats(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds what a method makes against the numbers of a name.
     *
     * @param got all of it, also where the file has a sample
     */
    void check(String name, float[] got) {
        check(name, got, tolerances.get(name));
    }

    void check(String name, float[] got, double allowed) {
        float[] expected = tensor(name).toArray();
        assertThat((got.length + every - 1) / every).as("numbers of %s", name).isEqualTo(expected.length);
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = Math.abs((double) got[i * every] - expected[i]);
            worst = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(worst, difference);
        }
        assertThat(worst).as("the largest difference in %s", name).isLessThanOrEqualTo(allowed);
    }
}
