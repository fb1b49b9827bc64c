package org.stratigraph.report.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Settings;
import org.stratigraph.tif.TifPlugin;

/** Comparisons made of formulas: no network, no random numbers, the same on every machine. */
final class PageFixture {
    /** A name that would end the script and begin bold text, were it not escaped. */
    static final String HOSTILE = "</script><b id=\"hostile\">&amp;";

    static final int SIDE = 224;
    static final List<String> LAYERS =
            List.of("input", "layer1.0", "layer1.2", "layer2.1", "layer2.3", "layer3.5", "layer4.0", "layer4.2");
    private static final int[] SIDES = {224, 56, 56, 28, 28, 14, 7, 7};

    /** Of ResNet50's input and block outputs. */
    private static final int[] MANY_SIDES = {224, 56, 56, 56, 28, 28, 28, 28, 14, 14, 14, 14, 14, 14, 7, 7, 7};

    private PageFixture() {}

    /** Two sections; four pictures, five methods, eight layers. */
    static List<PageSection> sections() {
        return List.of(section("scenes-resnet50 on scenes", 4, 1), section("scenes-vgg16 on scenes", 2, 2));
    }

    /** Eight pictures for two targets, twelve methods, seventeen layers. */
    static PageSection large() {
        List<PagePicture> pictures =
                IntStream.range(0, 8).mapToObj(PageFixture::ofResnet50).toList();
        return new PageSection("large", pictures, List.of(), List.of());
    }

    private static PagePicture ofResnet50(int number) {
        List<LayerMap> maps = IntStream.range(0, MANY_SIDES.length)
                .mapToObj(layer -> map("layer" + layer, MANY_SIDES[layer], number + layer, 90, 80, 0.8))
                .toList();
        List<String> layers = maps.stream().map(LayerMap::layer).toList();
        PageFusion fusion = new PageFusion(
                "tif:alpha=0.7", OptionalDouble.of(0.7), layers, maps.get(0).upsample(224, 224));
        List<PageMethod> methods = IntStream.range(0, 12)
                .mapToObj(method -> new PageMethod("method-" + method, "layer0", maps, Optional.of(fusion)))
                .toList();
        return new PagePicture(
                "picture-" + number,
                view(number),
                List.of(new PageAnswer("one", 1, 0.5, methods), new PageAnswer("two", 1, 0.5, methods)));
    }

    static Map<String, String> facts() {
        return Map.of("Images", "100");
    }

    private static PageSection section(String heading, int pictures, int seed) {
        return new PageSection(
                heading,
                IntStream.range(0, pictures)
                        .mapToObj(picture -> picture(picture, seed))
                        .toList(),
                scores(seed),
                curves(seed));
    }

    private static PagePicture picture(int number, int seed) {
        String name = number == 1 ? HOSTILE : "scene-" + number;
        return new PagePicture(
                name,
                view(number),
                List.of(
                        answer("striped cross", 0.93, 7 * number + seed, 90, 80),
                        answer("dotted star", 0.05, 7 * number + seed + 3, 150, 150)));
    }

    static BufferedImage view(int number) {
        BufferedImage view = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = view.createGraphics();
        graphics.setColor(Color.getHSBColor(number / 7f, 0.3f, 0.7f));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.setColor(Color.getHSBColor(number / 7f + 0.5f, 0.7f, 0.8f));
        graphics.fillRect(70, 30, 40, 100);
        graphics.fillRect(40, 60, 100, 40);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(125, 125, 50, 50);
        graphics.dispose();
        return view;
    }

    private static PageAnswer answer(String target, double probability, int seed, int x, int y) {
        return new PageAnswer(
                target,
                Math.log(probability) + 5,
                probability,
                List.of(
                        tif("input-x-gradient", seed, x, y, 0.9),
                        tif("deeplift", seed + 1, x, y, 0.4),
                        tif("guided-backprop", seed + 2, (x + 120) / 2, (y + 110) / 2, 0.5),
                        new PageMethod("grad-cam", "layer4.2", List.of(map(7, seed, x, y, 0.1)), Optional.empty()),
                        mean("lrp:rule=epsilon", seed + 4, x, y)));
    }

