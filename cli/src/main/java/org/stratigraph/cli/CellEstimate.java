package org.stratigraph.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Target;
import org.stratigraph.core.pipeline.Explainer;
import org.stratigraph.core.spi.MemoryBudget;
import org.stratigraph.core.spi.Sample;

/**
 * What a cell would take, from the times of one picture.
 *
 * @param pictures how many would be scored
 * @param shown how many would be shown
 * @param plainSeconds one gradient at the input, the unit that passes are counted in
 * @param methodSeconds what each method takes for the maps that are shown, of one picture and one class
 * @param scoreSeconds what scoring one picture takes, with all methods and metrics
 * @param shownSeconds what the maps of one shown picture take
 * @param rowBytes what one image takes in a pass
 * @param budgetBytes what passes may use
 */
record CellEstimate(
        int pictures,
        int shown,
        double plainSeconds,
        Map<String, Double> methodSeconds,
        double scoreSeconds,
        double shownSeconds,
        long rowBytes,
        long budgetBytes) {
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    /** Does one picture's work and times it. */
    static CellEstimate of(ComparisonCell cell) throws IOException {
        int first = cell.drawn().get(0);
        ComparisonCell.ShownSample shown = cell.sample(first);
        Tensor input = Tensor.stack(List.of(shown.input()));
        List<Target> target = List.of(Target.logit(shown.classes().get(0)));
        Explainer explainer = cell.explainer();
        List<Explainer.Task> plain = explainer.plan(List.of("gradient"), List.of("input"));
        explainer.explain(input, target, plain, (share, doing) -> {}); // the first pass of a process is slow
        double plainSeconds = DoubleStream.generate(
                        () -> seconds(() -> explainer.explain(input, target, plain, (share, doing) -> {})))
                .limit(ROUNDS)
                .min()
                .orElseThrow();
        Map<String, Double> methods = new LinkedHashMap<>();
        for (ShownMethod method : cell.methods()) {
            methods.put(
                    method.spec(),
                    seconds(() -> explainer.explain(input, target, List.of(method.task()), (share, doing) -> {})));
        }
        Sample sample = cell.samples().sample(first);
        double score = seconds(() -> cell.evaluation().score(first, sample, cell.target(), (share, doing) -> {}));
        double all = methods.values().stream().mapToDouble(Double::doubleValue).sum()
                * shown.classes().size();
        return new CellEstimate(
                cell.drawn().size(),
                cell.shown().size(),
                plainSeconds,
                methods,
                score,
                all,
                cell.model()
                        .network()
                        .footprint(shown.input().shape())
                        .bytesFrom(cell.model().network().input()),
                cell.memory()
                        .orElseGet(() -> MemoryBudget.shareOfFree(cell.model().network()))
                        .bytes());
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS;
    }

    double totalSeconds() {
        return pictures * scoreSeconds + shown * shownSeconds;
    }

    List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        lines.add("== " + name);
        lines.add(String.format(
                Locale.ROOT,
                "  %d pictures to score, %.0f ms or %.0f passes each; %d to show, %.0f ms or %.0f passes each",
                pictures,
                1000 * scoreSeconds,
                scoreSeconds / plainSeconds,
                shown,
                1000 * shownSeconds,
                shownSeconds / plainSeconds));
        methodSeconds.forEach((method, seconds) -> lines.add(String.format(
                Locale.ROOT,
                "  maps of one class by %-34s %7.0f ms %7.0f passes",
                method,
                1000 * seconds,
                seconds / plainSeconds)));
        lines.add(String.format(
                Locale.ROOT,
                "  a pass (forward and backward, one image) %.1f ms; an image takes %.1f MB in a pass, passes may use %.0f MB",
                1000 * plainSeconds,
                rowBytes / MEGABYTE,
                budgetBytes / MEGABYTE));
        lines.add(String.format(
                Locale.ROOT, "  in all about %d min %d s", (long) totalSeconds() / 60, (long) totalSeconds() % 60));
        return lines;
    }
}
