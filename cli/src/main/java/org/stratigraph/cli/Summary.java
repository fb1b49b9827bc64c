package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalInt;
import org.stratigraph.core.image.Completeness;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.View;
import org.stratigraph.core.pipeline.Explanation;

/** What {@code explain} says on the terminal: the classes of each image, and how complete its explanations are. */
record Summary(Results results) {
    void print(PrintWriter print, PrintWriter warnings) {
        for (int image = 0; image < results.count(); image++) {
            print.println(results.batch().names().get(image));
            classes(image, print);
            for (Explanation explanation : results.explanations()) {
                completeness(image, explanation, print, warnings);
                blanks(image, explanation, print);
            }
        }
        warnings.flush();
    }

    /** The five highest logits, those explained marked: {@code >}, and {@code <} where one is held against another. */
    private void classes(int image, PrintWriter print) {
        OptionalInt against = results.targets().get(image).against();
        for (Results.Ranked ranked : results.top(image)) {
            boolean held = against.isPresent() && against.getAsInt() == ranked.index();
            String mark = results.isTarget(image).test(ranked) ? ">" : held ? "<" : " ";
            print.printf(
                    Locale.ROOT,
                    "  %s %5d  %-32s logit %9.4f  probability %6.4f%n",
                    mark,
                    ranked.index(),
                    ranked.label(),
                    ranked.logit(),
                    ranked.probability());
        }
        if (results.top(image).stream().noneMatch(results.isTarget(image)) || against.isPresent()) {
            print.printf(Locale.ROOT, "  > explained: %s%n", results.targetTitle(image));
        }
    }

    /** Maps of which nothing is shown, and why. */
    private void blanks(int image, Explanation explanation, PrintWriter print) {
        for (LayerMaps maps : explanation.layers()) {
            LayerMap map = maps.maps().get(image);
            if (allZero(explanation.view().of(map))) {
                print.printf(
                        "  %s at '%s' is blank: %s%n",
                        explanation.method(),
                        maps.layer(),
                        allZero(map)
                                ? "it is zero everywhere"
                                : explanation.view() == View.UNIT && map.values()[0] > 0
                                        ? "it is the same everywhere"
                                        : "nothing there speaks for the class, everything against it");
            }
        }
    }

    private static boolean allZero(LayerMap map) {
        for (float value : map.values()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** The largest delta over the layers; a warning for every layer that misses its difference by more than 1 %. */
    private void completeness(int image, Explanation explanation, PrintWriter print, PrintWriter warnings) {
        double worst = -1;
        LayerMaps worstAt = null;
        for (LayerMaps maps : explanation.layers()) {
            if (maps.completeness().isEmpty()) {
                continue;
            }
            Completeness own = maps.completeness().get(image);
            if (own.relative() > worst) {
                worst = own.relative();
                worstAt = maps;
            }
            if (own.broken()) {
                warnings.printf(
                        Locale.ROOT,
                        "warning: %s at '%s' of %s sums to %.6g, but the output differs by %.6g: off by %.1f %%%n",
                        explanation.method(),
                        maps.layer(),
                        results.batch().names().get(image),
                        own.sum(),
                        own.difference(),
                        100 * own.relative());
            }
        }
        if (worstAt != null) {
            Completeness own = worstAt.completeness().get(image);
            print.printf(
                    Locale.ROOT,
                    "  %s: sums miss f(x) - f(x') by %.2g %% at most (layer '%s': %.6g for %.6g)%n",
                    explanation.method(),
                    100 * worst,
                    worstAt.layer(),
                    own.sum(),
                    own.difference());
        }
    }
}
