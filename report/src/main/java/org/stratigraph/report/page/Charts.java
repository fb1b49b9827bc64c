package org.stratigraph.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a section has to draw: its curves, LeRF against MoRF, and every metric against the layer. */
final class Charts {
    private static final String LERF = "lerf";
    private static final String MORF = "morf";
    private static final String AT = " @ ";

    private Charts() {}

    static String html(PageSection section) {
        List<Plot> plots = new ArrayList<>(scatters(section.scores()));
        grouped(section.curves(), curve -> List.of(curve.metric(), curve.name()))
                .values()
                .forEach(curves -> plots.add(curves(curves)));
        grouped(section.scores(), PageScore::metric)
                .values()
                .forEach(scores -> layers(scores).ifPresent(plots::add));
        return plots.stream().map(Plot::html).collect(Collectors.joining("", "<div class=\"charts\">\n", "</div>\n"));
    }

    private static Plot curves(List<PageCurve> curves) {
        PageCurve first = curves.get(0);
        List<Plot.Line> lines = curves.stream()
                .map(curve -> new Plot.Line(
                        curve.subject(),
                        IntStream.range(0, curve.places().size())
                                .mapToObj(i -> new Plot.Point(
                                        curve.places().get(i), curve.values().get(i)))
                                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                                .toList(),
                        true))
                .toList();
        String title = first.metric().equals(first.name()) ? first.name() : first.metric() + ": " + first.name();
        return new Plot(title, places(first.metric()), "mean", List.of(), lines);
    }

    private static String places(String metric) {
        return metric.startsWith(LERF) || metric.startsWith(MORF) ? "share of pixels removed" : "place";
    }

    /** One for every pair of metrics that differ in LeRF and MoRF alone, whatever their settings are. */
    private static List<Plot> scatters(List<PageScore> scores) {
        Map<String, List<PageScore>> metrics = grouped(scores, PageScore::metric);
        return metrics.keySet().stream()
                .filter(metric -> metric.startsWith(LERF) && metrics.containsKey(partner(metric)))
                .map(metric -> scatter(metrics.get(metric), metrics.get(partner(metric))))
                .toList();
    }

    private static String partner(String lerf) {
        return MORF + lerf.substring(LERF.length());
    }

    private static Plot scatter(List<PageScore> across, List<PageScore> up) {
        List<Plot.Line> lines = across.stream()
                .flatMap(lerf -> up.stream()
                        .filter(morf -> morf.subject().equals(lerf.subject()) && whole(lerf) && whole(morf))
                        .map(morf -> new Plot.Line(lerf.subject(), List.of(point(lerf, morf)), false)))
                .toList();
        String lerf = across.get(0).metric();
        String morf = up.get(0).metric();
        return new Plot(
                lerf + " and " + morf,
                lerf + " (" + across.get(0).better() + " is better)",
                morf + " (" + up.get(0).better() + " is better)",
                List.of(),
                lines);
    }

    private static Plot.Point point(PageScore across, PageScore up) {
        return new Plot.Point(across.mean(), up.mean(), across.low(), across.high(), up.low(), up.high());
    }

    /** A metric's mean against the layer, where some method was measured at two layers at least. */
    private static Optional<Plot> layers(List<PageScore> scores) {
        Map<String, List<PageScore>> methods = grouped(
                scores.stream().filter(score -> ofLayer(score) && whole(score)).toList(), Charts::method);
        if (methods.values().stream().noneMatch(of -> of.size() > 1)) {
            return Optional.empty();
        }
        List<String> order = LayerOrder.merged(methods.values().stream()
                .map(of -> of.stream().map(Charts::layer).toList())
                .toList());
        List<Plot.Line> lines = methods.entrySet().stream()
                .map(of -> new Plot.Line(
                        of.getKey(),
                        of.getValue().stream()
                                .map(score -> at(order.indexOf(layer(score)), score))
                                .toList(),
                        true))
                .toList();
        PageScore first = scores.get(0);
        return Optional.of(new Plot(
                first.metric() + " by layer", "layer", "mean (" + first.better() + " is better)", order, lines));
    }

    private static Plot.Point at(int place, PageScore score) {
        return new Plot.Point(place, score.mean(), place, place, score.low(), score.high());
    }

    private static boolean ofLayer(PageScore score) {
        return score.subject().contains(AT) && !score.subject().contains(" | ");
    }

    private static String method(PageScore score) {
        return score.subject().substring(0, score.subject().lastIndexOf(AT));
    }

    private static String layer(PageScore score) {
        return score.subject().substring(score.subject().lastIndexOf(AT) + AT.length());
    }

    private static boolean whole(PageScore score) {
        return Stream.of(score.mean(), score.low(), score.high()).allMatch(Double::isFinite);
    }

    private static <K, V> Map<K, List<V>> grouped(List<V> values, Function<V, K> by) {
        return values.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
