package org.stratigraph.core.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.probe.CorePlugin;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Sample;

/** Evaluations on a small network, with parts whose numbers are plain to see. */
final class PlainEvaluations implements AutoCloseable {
    static final SampleTarget CLASS_TWO = (sample, scores) -> Target.logit(2);
    static final Explainer.Listener DEAF = (share, doing) -> {};

    private static final Catalog CATALOG = new Catalog(
            List.of(new Discovered(new CorePlugin(), "core.jar"), new Discovered(new PlainParts(), "plain.jar")));

    private final Model model = new Model(
            Sketch.chain(Placement.standard()),
            Preprocessing.exactly(Sketch.HEIGHT, Sketch.WIDTH, new float[3], new float[] {1, 1, 1}),
            Labels.numbered(Sketch.CLASSES));

    Evaluation evaluation(List<String> subjects, List<String> metrics) {
        return new Evaluation(
                CATALOG,
                model,
                Optional.empty(),
                subjects.stream().map(Subject::parse).toList(),
                metrics);
    }

    Model model() {
        return model;
    }

    /** What an evaluation says of each of the first samples, asked about class two. */
    static List<Outcome> outcomes(Evaluation evaluation, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> outcome(evaluation, number))
                .toList();
    }

    static Outcome outcome(Evaluation evaluation, int number) {
        return evaluation.score(number, sample(number), CLASS_TWO, DEAF);
    }

    static Sample sample(int number) {
        byte[] samples = new byte[3 * Sketch.HEIGHT * Sketch.WIDTH];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * (number + 3) % 251);
        }
        return new Sample("s" + number, new RgbImage(Sketch.WIDTH, Sketch.HEIGHT, samples), number, List.of());
    }

    @Override
    public void close() {
        model.close();
    }
}
