package org.stratigraph.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Plugins;
import org.stratigraph.core.engine.EngineReport;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.files.SafeTensors;
import org.stratigraph.core.files.SafeTensorsWriter;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Preprocessing;
import org.stratigraph.core.image.RgbImage;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Case;
import org.stratigraph.core.spi.Labels;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Metric;
import org.stratigraph.core.spi.Model;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.Sample;
import org.stratigraph.core.spi.Score;

/**
 * Our half of {@code benchmarks/peers/compare.py}: opens a model and a batch once, then obeys standard input line by line, so
 * that nothing computes here while a peer is measured.
 *
 * <p>Each line is answered by one that begins with {@code done}, or with {@code refused} and the reason.
 */
public final class PeerSide {
    private static final int CLASSES = 1000; // of torchvision's networks

    private final Catalog catalog;
    private final Network network;
    private final Tensor images;
    private final int[] targets;

    private PeerSide(Catalog catalog, Network network, Tensor images, int[] targets) {
        this.catalog = catalog;
        this.network = network;
        this.images = images;
        this.targets = targets;
    }

    /** {@code MODEL WEIGHTS BATCH}: BATCH is a safetensors file of {@code input} (N, C, H, W) and {@code target} (N). */
    public static void main(String[] arguments) throws IOException {
        Catalog catalog = new Catalog(Plugins.find(List.of()).found());
        SafeTensors batch = SafeTensors.open(Path.of(arguments[2]));
        int[] targets = LongStream.of(batch.integers("target"))
                .mapToInt(Math::toIntExact)
                .toArray();
        try (Model model = catalog.models()
                .make(arguments[0])
                .open(
                        catalog.weightsFiles().open(Path.of(arguments[1])),
                        Placement.standard().on("cpu"))) {
            PeerSide side = new PeerSide(catalog, model.network(), batch.floats("input"), targets);
            side.serve(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), System.out);
        }
    }

    private void serve(BufferedReader lines, PrintStream answers) throws IOException {
        EngineReport report = EngineReport.make();
        answers.println("done " + report.threads() + " " + report.libtorch());
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            answers.println(answer(line.split(" ")));
            answers.flush();
        }
    }

    private String answer(String[] words) {
        try {
            return "done " + obey(words);
        } catch (IOException | RuntimeException failure) {
            return "refused " + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
        }
    }

    private String obey(String[] words) throws IOException {
        return switch (words[0]) {
            case "layers" -> String.join(",", catalog.probes().make(words[1]).layers(network));
            case "plain" -> milliseconds(Integer.parseInt(words[1]), this::plain);
            case "run" -> run(words[1], request(words[2]), Integer.parseInt(words[3]));
            case "save" -> save(words[1], request(words[2]), Path.of(words[3]));
            case "score" -> score(words[1], Path.of(words[2]), Integer.parseInt(words[3]));
            case "curves" -> curves(words[1], Path.of(words[2]), Path.of(words[3]));
            default ->
                throw new IllegalArgumentException("no command '" + words[0]
                        + "'; there are: layers PROBE, plain REPEATS, run METHOD LAYERS REPEATS, save METHOD LAYERS FILE,"
                        + " score METRIC MAPS REPEATS, curves METRIC MAPS FILE");
        };
    }

    private Request request(String layers) {
        return new Request(images, targets, List.of(layers.split(",")));
    }

    private String run(String spec, Request request, int repeats) {
        AttributionMethod method = catalog.methods().make(spec);
        return milliseconds(repeats, () -> method.attribute(network, request));
    }

    private String save(String spec, Request request, Path file) throws IOException {
        SafeTensorsWriter writer = new SafeTensorsWriter();
        for (LayerMaps maps : catalog.methods().make(spec).attribute(network, request)) {
            writer.add(maps.layer(), maps.stacked());
        }
        writer.write(file);
        return file.toString();
    }

    /** The time that a metric takes for all images, with a map (H, W) for each in {@code maps} (N, H, W) of the file. */
    private String score(String spec, Path file, int repeats) throws IOException {
        Tensor maps = SafeTensors.open(file).floats("maps");
        return milliseconds(repeats, () -> scores(spec, maps));
    }

    /** Writes the first curve that the metric read off, {@code curves} (N, places). */
    private String curves(String spec, Path maps, Path file) throws IOException {
        List<Tensor> curves = scores(spec, SafeTensors.open(maps).floats("maps")).stream()
                .map(score -> score.curves().get(0).values())
                .map(values -> {
                    float[] row = new float[values.size()];
                    IntStream.range(0, row.length)
                            .forEach(place -> row[place] = values.get(place).floatValue());
                    return Tensor.of(row, row.length);
                })
                .toList();
        new SafeTensorsWriter().add("curves", Tensor.stack(curves)).write(file);
        return file.toString();
    }

    private List<Score> scores(String spec, Tensor maps) {
        Metric metric = catalog.metrics().make(spec);
        MemoryBudget memory = MemoryBudget.shareOfFree(network);
        Model model = new Model(network, Preprocessing.square(maps.dimension(1)), Labels.numbered(CLASSES));
        RgbImage nothing =
                new RgbImage(maps.dimension(1), maps.dimension(2), new byte[3 * maps.dimension(1) * maps.dimension(2)]);
        return IntStream.range(0, targets.length)
                .mapToObj(image -> {
                    Sample sample = new Sample("image " + image, nothing, targets[image], List.of());
                    Target target = Target.logit(targets[image]);
                    Case asked = new Case(model, sample, nothing, images.slice(image), target, memory);
                    SaliencyMap map = new SaliencyMap(
                            maps.dimension(1),
                            maps.dimension(2),
                            maps.slice(image).toArray());
                    return metric.score(asked, List.of(map));
                })
                .toList();
    }

    /** One forward and one backward pass of raw libtorch. */
    private void plain() {
        try (NDManager pass = Torch.open(network.placement())) {
            NDArray input = Torch.create(pass, images, network.placement());
            RawLibtorch.gradient(network, pass, input).sum().getFloat();
        }
    }

    private static String milliseconds(int repeats, Runnable work) {
        return IntStream.range(0, repeats)
                .mapToObj(repeat -> {
                    long start = System.nanoTime();
                    work.run();
                    return String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e6);
                })
                .collect(Collectors.joining(" "));
    }
}
