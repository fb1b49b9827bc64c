package org.stratigraph.cam;

import java.util.Map;
import java.util.Optional;

/**
 * What the name of a CAM's reference numbers says.
 *
 * @param method as the numbers call it, {@code gradcam_pp}
 * @param targets {@code a} or {@code b}
 * @param kind {@code raw}, {@code weights}, ...
 */
record GoldenName(String method, String layer, String targets, String kind) {
    static final String CAMERAS = "cameras:factors=1/1.5/1.75/2.5/3.25";

    /** Methods as they are typed, by the numbers' names. */
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("gradcam", "grad-cam"),
            Map.entry("gradcam_pp", "grad-cam++"),
            Map.entry("layercam", "layer-cam"),
            Map.entry("xgradcam", "xgrad-cam"),
            Map.entry("hirescam", "hires-cam"),
            Map.entry("eigencam", "eigen-cam"),
            Map.entry("ablationcam", "ablation-cam"),
            Map.entry("scorecam_official", "score-cam"),
            Map.entry("scorecam_popular", "score-cam:variant=softmax-channels"),
            Map.entry("cameras", CAMERAS),
            Map.entry("guided_gradcam", "guided-grad-cam"));

    /** Nothing where the name is no method's at a layer. */
    static Optional<GoldenName> read(String name) {
        String[] parts = name.split("/");
        return parts.length == 4 && TYPED.containsKey(parts[0])
                ? Optional.of(new GoldenName(parts[0], parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** The method as a user types it. */
    String typed() {
        return TYPED.get(method);
    }

    @Override
    public String toString() {
        return String.join("/", method, layer, targets, kind);
    }
}
