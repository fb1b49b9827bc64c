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
import org.stratigraph.core.spi.Progress;
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
     * Which layers each method explains: those that the probes choose, or, without probes, those of the method's own; checked
     * before any work.
     *
     * @throws java.util.NoSuchElementException if a method, a probe or a layer does not exist
     * @throws IllegalArgumentException if a method cannot explain a layer; the message says which it could
     */
    public List<Task> plan(List<String> methods, List<String> probes) {
        List<Task> tasks = new ArrayList<>();
        for (String spec : methods) {
            AttributionMethod method = catalog.methods().make(spec);
            List<String> layers = layers(probes.isEmpty() ? List.of(method.probe()) : probes);
            try {
                method.check(model.network(), layers);
            } catch (IllegalArgumentException cannot) {
                throw new IllegalArgumentException("method '" + spec + "': " + cannot.getMessage(), cannot);
            }
            tasks.add(new Task(spec, method, layers));
        }
        return tasks;
    }

    /**
     * One method at its layers.
     *
     * @param spec the method as typed
     */
    public record Task(String spec, AttributionMethod method, List<String> layers) {}

    /** Hears how far the work has come. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Some more is done.
         *
         * @param share of all, 0 ... 1
         * @param doing what is going on, in a few words
         */
        void at(double share, String doing);
    }

    /**
     * Runs methods over images, a few at a time; how many does not change the maps.
     *
     * @param images (N, C, H, W), preprocessed
     * @param targets what to explain of each image
     * @throws RuntimeException what the listener throws, which is how to stop the work
     */
    public List<Explanation> explain(Tensor images, List<Target> targets, List<Task> tasks, Listener listener) {
        int count = images.dimension(0);
        if (targets.size() != count) {
            throw new IllegalArgumentException(count + " images need as many targets, not " + targets.size());
        }
        int parts = tasks.size() * ((count + BATCH - 1) / BATCH);
        int part = 0;
        List<Explanation> explanations = new ArrayList<>();
        for (Task task : tasks) {
            List<List<LayerMaps>> batches = new ArrayList<>();
            for (int from = 0; from < count; from += BATCH) {
                int to = Math.min(from + BATCH, count);
                Request request = request(slice(images, from, to), targets.subList(from, to), task.layers())
                        .heardBy(within(task, part, parts, listener));
                batches.add(task.method().attribute(model.network(), request));
                listener.at((double) ++part / parts, task.spec());
            }
            explanations.add(
                    new Explanation(task.spec(), joined(batches), task.method().view()));
        }
        return explanations;
    }

    /** One part's progress as the whole's. */
    private static Progress within(Task task, int part, int parts, Listener listener) {
        return (layer, done, all) -> {
            int layers = task.layers().size();
            int before = Math.max(0, task.layers().indexOf(layer));
            double share = (before + (double) done / all) / layers;
            listener.at((part + share) / parts, task.spec() + " at " + layer + ": " + done + " of " + all);
        };
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
