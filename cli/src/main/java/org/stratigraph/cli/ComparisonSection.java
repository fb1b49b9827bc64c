package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.evaluation.Bootstrap;
import org.stratigraph.core.evaluation.Interval;
import org.stratigraph.core.evaluation.Tally;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.spi.Direction;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.report.PngFile;
import org.stratigraph.report.page.PageAnswer;
import org.stratigraph.report.page.PageCurve;
import org.stratigraph.report.page.PageFusion;
import org.stratigraph.report.page.PageMethod;
import org.stratigraph.report.page.PagePicture;
import org.stratigraph.report.page.PageScore;
import org.stratigraph.report.page.PageSection;

/** A finished cell as a part of the page: what its folder holds, nothing computed anew but the pictures' logits. */
record ComparisonSection(ComparisonCell cell, Catalog catalog, Path folder) {

    PageSection of(String heading, List<Map<String, Object>> lines) throws IOException {
        Tally tally = new Tally();
        for (Map<String, Object> line : lines) {
            if (!line.containsKey(OutcomeLine.UNREADABLE)) {
                tally.add(OutcomeLine.parse(line));
            }
        }
        return new PageSection(heading, pictures(), scores(tally), curves(tally));
    }

    private List<PageScore> scores(Tally tally) {
        Map<String, Metric> metrics = cell.evaluation().metrics();
        return tally.cells().stream()
                .map(of -> {
                    Interval mean = Bootstrap.mean(tally.values(of));
                    boolean higher = metrics.get(of.metric()).better() == Direction.HIGHER;
                    return new PageScore(
                            of.entrant(),
                            of.metric(),
                            higher ? "higher" : "lower",
                            mean.value(),
                            mean.low(),
                            mean.high(),
                            tally.samples(of).size());
                })
                .toList();
    }

    private static List<PageCurve> curves(Tally tally) {
        return tally.cells().stream()
                .flatMap(of -> tally.curves(of).stream()
                        .map(curve ->
                                new PageCurve(of.entrant(), of.metric(), curve.name(), curve.places(), curve.values())))
                .toList();
    }

    private List<PagePicture> pictures() throws IOException {
        List<PagePicture> pictures = new ArrayList<>();
        for (int number : cell.shown()) {
            Path maps = cell.maps(folder, number);
            Optional<ComparisonCell.ShownSample> sample = readable(number);
            if (sample.isPresent()) {
                pictures.add(picture(sample.get(), new MapsFile(maps)));
            }
        }
        return pictures;
    }

    private Optional<ComparisonCell.ShownSample> readable(int number) {
        try {
            return Optional.of(cell.sample(number));
        } catch (IOException unreadable) {
            return Optional.empty(); // said in scores.jsonl
        }
    }

    private PagePicture picture(ComparisonCell.ShownSample sample, MapsFile file) throws IOException {
        List<PageAnswer> answers = new ArrayList<>();
        double[] probabilities = sample.scores().probabilities();
        for (int place = 0; place < sample.classes().size(); place++) {
            int index = sample.classes().get(place);
            answers.add(new PageAnswer(
                    cell.model().labels().name(index),
                    sample.scores().logit(index),
                    probabilities[index],
                    methods(file.of(place))));
        }
        return new PagePicture(sample.name(), PngFile.drawn(sample.view()), answers);
    }

    private List<PageMethod> methods(MapsFile.Kept maps) throws IOException {
        List<PageMethod> methods = new ArrayList<>();
        for (ShownMethod method : cell.methods()) {
            List<LayerMap> layers = new ArrayList<>();
            for (String layer : method.task().layers()) {
                layers.add(method.task().method().view().of(maps.layer(method.spec(), layer)));
            }
            methods.add(new PageMethod(method.spec(), method.usual(), layers, fusion(method, maps)));
        }
        return methods;
    }

    private Optional<PageFusion> fusion(ShownMethod method, MapsFile.Kept maps) throws IOException {
        if (method.fused().isEmpty()) {
            return Optional.empty();
        }
        String fuser = method.fusers().get(0);
        return Optional.of(new PageFusion(fuser, alpha(fuser), method.fused(), maps.fused(method.spec(), fuser)));
    }

    /** The page can compute TIF, and no other fuser. */
    private OptionalDouble alpha(String fuser) {
        if (!fuser.equals("tif") && !fuser.startsWith("tif:")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(
                catalog.fusers().settings(fuser).asMap().get("alpha").toString()));
    }
}
