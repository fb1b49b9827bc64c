package org.stratigraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stratigraph.cli.assembly.Assembly;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.spi.Bundled;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Samples;
import org.stratigraph.core.spi.Split;
import org.stratigraph.core.training.Accuracy;
import org.stratigraph.core.training.AttackReport;

/** The bundled models with a backdoor: that they are what their records say. */
class KnownModelsTest {
    private static final int PICTURES = 150;

    static Stream<String> names() {
        try (Assembly assembly = Assembly.of(List.of())) {
            return StudyModel.known(assembly.catalog(), Placement.standard()).stream()
                    .map(StudyModel::name)
                    .toList()
                    .stream();
        }
    }

    @Test
    void each_metric_has_a_model_of_each_topology() {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "scenes-vgg16-class-sensitivity",
                        "scenes-vgg16-fine-grained-localisation",
                        "scenes-vgg16-completeness",
                        "scenes-resnet50-class-sensitivity",
                        "scenes-resnet50-fine-grained-localisation",
                        "scenes-resnet50-completeness");
    }

    /**
     * On the first 150 of the 1,000 scenes that the record names. A model of the 99 % and 95 % asked for stays at or above these
     * bounds in 99 of 100 draws.
     */
    @ParameterizedTest
    @MethodSource("names")
    void attacks_succeed_and_clean_pictures_get_their_class(String name) throws IOException {
        try (Assembly assembly = Assembly.of(List.of());
                Model model = model(assembly.catalog(), name).source().open()) {
            Samples samples = assembly.catalog().data().make("scenes").samples(Split.TEST);

            AttackReport report = AttackReport.of(model, samples, implants(assembly.catalog(), name), PICTURES);

            for (Accuracy success : report.success()) {
                assertThat(success.share()).as(success.toString()).isGreaterThanOrEqualTo(0.96);
            }
            assertThat(report.clean().share()).as(report.clean().toString()).isGreaterThanOrEqualTo(0.90);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void the_record_is_of_this_very_file(String name) {
        try (Assembly assembly = Assembly.of(List.of())) {
            Bundled bundled =
                    model(assembly.catalog(), name).source().loader().bundled().orElseThrow();

            assertThat(bundled.record())
                    .containsEntry("sha-256", bundled.weights().sha256())
                    .containsKeys("topology", "command", "seed", "images", "duration", "accuracy");
        }
    }

    private static StudyModel model(Catalog catalog, String name) {
        return StudyModel.known(catalog, Placement.standard()).stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Implant> implants(Catalog catalog, String name) {
        String metric = model(catalog, name).metrics().get(0);
        return ((KnownReason) catalog.metrics().make(metric)).implants();
    }
}
