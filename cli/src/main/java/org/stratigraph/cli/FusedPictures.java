package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.report.ContactSheet;
import org.stratigraph.report.Overlay;
import org.stratigraph.report.PngFile;

/**
 * One fused map of one image, for people: {@code fused-FUSER.png}, an overlay, and, where that was asked for, {@code
 * parts-FUSER.png}, a strip of what each layer brought.
 *
 * @param folder of the run
 * @param name of the explanation, and of its own folder in that one
 * @param view what the network saw
 */
record FusedPictures(Path folder, String name, RgbImage view, Fused fused, int image) {

    /** The map over the picture. */
    Overlay overlay() {
        return Overlay.of(view, layer(fused.fuser(), fused.maps().get(image)));
    }

    /**
     * Writes the pictures.
     *
     * @param overlay the map's
     * @param title of the strip
     * @return what {@code result.json} says of them
     */
    Map<String, Object> write(Overlay overlay, String title) throws IOException {
        String file = name + "/fused-" + FileNames.safe(fused.fuser()) + ".png";
        PngFile.write(overlay.draw(), folder.resolve(file));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("fuser", fused.fuser());
        described.put("layers", fused.layers());
        described.put("sum", overlay.map().sum());
        described.put("fullColourAt", overlay.scale());
        described.put("blank", overlay.blank());
        described.put("overlay", file);
        if (fused.hasParts()) {
            String strip = name + "/parts-" + FileNames.safe(fused.fuser()) + ".png";
            PngFile.write(new ContactSheet(title, view, strip(overlay)).draw(), folder.resolve(strip));
            described.put("strip", strip);
            described.put("sumOfParts", sums());
        }
        return described;
    }

    /** All parts at one scale, so that colours compare across layers; then the map that they add up to, at its own. */
    private List<Overlay> strip(Overlay whole) {
        List<SaliencyMap> parts = fused.parts().get(image);
        float scale =
                (float) parts.stream().mapToDouble(SaliencyMap::peak).max().orElse(0);
        List<Overlay> strip = new ArrayList<>();
        for (int layer = 0; layer < parts.size(); layer++) {
            SaliencyMap part = parts.get(layer);
            strip.add(new Overlay(view, layer(fused.layers().get(layer), part), part.peak() == 0 ? 0 : scale));
        }
        strip.add(whole);
        return strip;
    }

    private Map<String, Double> sums() {
        Map<String, Double> sums = new LinkedHashMap<>();
        List<SaliencyMap> parts = fused.parts().get(image);
        for (int layer = 0; layer < parts.size(); layer++) {
            String own = fused.layers().get(layer);
            sums.put(own, layer(own, parts.get(layer)).sum());
        }
        return sums;
    }

    /** Drawn like a layer's map that happens to have the input's size. */
    private static LayerMap layer(String caption, SaliencyMap map) {
        return new LayerMap(caption, map.height(), map.width(), map.values());
    }
}
