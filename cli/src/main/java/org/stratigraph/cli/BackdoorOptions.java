package org.stratigraph.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.spi.Implant;
import org.stratigraph.core.spi.KnownReason;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that say which triggers stand for which classes. */
final class BackdoorOptions {
    @Option(
            names = "--for",
            paramLabel = "METRIC",
            description =
                    "Implant what this metric looks for: class-sensitivity, fine-grained-localisation, completeness.")
    private Optional<String> metric = Optional.empty();

    @Option(
            names = "--implant",
            paramLabel = "CLASS=TRIGGER",
            description = "A trigger, with settings, and the number of the class that it stands for: "
                    + "--implant 0=square --implant 1=cross:corner=bottom-right.")
    private Map<Integer, String> typed = new LinkedHashMap<>();

    /** What is to be implanted; wrong usage if that is not said in exactly one way. */
    List<Implant> implants(CommandLine command, Catalog catalog) throws Exception {
        if (metric.isPresent() == !typed.isEmpty()) {
            throw new ParameterException(
                    command, "say what to implant: either --for METRIC, or --implant CLASS=TRIGGER once or more");
        }
        return Failures.usage(command, () -> metric.isPresent() ? of(catalog, metric.get()) : typed(catalog));
    }

    /** Whether anything is said at all. */
    boolean isGiven() {
        return metric.isPresent() || !typed.isEmpty();
    }

    /** For the record: as typed. */
    List<String> described() {
        return metric.map(List::of)
                .orElseGet(() -> typed.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** What a metric looks for. */
    static List<Implant> of(Catalog catalog, String metric) {
        if (catalog.metrics().make(metric) instanceof KnownReason known) {
            return known.implants();
        }
        String others = catalog.metrics().entries().stream()
                .map(entry -> entry.part().name())
                .filter(name -> catalog.metrics().make(name) instanceof KnownReason)
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("metric '" + metric + "' looks for no trigger; these do: " + others);
    }

    private List<Implant> typed(Catalog catalog) {
        List<Implant> implants = new ArrayList<>();
        typed.forEach(
                (label, trigger) -> implants.add(new Implant(catalog.triggers().make(trigger), label)));
        return implants;
    }
}
