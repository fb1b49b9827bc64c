package org.stratigraph.core.spi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;

/**
 * What is to be explained: a batch of images, a target for each, and layers. Immutable.
 *
 * @param images (N, C, H, W), preprocessed
 * @param targets what to explain, one per image
 * @param layers names of layers with positions, at least one
 * @param preprocessing how the images were prepared, where it is known: baselines that are pictures need it
 * @param memory what the method may use; empty for the default, {@link MemoryBudget#shareOfFree}
 * @param progress hears of long work, and may stop it
 */
public record Request(
        Tensor images,
        List<Target> targets,
        List<String> layers,
        Optional<Preprocessing> preprocessing,
        Optional<MemoryBudget> memory,
        Progress progress) {
    public Request {
        if (images.rank() != 4) {
            throw new IllegalArgumentException("images come as (N, C, H, W), not " + images);
        }
        if (images.dimension(0) != targets.size()) {
            throw new IllegalArgumentException(
                    images.dimension(0) + " images need as many targets, not " + targets.size());
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a request names at least one layer");
        }
        targets = List.copyOf(targets);
        layers = List.copyOf(layers);
    }

    /** A request for targets, with nothing known about the images. */
    public Request(Tensor images, List<Target> targets, List<String> layers) {
        this(images, targets, layers, Optional.empty(), Optional.empty(), Progress.NONE);
    }

    /** A request for the logit of one class per image. */
    public Request(Tensor images, int[] classes, List<String> layers) {
        this(images, Arrays.stream(classes).mapToObj(Target::logit).toList(), layers);
    }

    /** The same, the images having been prepared so. */
    public Request preparedBy(Preprocessing known) {
        return new Request(images, targets, layers, Optional.of(known), memory, progress);
    }

    /** The same within a budget. */
    public Request within(MemoryBudget budget) {
        return new Request(images, targets, layers, preprocessing, Optional.of(budget), progress);
    }

    /** The same with somebody who listens. */
    public Request heardBy(Progress listener) {
        return new Request(images, targets, layers, preprocessing, memory, listener);
    }

    /** The budget given, or the default. */
    public MemoryBudget memoryOn(Network network) {
        return memory.orElseGet(() -> MemoryBudget.shareOfFree(network));
    }
}
