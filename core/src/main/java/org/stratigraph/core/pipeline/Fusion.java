package org.stratigraph.core.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.AdditiveFuser;
import org.stratigraph.core.spi.Fuser;

/** Makes saliency maps of the maps of all layers, with several fusers from one set of layer maps. Thread-safe. */
public final class Fusion {
    private final Map<String, Fuser> fusers;
    private final boolean parts;

    private Fusion(Map<String, Fuser> fusers, boolean parts) {
        this.fusers = fusers;
        this.parts = parts;
    }

    /**
     * Makes the fusers that a user asks for.
     *
     * @param specs as typed, each once
     * @param parts whether to keep what each layer brought, of those fusers that can say
     * @throws java.util.NoSuchElementException if there is no such fuser
     * @throws IllegalArgumentException if a setting is wrong, or parts are asked for and no fuser has them
     */
    public static Fusion of(Catalog catalog, List<String> specs, boolean parts) {
        Map<String, Fuser> fusers = new LinkedHashMap<>();
        specs.forEach(spec -> fusers.put(spec, catalog.fusers().make(spec)));
        if (parts && fusers.values().stream().noneMatch(AdditiveFuser.class::isInstance)) {
            throw new IllegalArgumentException(
                    "parts are what each layer adds to a sum, and no sum is among the fusers: "
                            + String.join(", ", specs));
        }
        return new Fusion(fusers, parts);
    }

    /**
     * Fuses one method's maps.
     *
     * @param height rows of the network's input
     * @param width columns of the network's input
     * @return one entry per fuser, in the order asked for
     * @throws IllegalArgumentException if a map holds NaN or infinity
     */
    public List<Fused> fuse(Explanation explanation, int height, int width) {
        List<String> layers =
                explanation.layers().stream().map(LayerMaps::layer).toList();
        int images = explanation.layers().get(0).maps().size();
        // Image by image: what all layers of all images take at the input's size would be too much.
        List<Map<String, One>> made = IntStream.range(0, images)
                .mapToObj(image -> fuse(upsampled(explanation, image, height, width)))
                .toList();
        return fusers.keySet().stream()
                .map(spec -> new Fused(
                        explanation.method(),
                        spec,
                        layers,
                        made.stream().map(one -> one.get(spec).map()).toList(),
                        made.stream().map(one -> one.get(spec).parts()).toList()))
                .toList();
    }

    /** All fusers get one list, and so share the rankings that its maps keep. */
    private Map<String, One> fuse(List<SaliencyMap> layers) {
        Map<String, One> made = new LinkedHashMap<>();
        fusers.forEach((spec, fuser) -> made.put(
                spec,
                new One(
                        fuser.fuse(layers),
                        parts && fuser instanceof AdditiveFuser additive ? additive.parts(layers) : List.of())));
        return made;
    }

    /** One image's maps at the input's size, still signed. */
    private static List<SaliencyMap> upsampled(Explanation explanation, int image, int height, int width) {
        return explanation.layers().stream()
                .map(maps -> maps.maps().get(image))
                .map(map -> finite(map, explanation.method(), image).upsample(height, width))
                .toList();
    }

    private static LayerMap finite(LayerMap map, String method, int image) {
        if (!Double.isFinite(map.sum())) {
            throw new IllegalArgumentException("the map of " + method + " at layer '" + map.layer() + "' of image "
                    + image + " holds NaN or infinity, and cannot be fused");
        }
        return map;
    }

    /** What one fuser made for one image. */
    private record One(SaliencyMap map, List<SaliencyMap> parts) {}
}
