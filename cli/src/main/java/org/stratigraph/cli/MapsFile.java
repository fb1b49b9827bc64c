package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.pipeline.Fusion;
import org.stratigraph.core.pipeline.Scores;

/**
 * A picture's maps for all methods and some classes: {@code logits} (1, K), {@code METHOD/LAYER} (classes, h, w), signed and as
 * computed, and {@code METHOD/FUSER} (classes, H, W).
 */
record MapsFile(Path path) {

    /** Writes what all methods say; one explanation per method, each with one map per class and layer. */
    void write(
            Catalog catalog,
            List<ShownMethod> methods,
            Scores scores,
            List<Explanation> explanations,
            int height,
            int width)
            throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        writer.add("logits", Tensor.of(scores.logits(), 1, scores.logits().length));
        for (int i = 0; i < methods.size(); i++) {
            Explanation explanation = explanations.get(i);
            explanation.layers().forEach(maps -> writer.add(key(explanation.method(), maps.layer()), maps.stacked()));
            for (Fused fused : fused(catalog, methods.get(i), explanation, height, width)) {
                writer.add(
                        key(fused.method(), fused.fuser()),
                        Tensor.stack(fused.maps().stream()
                                .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                                .toList()));
            }
        }
        writer.write(path);
    }

    private static List<Fused> fused(
            Catalog catalog, ShownMethod method, Explanation explanation, int height, int width) {
        if (method.fused().isEmpty()) {
            return List.of();
        }
        List<LayerMaps> layers = explanation.layers().stream()
                .filter(maps -> method.fused().contains(maps.layer()))
                .toList();
        Explanation fusing = new Explanation(explanation.method(), layers, explanation.view());
        return Fusion.of(catalog, method.fusers(), false).fuse(fusing, height, width);
    }

    /** What is kept of one class. */
    Kept of(int place) throws IOException {
        return new Kept(SafeTensors.open(path), place);
    }

    /**
     * The maps of one class.
     *
     * @param place among the classes of the file
     */
    record Kept(SafeTensors file, int place) {
        boolean has(String key) {
            return file.names().contains(key);
        }

        /** The scores of one map. */
        double[] values(String key) throws IOException {
            float[] scores = file.floats(key).slice(place).toArray();
            double[] values = new double[scores.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = scores[i];
            }
            return values;
        }

        /** A method's map at a layer, signed. */
        LayerMap layer(String method, String layer) throws IOException {
            Tensor map = file.floats(key(method, layer)).slice(place);
            return new LayerMap(layer, map.dimension(0), map.dimension(1), map.toArray());
        }

        /** What a fuser made of a method's maps. */
        SaliencyMap fused(String method, String fuser) throws IOException {
            Tensor map = file.floats(key(method, fuser)).slice(place);
            return new SaliencyMap(map.dimension(0), map.dimension(1), map.toArray());
        }
    }

    /** A map's name in the file. */
    static String key(String method, String of) {
        return method + "/" + of;
    }
}
