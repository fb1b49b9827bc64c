package org.stratigraph.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.engine.Placement;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/** The gradient and CAM families against passes of raw libtorch, and against running a method once per truncated network. */
public final class GradientBenchmark {
    private static final String RAW = "one raw pass";
    private static final String LITERAL = "deeplift, once per truncated network";
    private static final int STEPS = 50;

    private GradientBenchmark() {}

    /** {@code PART [MODEL BATCH] [ROUNDS]}, PART being rules, deeplift, ig, cam or lrp. */
    public static void main(String[] arguments) {
        String part = arguments[0];
        int rounds = arguments.length % 2 == 0 ? Integer.parseInt(arguments[arguments.length - 1]) : 7;
        List<String> models = arguments.length > 2 ? List.of(arguments[1]) : List.of("resnet50", "vgg16");
        List<Integer> batches = arguments.length > 2 ? List.of(Integer.valueOf(arguments[2])) : List.of(1, 8);
        for (String model : models) {
            for (int batch : batches) {
                try (Workload work = Workload.of(model, batch, Placement.standard())) {
                    run(part, model, batch, work, rounds);
                }
            }
        }
    }

    private static void run(String part, String model, int batch, Workload work, int rounds) {
        Rounds candidates = new Rounds();
        switch (part) {
            case "rules" -> {
                candidates.with(RAW, work.raw(1));
                for (String method : List.of(
                        "gradient",
                        "saliency",
                        "input-x-gradient",
                        "deconvnet",
                        "guided-backprop",
                        "input-x-guided-backprop")) {
                    candidates.with(method, work.running(method, "all"));
                }
                Rounds.report(model + ", batch " + batch, candidates.run(2, rounds), RAW);
            }
            case "deeplift" -> {
                candidates
                        .with(RAW, work.raw(1))
                        .with("deeplift:semantics=propagated", work.running("deeplift:semantics=propagated", "all"))
                        .with("deeplift", work.running("deeplift", "all"))
                        .with(LITERAL, () -> literal(work, work.request("all")));
                Map<String, double[]> times = candidates.run(1, rounds);
                Rounds.report(model + ", batch " + batch, times, RAW);
                System.out.printf("  literal by shared: %.2f%n", Rounds.ratio(times, LITERAL, "deeplift"));
                Rounds single = new Rounds()
                        .with(RAW, work.raw(1))
                        .with("deeplift, a single call", work.forgetting("deeplift", "all"));
                Rounds.report(model + ", batch " + batch + ", nothing kept", single.run(1, rounds), RAW);
            }
            case "ig" -> {
                String raw = STEPS + " raw passes";
                candidates
                        .with(raw, work.raw(STEPS))
                        .with("integrated-gradients", work.running("integrated-gradients:steps=" + STEPS, "input"));
                Rounds.report(
                        model + ", batch " + batch,
                        candidates.run(0, rounds),
                        raw); // a candidate is fifty passes: warm enough
            }
            case "cam" -> {
                Placement planar = Placement.standard().laidOut(Placement.Layout.CHANNELS_FIRST);
                try (Workload planes = Workload.of(model, batch, planar)) {
                    candidates
                            .with(RAW, work.raw(1))
                            .with("one raw pass, default layout", planes.raw(1))
                            .with("grad-cam, last stage", work.running("grad-cam", "last-conv"))
                            .with("grad-cam, all layers", work.running("grad-cam", "all"))
                            .with("fullgrad, input", work.running("fullgrad", "input"))
                            .with("guided-grad-cam, last stage", work.running("guided-grad-cam", "last-conv"))
                            .with("ablation-cam, last stage", work.running("ablation-cam", "last-conv"));
                    Map<String, double[]> times = candidates.run(1, rounds);
                    Rounds.report(model + ", batch " + batch, times, RAW);
                    Rounds.report(model + ", batch " + batch, times, "one raw pass, default layout");
                }
            }
            case "lrp" -> {
                candidates.with(RAW, work.raw(1));
                for (String method : List.of("lrp-epsilon", "lrp-epsilon-plus-flat", "excitation-backprop", "lrp")) {
                    candidates.with(method, work.running(method, "all"));
                }
                Rounds.report(model + ", batch " + batch, candidates.run(1, rounds), RAW);
            }
            default ->
                throw new IllegalArgumentException(
                        "no part '" + part + "'; there are rules, deeplift, ig, cam and lrp");
        }
    }

    /** What one does without help: for each layer, find its activation, and run the method on the network above. */
    static List<LayerMaps> literal(Workload work, Request request) {
        AttributionMethod method = work.method("deeplift");
        Network network = work.network();
        List<LayerMaps> maps = new ArrayList<>();
        for (String layer : request.layers()) {
            if (layer.equals(network.input())) {
                maps.addAll(method.attribute(network, new Request(work.images(), request.targets(), List.of(layer))));
                continue;
            }
            Tensor activation =
                    network.trace(work.images(), Focus.forwardOnly(List.of(layer)), trace -> trace.onHeap(layer));
            maps.addAll(
                    method.attribute(network.from(layer), new Request(activation, request.targets(), List.of(layer))));
        }
        return maps;
    }
}
