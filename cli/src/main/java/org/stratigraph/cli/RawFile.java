package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.image.View;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;

/** A run's arrays for scripts: {@code logits} (N, K), {@code target} (N) and {@code METHOD/LAYER} (N, h, w), signed; with fusers
 * {@code METHOD/FUSER} (N, H, W) and, where asked for, {@code METHOD/FUSER/parts} (N, L, H, W); where two
 * classes were held against each other {@code target_against} (N), and {@code noise/METHOD/LAYER} (samples, C, h, w) where a method
 * kept it. */
record RawFile(Results results) {
    void write(Path file) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        writer.add(
                "logits",
                Tensor.stack(results.scores().stream()
                        .map(scores -> Tensor.of(scores.logits(), scores.logits().length))
                        .toList()));
        writer.addIntegers(
                "target", results.targets().stream().mapToLong(Target::index).toArray(), results.count());
        if (results.targets().stream().anyMatch(target -> target.against().isPresent())) {
            writer.addIntegers(
                    "target_against",
                    results.targets().stream()
                            .mapToLong(target -> target.against().orElse(-1))
                            .toArray(),
                    results.count());
        }
        for (Explanation explanation : results.explanations()) {
            for (LayerMaps maps : explanation.layers()) {
                String name = explanation.method() + "/" + maps.layer();
                writer.add(name, maps.stacked());
                if (explanation.view() != View.SIGNED) {
                    writer.add("shown/" + name, shown(explanation.view(), maps));
                }
                maps.noise().ifPresent(noise -> writer.add("noise/" + name, noise));
            }
        }
        for (Fused fused : results.fused()) {
            String name = fused.method() + "/" + fused.fuser();
            writer.add(name, stacked(fused.maps()));
            if (fused.hasParts()) {
                writer.add(
                        name + "/parts",
                        Tensor.stack(
                                fused.parts().stream().map(RawFile::stacked).toList()));
            }
        }
        writer.write(file);
    }

    private static Tensor stacked(List<SaliencyMap> maps) {
        return Tensor.stack(maps.stream()
                .map(map -> Tensor.of(map.values(), map.height(), map.width()))
                .toList());
    }

    private static Tensor shown(View view, LayerMaps maps) {
        return new LayerMaps(maps.layer(), maps.maps().stream().map(view::of).toList()).stacked();
    }
}
