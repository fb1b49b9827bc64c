package org.stratigraph.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Scores;
import org.stratigraph.core.pipeline.TargetChoice;
import org.stratigraph.core.spi.Labels;

/**
 * The images of a run.
 *
 * @param names one per image, all different, fit for a file's name
 * @param files where they came from: one per image, or one tensor file
 * @param views what the network sees of each, as pictures
 * @param images the same as the network's input, (N, 3, H, W)
 * @param given the target that came with each image; empty if none came
 */
record Batch(List<String> names, List<Path> files, List<RgbImage> views, Tensor images, List<Integer> given) {

    /**
     * What to explain for each image: what the user typed, else what came with the images, else the highest score.
     *
     * @throws java.util.NoSuchElementException if there is no such class
     */
    List<Target> targets(Optional<String> typed, Target.Scale scale, Labels labels, List<Scores> scores) {
        TargetChoice all = TargetChoice.parse(typed.orElse("top1"), labels);
        return IntStream.range(0, scores.size())
                .mapToObj(image -> (typed.isEmpty() && !given.isEmpty()
                                ? TargetChoice.parse(String.valueOf(given.get(image)), labels)
                                : all)
                        .on(scale)
                        .target(scores.get(image)))
                .toList();
    }
}
