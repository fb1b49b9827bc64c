package org.stratigraph.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.network.Sketch;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.probe.CorePlugin;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.SweepMethod;

/** From specs to maps: what is planned before any work, and what is heard meanwhile. */
class ExplainerTest {
    /** One more than go through a network at once. */
    private static final int COUNT = 9;

    private static final Tensor IMAGES = Sketch.images(COUNT);
    private static final List<Target> TARGETS = Collections.nCopies(COUNT, Target.logit(2));
    private static final Explainer.Listener DEAF = (share, doing) -> {};
    private static final Catalog CATALOG = new Catalog(
            List.of(new Discovered(new CorePlugin(), "core.jar"), new Discovered(new Gradients(), "gradients.jar")));
    private static Model model;
    private static Explainer explainer;

    @BeforeAll
    static void open() {
        Preprocessing known = Preprocessing.exactly(Sketch.HEIGHT, Sketch.WIDTH, new float[3], new float[] {1, 1, 1});
        model = new Model(Sketch.chain(Placement.standard()), known, Labels.numbered(Sketch.CLASSES));
        explainer = new Explainer(CATALOG, model, Optional.empty());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void each_method_chooses_its_own_layers_where_no_probe_is_given() {
        List<Explainer.Task> tasks = explainer.plan(List.of("gradient", "pools-alone"), List.of());
        assertThat(tasks).extracting(Explainer.Task::spec).containsExactly("gradient", "pools-alone");
        assertThat(tasks.get(0).layers()).containsExactly("input", "relu1", "pool", "relu2");
        assertThat(tasks.get(1).layers()).containsExactly("pool");
    }

    @Test
    void probes_choose_together_for_all_methods_from_the_input_upward() {
        assertThat(explainer.plan(List.of("gradient", "stepwise"), List.of("relus", "pools", "input", "pools")))
                .extracting(Explainer.Task::layers)
                .containsOnly(List.of("input", "relu1", "pool", "relu2"));
    }

    @Test
    void a_method_that_cannot_explain_a_layer_is_named_before_any_work() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.plan(List.of("gradient", "pools-alone"), List.of("relus")))
                .withMessage("method 'pools-alone': pools alone, not relu1");
    }

    @Test
    void what_does_not_exist_is_refused() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> explainer.plan(List.of("gradeint"), List.of()))
                .withMessageContaining("gradient");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> explainer.plan(List.of("gradient"), List.of("pool")))
                .withMessageContaining("pools");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> explainer.plan(List.of("gradient"), List.of("named:relu9")))
                .withMessageContaining("relu2");
    }

    /** The ninth image is a batch of its own, so its map is that of the image alone, to the last bit. */
    @Test
    void images_go_through_a_few_at_a_time_and_keep_their_order() {
        Explanation explanation = explainer
                .explain(IMAGES, TARGETS, explainer.plan(List.of("gradient"), List.of("pools")), DEAF)
                .get(0);
        Tensor last = Tensor.stack(List.of(IMAGES.slice(COUNT - 1)));
        LayerMaps alone = Gradients.GRADIENT
                .attribute(model.network(), new Request(last, new int[] {2}, List.of("pool")))
                .get(0);
        assertThat(explanation.layers().get(0).maps()).hasSize(COUNT);
        assertThat(explanation.layers().get(0).maps().get(COUNT - 1).values())
                .isEqualTo(alone.maps().get(0).values());
    }

    @Test
    void the_share_done_rises_to_one() {
        List<Double> shares = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        List<Explainer.Task> tasks = explainer.plan(List.of("stepwise", "gradient"), List.of("relus"));
        explainer.explain(IMAGES, TARGETS, tasks, (share, doing) -> {
            shares.add(share);
            heard.add(doing);
        });
        assertThat(shares).isSorted().allMatch(share -> share > 0 && share <= 1).endsWith(0.75, 1.0);
        // four parts; in the first, one of two layers with one of two passes done is a sixteenth of all
        assertThat(shares.get(0)).isEqualTo(1 / 16.0);
        assertThat(heard)
                .startsWith("stepwise at relu1: 1 of 2", "stepwise at relu1: 2 of 2")
                .endsWith("gradient");
    }

    @Test
    void a_listener_that_throws_stops_the_work() {
        List<String> heard = new ArrayList<>();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> explainer.explain(
                        IMAGES, TARGETS, explainer.plan(List.of("stepwise"), List.of("relus")), (share, doing) -> {
                            heard.add(doing);
                            throw new CancellationException("enough");
                        }))
                .withMessage("enough");
        assertThat(heard).containsExactly("stepwise at relu1: 1 of 2");
    }

    @Test
    void a_method_hears_of_the_budget_and_the_preprocessing() {
        List<Request> requests = new ArrayList<>();
        AttributionMethod asked = (network, request) -> {
            requests.add(request);
            return Gradients.GRADIENT.attribute(network, request);
        };
        List<Explainer.Task> tasks = List.of(new Explainer.Task("asked", asked, List.of("pool")));
        new Explainer(CATALOG, model, Optional.of(new MemoryBudget(77))).explain(IMAGES, TARGETS, tasks, DEAF);
        explainer.explain(IMAGES, TARGETS, tasks, DEAF);
        assertThat(requests).allMatch(request -> request.preprocessing().equals(Optional.of(model.preprocessing())));
        assertThat(requests.get(0).memory()).contains(new MemoryBudget(77));
        assertThat(requests.get(3).memory()).isEmpty();
    }

    @Test
    void every_image_needs_a_target() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.explain(
                        IMAGES, TARGETS.subList(1, COUNT), explainer.plan(List.of("gradient"), List.of()), DEAF))
                .withMessage("9 images need as many targets, not 8");
    }

    @Test
    void scores_are_the_logits_and_an_image_of_nan_is_named() {
        List<Scores> scores = explainer.scores(IMAGES);
        assertThat(scores).hasSize(COUNT);
        assertThat(scores.get(8).logits())
                .isEqualTo(model.network()
                        .logits(Tensor.stack(List.of(IMAGES.slice(8))))
                        .toArray());
        float[] values = IMAGES.toArray();
        values[values.length - 1] = Float.NaN;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explainer.scores(Tensor.of(values, IMAGES.shape())))
                .withMessageContaining("image 8");
    }

    private static final class Gradients implements Plugin {
        private static final AttributionMethod GRADIENT = new SweepMethod(RuleSet.gradient(), Readout.RELEVANCE);

        @Override
        public List<Named<AttributionMethod>> methods() {
            return List.of(
                    Named.of("gradient", "", GRADIENT),
                    Named.of("stepwise", "tells of two passes a layer", (AttributionMethod) Gradients::stepwise),
                    Named.of("pools-alone", "", new PoolsAlone()));
        }

        private static List<LayerMaps> stepwise(Network network, Request request) {
            for (String layer : request.layers()) {
                request.progress().passes(layer, 1, 2);
                request.progress().passes(layer, 2, 2);
            }
            return GRADIENT.attribute(network, request);
        }
    }

    private static final class PoolsAlone implements AttributionMethod {
        @Override
        public List<LayerMaps> attribute(Network network, Request request) {
            return Gradients.GRADIENT.attribute(network, request);
        }

        @Override
        public void check(Network network, List<String> layers) {
            if (!layers.equals(List.of("pool"))) {
                throw new IllegalArgumentException("pools alone, not " + layers.get(0));
            }
        }

        @Override
        public String probe() {
            return "pools";
        }
    }
}