    private static PageMethod tif(String method, int seed, int x, int y, double noise) {
        List<LayerMap> maps = IntStream.range(0, LAYERS.size())
                .mapToObj(layer -> map(layer, seed, x, y, noise))
                .toList();
        SaliencyMap map = tif("0.7").fuse(atPicture(maps));
        return new PageMethod(
                method,
                "input",
                maps,
                Optional.of(new PageFusion("tif:alpha=0.7", OptionalDouble.of(0.7), LAYERS, map)));
    }

    private static PageMethod mean(String method, int seed, int x, int y) {
        List<LayerMap> maps = IntStream.of(0, 4, 7)
                .mapToObj(layer -> map(layer, seed, x, y, 0.6))
                .toList();
        SaliencyMap map = fuser("mean", Map.of()).fuse(atPicture(maps));
        List<String> layers = maps.stream().map(LayerMap::layer).toList();
        return new PageMethod(
                method, "layer2.3", maps, Optional.of(new PageFusion("mean", OptionalDouble.empty(), layers, map)));
    }

    static Fuser tif(String alpha) {
        return fuser("tif", Map.of("alpha", alpha));
    }

    private static Fuser fuser(String name, Map<String, String> settings) {
        return new TifPlugin()
                .fusers().stream()
                        .filter(fuser -> fuser.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .factory()
                        .apply(new Settings(settings));
    }

    static List<SaliencyMap> atPicture(List<LayerMap> maps) {
        return maps.stream().map(map -> map.upsample(SIDE, SIDE)).toList();
    }

    private static LayerMap map(int layer, int seed, int x, int y, double noise) {
        return map(LAYERS.get(layer), SIDES[layer], seed + 31 * layer, x, y, noise);
    }

    /** Evidence around a place, with noise that the sine makes, which is heavier the lower the layer. */
    static LayerMap map(String layer, int side, int seed, int x, int y, double noise) {
        float[] scores = new float[side * side];
        double cell = (double) SIDE / side;
        double width = 25 + cell;
        for (int i = 0; i < scores.length; i++) {
            double across = ((i % side + 0.5) * cell - x) / width;
            double down = ((i / side + 0.5) * cell - y) / width;
            double hill = Math.exp(-(across * across + down * down) / 2);
            double wave = Math.sin((i + 1) * 12.9898 + seed * 78.233) * 43758.5453;
            double rough = 2 * (wave - Math.floor(wave)) - 1;
            scores[i] = (float) (0.02 * (hill + noise * (0.15 + hill) * rough * Math.sqrt(side / 28.0) - 0.08));
        }
        return new LayerMap(layer, side, side, scores);
    }

    private static List<PageScore> scores(int seed) {
        List<PageScore> scores = new ArrayList<>();
        List<String> methods = List.of("input-x-gradient", "deeplift", "guided-backprop");
        for (int metric = 0; metric < 3; metric++) {
            String name = List.of("lerf", "morf", "energy").get(metric);
            String better = metric == 0 ? "lower" : "higher";
            for (int method = 0; method < methods.size(); method++) {
                for (int layer = 0; layer < LAYERS.size(); layer += 2) {
                    double mean = 0.45 + 0.3 * Math.sin(seed + metric + method * 1.7 + layer * 0.5);
                    scores.add(score(methods.get(method) + " @ " + LAYERS.get(layer), name, better, mean));
                }
                double fused = 0.6 + 0.1 * Math.sin(seed + metric * 2 + method);
                scores.add(score(methods.get(method) + " | tif:alpha=0.7", name, better, fused));
            }
        }
        return scores;
    }

    private static PageScore score(String subject, String metric, String better, double mean) {
        return new PageScore(subject, metric, better, mean, mean - 0.04, mean + 0.05, 100);
    }

    private static List<PageCurve> curves(int seed) {
        List<Double> places =
                IntStream.rangeClosed(0, 10).mapToObj(i -> i / 10.0).toList();
        List<PageCurve> curves = new ArrayList<>();
        for (String metric : List.of("lerf", "morf")) {
            for (String subject : List.of("input-x-gradient @ input", "deeplift | tif:alpha=0.7", "grad-cam")) {
                double power = 0.5 + subject.length() % 5 * 0.5 + (metric.equals("lerf") ? 2 : 0) + seed * 0.1;
                curves.add(new PageCurve(
                        subject,
                        metric,
                        "target-probability",
                        places,
                        places.stream()
                                .map(place -> 0.95 * (1 - Math.pow(place, power)))
                                .toList()));
            }
        }
        return curves;
    }
}
