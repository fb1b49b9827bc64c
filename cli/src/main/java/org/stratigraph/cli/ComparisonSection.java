package org.stratigraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.report.PngFile;
import org.stratigraph.report.page.PageAnswer;
import org.stratigraph.report.page.PageFusion;
import org.stratigraph.report.page.PageMethod;
import org.stratigraph.report.page.PagePicture;
import org.stratigraph.report.page.PageSection;

/**
 * A finished cell as a part of the page, and as PNGs in its folder: what its files hold, nothing computed anew but the pictures'
 * logits.
 */
record ComparisonSection(ComparisonCell cell, Catalog catalog, Path folder) {

    PageSection of(String heading, ScoreReport report) throws IOException {
        PageScores scores = new PageScores(report.tally(), cell.evaluation().metrics());
        new ComparisonPlots(heading, scores).write(folder.resolve("plots"));
        return new PageSection(heading, pictures(), scores.scores(), scores.curves(any -> true));
    }

    private List<PagePicture> pictures() throws IOException {
        List<PagePicture> pictures = new ArrayList<>();
        for (int number : cell.shown()) {
            Path maps = cell.maps(folder, number);
            Optional<ComparisonCell.ShownSample> sample = readable(number);
            if (sample.isPresent()) {
                pictures.add(picture(number, sample.get(), new MapsFile(maps)));
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

    private PagePicture picture(int number, ComparisonCell.ShownSample sample, MapsFile file) throws IOException {
        List<PageAnswer> answers = new ArrayList<>();
        double[] probabilities = sample.scores().probabilities();
        for (int place = 0; place < sample.classes().size(); place++) {
            int index = sample.classes().get(place);
            String label = cell.model().labels().name(index);
            String sheet = String.format(Locale.ROOT, "sheets/%04d-%s.png", number, FileNames.safe(label));
            String title = sample.name() + ", for " + label;
            PngFile.write(
                    new ComparisonSheet(title, sample.view(), cell.methods(), file.of(place))
                            .draw()
                            .draw(),
                    folder.resolve(sheet));
            answers.add(
                    new PageAnswer(label, sample.scores().logit(index), probabilities[index], methods(file.of(place))));
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
