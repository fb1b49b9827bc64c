package org.stratigraph.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Question;
import org.stratigraph.core.spi.Score;

/** Parts whose numbers can be told in advance. */
final class PlainParts implements Plugin {
    static final AtomicInteger EXPLAINED = new AtomicInteger();

    @Override
    public List<Named<AttributionMethod>> methods() {
        return List.of(
                Named.of("level", "", (network, request) -> {
                    EXPLAINED.addAndGet(request.targets().size());
                    return levels(request.layers(), request.targets());
                }),
                Named.of(
                        "nothing",
                        "",
                        (network, request) -> List.of(new LayerMaps(
                                "input",
                                request.targets().stream()
                                        .map(target -> new LayerMap("input", 1, 1, new float[] {Float.NaN}))
                                        .toList()))));
    }

    private static List<LayerMaps> levels(List<String> layers, List<Target> targets) {
        List<LayerMaps> maps = new ArrayList<>();
        for (int place = 0; place < layers.size(); place++) {
            String layer = layers.get(place);
            float base = 10 * place;
            maps.add(new LayerMaps(
                    layer,
                    targets.stream()
                            .map(target -> new LayerMap(layer, 1, 1, new float[] {base + target.index()}))
                            .toList()));
        }
        return maps;
    }

    @Override
    public List<Named<Fuser>> fusers() {
        return List.of(
                Named.of("first", "", maps -> maps.get(0)), Named.of("last", "", maps -> maps.get(maps.size() - 1)));
    }

    @Override
    public List<Named<Metric>> metrics() {
        return List.of(
                Named.of("mean", "", new Mean(1)),
                Named.of("mean-again", "", new Mean(1)),
                Named.of("odd", "", new Mean(2)),
                Named.of("classes", "", new Classes()));
    }

    /** The mean of the map, for samples whose number is odd or of every kind. */
    private record Mean(int step) implements Metric {
        @Override
        public Direction better() {
            return Direction.HIGHER;
        }

        @Override
        public List<Question> questions(Case sample) {
            return sample.sample().label() % step == step - 1 ? List.of(sample.asIs()) : List.of();
        }

        @Override
        public Score score(Case sample, List<SaliencyMap> answers) {
            return Score.of(mean(answers.get(0)));
        }
    }

    /** Asks about classes 0 and 1 of a picture of its own: the first mean plus ten times the second. */
    private static final class Classes implements Metric {
        @Override
        public Direction better() {
            return Direction.LOWER;
        }

        @Override
        public List<Question> questions(Case sample) {
            Tensor input = sample.about(sample.view(), Target.logit(0)).input();
            return List.of(new Question(input, Target.logit(0)), new Question(input, Target.logit(1)));
        }

        @Override
        public Score score(Case sample, List<SaliencyMap> answers) {
            return Score.of(mean(answers.get(0)) + 10 * mean(answers.get(1)));
        }
    }

    private static double mean(SaliencyMap map) {
        double sum = 0;
        for (float value : map.values()) {
            sum += value;
        }
        return sum / map.size();
    }
}
