package org.stratigraph.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;

/** Explains batches with one model: from what a user types to maps on the heap. Thread-safe. */
public final class Explainer {
    private static final int BATCH = 8;

    private final Catalog catalog;
    private final Model model;
    private final Optional<MemoryBudget> memory;

    /** @param memory what methods may use; empty for their default */
    public Explainer(Catalog catalog, Model model, Optional<MemoryBudget> memory) {
        this.catalog = catalog;
        this.model = model;
        this.memory = memory;
    }

    /**
     * The logits of each image of a batch (N, C, H, W).
     *
     * @throws IllegalArgumentException if some are not finite
     */
    public List<Scores> scores(Tensor images) {
        List<Scores> scores = new ArrayList<>();
        for (int from = 0; from < images.dimension(0); from += BATCH) {
            Tensor logits = model.network().logits(slice(images, from, Math.min(from + BATCH, images.dimension(0))));
            for (int image = 0; image < logits.dimension(0); image++) {
                scores.add(finite(new Scores(logits.slice(image).toArray()), scores.size()));
            }
        }
        return scores;
    }

    private static Scores finite(Scores scores, int image) {
        for (float logit : scores.logits()) {
            if (!Float.isFinite(logit)) {
                throw new IllegalArgumentException("the logits of image " + image
                        + " are not finite numbers: its pixels or the model's weights hold NaN or infinity");
            }
        }
        return scores;
    }

    /**
     * The layers that several probes choose together, from the input upward.
     *
     * @throws java.util.NoSuchElementException if a probe or a layer does not exist
     */
    public List<String> layers(List<String> probes) {
        Network network = model.network();
        Set<String> chosen = new LinkedHashSet<>();
        probes.forEach(probe -> chosen.addAll(catalog.probes().make(probe).layers(network)));
        return network.layersWithPositions().stream().filter(chosen::contains).toList();
    }

    /**
     * Runs methods over images, a few at a time; how many does not change the maps.
     *
     * @param images (N, C, H, W), preprocessed
     * @param targets a class index for each image
     * @param afterBatch called after each method of each batch, {@link #steps} times in all
     * @throws java.util.NoSuchElementException before any work, if a method does not exist
     */
    public List<Explanation> explain(
            Tensor images, List<Target> targets, List<String> methods, List<String> layers, Runnable afterBatch) {
        if (targets.size() != images.dimension(0)) {
            throw new IllegalArgumentException(
                    images.dimension(0) + " images need as many targets, not " + targets.size());
        }
        List<AttributionMethod> made =
                methods.stream().map(catalog.methods()::make).toList();
        List<Explanation> explanations = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            List<List<LayerMaps>> batches = new ArrayList<>();
            for (int from = 0; from < images.dimension(0); from += BATCH) {
                int to = Math.min(from + BATCH, images.dimension(0));
                Request request = request(slice(images, from, to), targets.subList(from, to), layers);
                batches.add(made.get(i).attribute(model.network(), request));
                afterBatch.run();
            }
            explanations.add(new Explanation(methods.get(i), joined(batches)));
        }
        return explanations;
    }

    /**
     * Says, before any work, whether all methods can explain all layers.
     *
     * @throws java.util.NoSuchElementException if a method or a layer does not exist
     * @throws IllegalArgumentException if a method cannot; the message says which layers it could
     */
    public void check(List<String> methods, List<String> layers) {
        for (String method : methods) {
            try {
                catalog.methods().make(method).check(model.network(), layers);
            } catch (IllegalArgumentException cannot) {
                throw new IllegalArgumentException("method '" + method + "': " + cannot.getMessage(), cannot);
            }
        }
    }

    /** How often {@link #explain} will report. */
    public static int steps(Tensor images, List<String> methods) {
        return methods.size() * ((images.dimension(0) + BATCH - 1) / BATCH);
    }

    private Request request(Tensor images, List<Target> targets, List<String> layers) {
        Request request = new Request(images, targets, layers).preparedBy(model.preprocessing());
        return memory.map(request::within).orElse(request);
    }

    private static Tensor slice(Tensor images, int from, int to) {
        return Tensor.stack(IntStream.range(from, to).mapToObj(images::slice).toList());
    }

    private static List<LayerMaps> joined(List<List<LayerMaps>> batches) {
        return IntStream.range(0, batches.get(0).size())
                .mapToObj(layer -> new LayerMaps(
                        batches.get(0).get(layer).layer(),
                        batches.stream()
                                .flatMap(batch -> batch.get(layer).maps().stream())
                                .toList(),
                        batches.stream()
                                .flatMap(batch -> batch.get(layer).completeness().stream())
                                .toList(),
                        batches.get(0).get(layer).noise())) // the same for every image
                .toList();
    }
}
