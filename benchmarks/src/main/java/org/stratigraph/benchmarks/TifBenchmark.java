package org.stratigraph.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.View;
import org.stratigraph.core.pipeline.Explanation;
import org.stratigraph.core.pipeline.Fusion;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Request;

/** TIF: the fusion alone, and a whole explanation of one image against one raw pass and against the literal way. */
public final class TifBenchmark {
    private static final int SIDE = 224;
    private static final String RAW = "one raw pass";
    private static final String COPIES = "copying the maps";
    private static final List<String> ONE = List.of("tif:alpha=0.7");
    private static final List<String> TWO = List.of("tif:alpha=0.7", "tif:alpha=0.5");

    private TifBenchmark() {}

    /** {@code PART [ROUNDS]}, PART being fusion, input-x-gradient or deeplift. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        switch (arguments[0]) {
            case "fusion" -> fusion(new Catalog(Plugins.find(List.of()).found()), 17, rounds);
            case "input-x-gradient" -> explanation("input-x-gradient", rounds, false);
            case "deeplift" -> explanation("deeplift", rounds, true);
            default ->
                throw new IllegalArgumentException(
                        "no part '" + arguments[0] + "'; there are fusion, input-x-gradient and deeplift");
        }
    }

    /** Maps of noise, half of it negative, on one core; each round gets maps that nobody has ranked. */
    private static void fusion(Catalog catalog, int layers, int rounds) {
        List<float[]> maps = noise(layers);
        Rounds candidates = new Rounds().with(COPIES, () -> fresh(maps));
        for (String spec : List.of("tif:alpha=0", "tif:alpha=0.7", "mean", "max", "product", "fullgrad-style")) {
            Fuser fuser = catalog.fusers().make(spec);
            candidates.with(spec, () -> fuser.fuse(fresh(maps)));
        }
        List<Fuser> two = TWO.stream().map(catalog.fusers()::make).toList();
        candidates.with("two alphas", () -> fuseAll(two, fresh(maps)));
        Map<String, double[]> times = candidates.run(10 * rounds, rounds);
        Rounds.report(layers + " maps of 224 x 224", times, COPIES);
        System.out.printf(
                "  one alpha more: %.2f ms%n",
                Rounds.median(times.get("two alphas")) - Rounds.median(times.get("tif:alpha=0.7")));
    }

    private static void fuseAll(List<Fuser> fusers, List<SaliencyMap> maps) {
        fusers.forEach(fuser -> fuser.fuse(maps));
    }

    private static List<float[]> noise(int layers) {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> maps = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            float[] values = new float[SIDE * SIDE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            maps.add(values);
        }
        return maps;
    }

    private static List<SaliencyMap> fresh(List<float[]> maps) {
        return maps.stream().map(values -> new SaliencyMap(SIDE, SIDE, values)).toList();
    }

    /** ResNet50, one image, the input, the stem's ReLU and the sixteen blocks. */
    private static void explanation(String method, int rounds, boolean literally) {
        try (Workload work = Workload.of("resnet50", 1, Placement.standard())) {
            String probe =
                    "named:relu," + String.join(",", work.request("fusion").layers());
            Request request = work.request(probe);
            Fusion one = Fusion.of(work.catalog(), ONE, false);
            Fusion two = Fusion.of(work.catalog(), TWO, false);
            AttributionMethod made = work.method(method);
            Rounds candidates = new Rounds()
                    .with(RAW, work.raw(1))
                    .with(method, work.running(method, probe))
                    .with("tif", () -> fuse(one, method, made.attribute(work.network(), request)))
                    .with("tif at two alphas", () -> fuse(two, method, made.attribute(work.network(), request)));
            if (literally) {
                candidates.with("tif, literally", () -> fuse(one, method, GradientBenchmark.literal(work, request)));
            }
            Map<String, double[]> times = candidates.run(3, rounds);
            Rounds.report("resnet50, one image, " + request.layers().size() + " layers, " + method, times, RAW);
            System.out.printf("  two alphas by one: %.3f%n", Rounds.ratio(times, "tif at two alphas", "tif"));
            if (literally) {
                System.out.printf("  literally by shared: %.2f%n", Rounds.ratio(times, "tif, literally", "tif"));
                Rounds single = new Rounds().with(RAW, work.raw(1)).with("tif, a single call", () -> {
                    work.network().forget();
                    fuse(one, method, made.attribute(work.network(), request));
                });
                Rounds.report("nothing kept", single.run(1, rounds), RAW);
            }
        }
    }

    private static void fuse(Fusion fusion, String method, List<LayerMaps> maps) {
        fusion.fuse(new Explanation(method, maps, View.SIGNED), SIDE, SIDE);
    }
}
