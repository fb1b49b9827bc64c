package org.stratigraph.core.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.ModelLoader;
import org.stratigraph.core.weights.WeightsSource;

/** What a training starts from, and what is kept of it. */
public final class TrainingModels {
    private TrainingModels() {}

    /**
     * A model for other classes and pictures than its loader assumes. Takes over the network.
     *
     * @param model just opened, its batch norms unfolded
     * @param labels the classes of the data to learn from
     * @param side of the pictures in pixels: others are resized and cropped to it
     * @throws IllegalArgumentException if the network has not as many logits as there are classes
     */
    public static Model adapted(Model model, Labels labels, int side) {
        if (model.labels().names().size() != labels.names().size()) {
            throw new IllegalArgumentException("the network tells "
                    + model.labels().names().size() + " classes apart, the data has "
                    + labels.names().size());
        }
        return new Model(model.network(), Preprocessing.square(side), labels);
    }

    /**
     * Writes weights with the notes that a loader needs: filters as float16, which serves all trained networks seen here,
     * biases and batch norms (a hundredth of the numbers) as float32.
     */
    public static void write(Path file, Map<String, Tensor> weights, Labels labels, int side) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        writer.metadata(WeightsSource.LABELS, String.join("\n", labels.names()));
        writer.metadata(WeightsSource.SIDE, Integer.toString(side));
        weights.forEach((name, tensor) -> {
            if (tensor.rank() > 1) {
                writer.addHalf(name, tensor);
            } else {
                writer.add(name, tensor);
            }
        });
        writer.write(file);
    }

    /**
     * The weights of a network whose batch norms were folded, under the names of a model that never had any: VGG is trained
     * with batch norm and kept without.
     *
     * @param folded in the network's order
     * @param plain a loader of the plain topology
     * @throws IllegalArgumentException if that has not the same layers
     */
    public static Map<String, Tensor> renamed(Map<String, Tensor> folded, ModelLoader plain) {
        Map<String, Tensor> template = template(plain);
        List<String> names = List.copyOf(template.keySet());
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        folded.forEach((name, tensor) -> {
            int place = renamed.size();
            if (place == names.size() || template.get(names.get(place)).rank() != tensor.rank()) {
                throw new IllegalArgumentException("tensor '" + name + "' has no counterpart in the plain model");
            }
            renamed.put(names.get(place), tensor);
        });
        if (renamed.size() < names.size()) {
            throw new IllegalArgumentException("the plain model has a tensor '" + names.get(renamed.size()) + "' more");
        }
        return renamed;
    }

    private static Map<String, Tensor> template(ModelLoader plain) {
        int thinnest = 64;
        try (Model model = plain.untrained(thinnest, 2, 0, Placement.standard().on("cpu"))) {
            return StateDict.of(model.network());
        }
    }
}
