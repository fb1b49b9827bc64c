package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.EngineReport;
import org.stratigraph.core.files.FileDigest;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fused;
import org.stratigraph.core.spi.Model;

/** Everything needed to repeat a run, as {@code result.json} says it. */
record RunRecord(List<String> arguments, ModelSource source, Model model, Catalog catalog, List<String> probes) {

    Map<String, Object> run(Results results, List<Map<String, Object>> images) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("stratigraph", Versions.own());
        run.put("arguments", arguments);
        run.put("machine", machine());
        run.put("model", describedModel());
        run.put("probes", probes);
        if (!results.fused().isEmpty()) {
            run.put("fusers", fusers(results));
        }
        run.put("seed", "where a method draws noise, among its settings; nothing else in this run is random");
        run.put("images", images);
        return run;
    }

    /** The settings of every fuser, defaults included. */
    private Map<String, Object> fusers(Results results) {
        Map<String, Object> fusers = new LinkedHashMap<>();
        for (Fused fused : results.fused()) {
            fusers.put(fused.fuser(), catalog.fusers().settings(fused.fuser()).asMap());
        }
        return fusers;
    }

    Map<String, Object> machine() {
        EngineReport engine = EngineReport.make();
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("djl", engine.djl());
        machine.put("libtorch", engine.libtorch());
        machine.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        machine.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        machine.put("threads", engine.threads());
        machine.put("device", model.network().device());
        machine.put("precision", model.network().placement().precision().name().toLowerCase(Locale.ROOT));
        return machine;
    }

    Map<String, Object> describedModel() {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", source.spec());
        described.put("settings", catalog.models().settings(source.spec()).asMap());
        described.put("weights", source.weights().description());
        described.put("sha256", source.weights().sha256());
        described.put("parameters", model.network().parameterCount());
        Preprocessing preprocessing = model.preprocessing();
        Map<String, Object> prepared = new LinkedHashMap<>();
        prepared.put("resizeShorterSideTo", preprocessing.resizeShorterSideTo());
        prepared.put("crop", List.of(preprocessing.cropHeight(), preprocessing.cropWidth()));
        prepared.put("mean", preprocessing.mean());
        prepared.put("std", preprocessing.std());
        described.put("preprocessing", prepared);
        return described;
    }

    Map<String, Object> image(Results results, int image, List<Map<String, Object>> explanations) {
        Path file = results.batch()
                .files()
                .get(Math.min(image, results.batch().files().size() - 1));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", results.batch().names().get(image));
        described.put("file", file.toString());
        described.put("sha256", new FileDigest(file).sha256());
        described.put("target", target(results, image));
        described.put("top5", results.top(image));
        for (int i = 0; i < explanations.size(); i++) {
            Explanation explanation = results.explanations().get(i);
            explanations
                    .get(i)
                    .put(
                            "settings",
                            catalog.methods().settings(explanation.method()).asMap());
        }
        described.put("explanations", explanations);
        return described;
    }

    private static Map<String, Object> target(Results results, int image) {
        Target target = results.targets().get(image);
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("index", target.index());
        target.against().ifPresent(other -> described.put("against", other));
        described.put("scale", target.scale().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        described.put("label", results.targetLabel(image));
        return described;
    }
}
