package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.report.PngFile;

/**
 * A picture with objects of two classes.
 *
 * @param classes of the larger object, then of the other
 */
record DemoScene(RgbImage image, List<Integer> classes) {
    /** The other object must be large enough to be looked for. */
    private static final double SMALLEST_SHARE = 0.03;

    /** The first test pictures of a source that hold exactly two objects, of two classes, both of some size. */
    static List<DemoScene> find(DataSource source, int count) throws IOException {
        Samples samples = source.samples(Split.TEST);
        List<DemoScene> scenes = new ArrayList<>();
        for (int index = 0; index < samples.size() && scenes.size() < count; index++) {
            Sample sample = samples.sample(index);
            double pixels = (double) sample.image().width() * sample.image().height();
            List<Integer> classes = sample.objects().stream()
                    .filter(object -> object.box().area() > SMALLEST_SHARE * pixels)
                    .map(object -> object.label())
                    .distinct()
                    .toList();
            if (sample.objects().size() == 2 && classes.size() == 2) {
                scenes.add(new DemoScene(sample.image(), classes));
            }
        }
        return scenes;
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

    static int[] targets(List<DemoScene> scenes) {
        return scenes.stream()
                .flatMap(scene -> scene.classes.stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
