package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.report.ContactSheet;
import org.stratigraph.report.JsonFile;
import org.stratigraph.report.Overlay;
import org.stratigraph.report.PngFile;

/**
 * A run's pictures for people: {@code IMAGE-METHOD.png}, a sheet over the layers; {@code IMAGE-METHOD/NN-LAYER.png}, an overlay
 * per layer, and more beside them where maps were fused ({@link FusedPictures}); and {@code result.json}, written last.
 */
record ResultFolder(Results results) {
    void write(Path folder, RunRecord record) throws IOException {
        Path result = folder.resolve("result.json");
        Files.deleteIfExists(result); // an older run's, which the pictures will no longer belong to
        List<Map<String, Object>> images = new ArrayList<>();
        for (int image = 0; image < results.count(); image++) {
            List<Map<String, Object>> explanations = new ArrayList<>();
            for (Explanation explanation : results.explanations()) {
                explanations.add(draw(folder, image, explanation));
            }
            images.add(record.image(results, image, explanations));
        }
        JsonFile.write(record.run(results, images), result);
    }

    private Map<String, Object> draw(Path folder, int image, Explanation explanation) throws IOException {
        RgbImage view = results.batch().views().get(image);
        String name = results.batch().names().get(image) + "-" + FileNames.safe(explanation.method());
        removeOverlays(folder.resolve(name));
        List<Overlay> overlays = new ArrayList<>();
        List<Map<String, Object>> layers = new ArrayList<>();
        for (LayerMaps maps : explanation.layers()) {
            LayerMap map = maps.maps().get(image);
            Overlay overlay = Overlay.of(view, explanation.view().of(map));
            String file =
                    String.format(Locale.ROOT, "%s/%02d-%s.png", name, overlays.size(), FileNames.safe(maps.layer()));
            PngFile.write(overlay.draw(), folder.resolve(file));
            overlays.add(overlay);
            layers.add(describe(overlay, maps, image, file));
        }
        String title =
                results.batch().names().get(image) + ": " + explanation.method() + " for " + results.targetTitle(image);
        List<Map<String, Object>> fusions = new ArrayList<>();
        for (Fused fused : results.fused(explanation)) {
            FusedPictures pictures = new FusedPictures(folder, name, view, fused, image);
            Overlay overlay = pictures.overlay();
            overlays.add(overlay);
            fusions.add(pictures.write(overlay, "what each layer brings to " + fused.fuser() + " of " + title));
        }
        PngFile.write(new ContactSheet(title, view, overlays).draw(), folder.resolve(name + ".png"));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("method", explanation.method());
        described.put("sheet", name + ".png");
        described.put("shown", explanation.view().name().toLowerCase(Locale.ROOT));
        described.put("layers", layers);
        if (!fusions.isEmpty()) {
            described.put("fused", fusions);
        }
        return described;
    }

    /** An older run may have drawn other layers, and fused them otherwise. */
    private static void removeOverlays(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "{[0-9][0-9],fused,parts}-*.png")) {
                for (Path overlay : old) {
                    Files.delete(overlay);
                }
            }
        }
    }

    private static Map<String, Object> describe(Overlay overlay, LayerMaps maps, int image, String file) {
        LayerMap map = maps.maps().get(image); // signed and raw, whatever is shown of it
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("layer", map.layer());
        described.put("height", map.height());
        described.put("width", map.width());
        described.put("sum", map.sum());
        described.put("fullColourAt", overlay.scale());
        described.put("blank", overlay.blank());
        described.put("overlay", file);
        if (!maps.completeness().isEmpty()) {
            described.put("completeness", describe(maps.completeness().get(image)));
        }
        return described;
    }

    private static Map<String, Object> describe(Completeness completeness) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("output", completeness.output());
        described.put("baselineOutput", completeness.baselineOutput());
        described.put("delta", completeness.delta());
        described.put("relative", completeness.relative());
        described.put("broken", completeness.broken());
        return described;
    }
}
