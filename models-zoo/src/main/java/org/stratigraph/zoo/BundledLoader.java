package org.stratigraph.zoo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Bundled;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.SafeTensorsWeights;
import org.stratigraph.core.weights.WeightsSource;

/**
 * A loader whose weights lie beside it in the jar, as {@code bundled/NAME.safetensors} and {@code bundled/NAME.txt}.
 * Immutable.
 */
record BundledLoader(String name, ModelLoader loader) implements ModelLoader {
    @Override
    public Model open(WeightsSource weights, Placement placement) {
        return loader.open(weights, placement);
    }

    @Override
    public Model untrained(int divisor, int classes, long seed, Placement placement) {
        return loader.untrained(divisor, classes, seed, placement);
    }

    @Override
    public Optional<Bundled> bundled() {
        try {
            WeightsSource weights = SafeTensorsWeights.of(name + " (bundled)", read(name + ".safetensors"));
            return Optional.of(new Bundled(weights, record(read(name + ".txt"))));
        } catch (IOException damaged) {
            throw new UncheckedIOException("the jar of models-zoo is damaged", damaged);
        }
    }

    /** Lines of {@code key: value}. */
    private static Map<String, String> record(byte[] text) {
        Map<String, String> record = new LinkedHashMap<>();
        new String(text, StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] pair = line.split(": ", 2);
            record.put(pair[0], pair[1]);
        });
        return record;
    }

    static byte[] read(String file) throws IOException {
        try (InputStream stream = BundledLoader.class.getResourceAsStream("bundled/" + file)) {
            if (stream == null) {
                throw new IOException("bundled/" + file + " is missing");
            }
            return stream.readAllBytes();
        }
    }
}
