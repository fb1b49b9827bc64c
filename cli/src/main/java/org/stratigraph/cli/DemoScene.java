package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.report.PngFile;

/**
 * A picture with objects of two classes.
 *
 * @param classes of the larger object, then of the other
 */
record DemoScene(RgbImage image, List<Integer> classes) {
    private static final int LOOKED_AT = 200;

    /**
     * Of a source's first test pictures, those whose smaller object is largest, so that there is something to be found for
     * either class; their two classes share no word ({@code striped disc}, {@code dotted disc}), so that evidence for one
     * is none for the other.
     */
    static List<DemoScene> find(DataSource source, int count) throws IOException {
        Samples samples = source.samples(Split.TEST);
        List<Sample> candidates = new ArrayList<>();
        for (int index = 0; index < Math.min(LOOKED_AT, samples.size()); index++) {
            Sample sample = samples.sample(index);
            if (sample.objects().size() == 2 && sharesNoWord(sample, source.labels())) {
                candidates.add(sample);
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparingInt(
                        (Sample sample) -> -sample.objects().get(1).box().area()))
                .limit(count)
                .map(sample -> new DemoScene(
                        sample.image(),
                        sample.objects().stream().map(SampleObject::label).toList()))
                .toList();
    }

    private static boolean sharesNoWord(Sample sample, Labels labels) {
        List<String> first = words(labels, sample.objects().get(0));
        return Collections.disjoint(first, words(labels, sample.objects().get(1)));
    }

    private static List<String> words(Labels labels, SampleObject object) {
        return List.of(labels.name(object.label()).split(" "));
    }

    /** Each picture once per class, kept as a PNG beside its explanations. */
    static Batch batch(List<DemoScene> scenes, Labels labels, Preprocessing preprocessing, Path folder)
            throws IOException {
        List<String> names = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        List<RgbImage> views = new ArrayList<>();
        List<Tensor> inputs = new ArrayList<>();
        for (int scene = 0; scene < scenes.size(); scene++) {
            RgbImage image = scenes.get(scene).image;
            Path file = folder.resolve("scene-" + (scene + 1) + ".png");
            PngFile.write(image, file);
            for (int label : scenes.get(scene).classes) {
                names.add(FileNames.safe(
                        "scene-" + (scene + 1) + "-" + labels.name(label).replace(' ', '-')));
                files.add(file);
                views.add(preprocessing.view(image));
                inputs.add(preprocessing.apply(image));
            }
        }
        return new Batch(names, files, views, Tensor.stack(inputs), List.of());
    }

    static List<Target> targets(List<DemoScene> scenes) {
        return scenes.stream()
                .flatMap(scene -> scene.classes.stream())
                .map(Target::logit)
                .toList();
    }
}
