package org.stratigraph.zoo.scenes;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.stratigraph.core.spi.DataSource;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.SampleObject;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;

/**
 * The scenes of one seed as a data source. Immutable, thread-safe.
 *
 * @param seed of the series
 * @param side width and height of every picture
 * @param trainingSize how many pictures there are to learn from
 * @param testSize how many there are to validate with, and again to test with
 */
public record SceneData(long seed, int side, int trainingSize, int testSize) implements DataSource {
    public SceneData {
        new Scenes(seed, Split.TRAIN, side); // says what is wrong with the side, now and not at the first picture
        if (trainingSize < 1 || testSize < 1) {
            throw new IllegalArgumentException(
                    "a split holds at least one scene, not " + trainingSize + " or " + testSize);
        }
    }

    @Override
    public Labels labels() {
        return new Labels(Scenes.classNames());
    }

    @Override
    public Samples samples(Split split) {
        Scenes scenes = new Scenes(seed, split, side);
        int size = split == Split.TRAIN ? trainingSize : testSize;
        return new Samples() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Sample sample(int index) {
                Objects.checkIndex(index, size);
                return asSample(split, index, scenes.scene(index));
            }
        };
    }

    private Sample asSample(Split split, int index, Scene scene) {
        List<SampleObject> objects = scene.objects().stream()
                .map(object -> new SampleObject(object.label(), object.box(), Optional.of(object.mask())))
                .toList();
        String name = "scene " + seed + "/" + split.name().toLowerCase(Locale.ROOT) + "/" + index;
        return new Sample(name, scene.image(), scene.label(), objects);
    }
}
