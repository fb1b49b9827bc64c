package org.stratigraph.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.report.ContactSheet;
import org.stratigraph.report.Overlay;

/** One picture and class as a sheet over the methods: each at the layer that its users look at, and what it becomes when fused. */
record ComparisonSheet(String title, RgbImage view, List<ShownMethod> methods, MapsFile.Kept maps) {

    ContactSheet draw() throws IOException {
        List<Overlay> overlays = new ArrayList<>();
        for (ShownMethod method : methods) {
            LayerMap own = method.task().method().view().of(maps.layer(method.spec(), method.usual()));
            overlays.add(overlay(method.spec() + " @ " + method.usual(), own.height(), own.width(), own.values()));
            if (!method.fused().isEmpty()) {
                String fuser = method.fusers().get(0);
                SaliencyMap fused = maps.fused(method.spec(), fuser);
                overlays.add(overlay(method.spec() + " | " + fuser, fused.height(), fused.width(), fused.values()));
            }
        }
        return new ContactSheet(title, view, overlays);
    }

    private Overlay overlay(String caption, int height, int width, float[] scores) {
        return Overlay.of(view, new LayerMap(caption, height, width, scores));
    }
}
