package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.stratigraph.core.training.Accuracy;
import org.stratigraph.core.training.StepReport;
import org.stratigraph.core.training.TrainingListener;

/** Loss and accuracy of a training: beside a bar on a terminal, else a line every hundred steps. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private static final int STEPS_A_LINE = 100;
    /** How much of the running mean a step replaces. */
    private static final double FRESH = 0.02;

    private final PrintWriter lines;
    private final Progress bar;
    private double loss = Double.NaN;
    private double accuracy = Double.NaN;

    private TrainingProgress(PrintWriter lines, Progress bar) {
        this.lines = lines;
        this.bar = bar;
    }

    static TrainingProgress start(PrintWriter lines, int steps) {
        return new TrainingProgress(lines, Progress.start("training", steps));
    }

    @Override
    public void stepped(StepReport report) {
        loss = mean(loss, report.loss());
        accuracy = mean(accuracy, report.accuracy().share());
        String word = String.format(
                Locale.ROOT,
                "loss %.3f, accuracy %.1f %%, %.0f images/s",
                loss,
                100 * accuracy,
                report.imagesPerSecond());
        bar.at(report.step(), word);
        if (!Progress.onTerminal() && report.step() % STEPS_A_LINE == 0) {
            lines.println("step " + report.step() + " of " + report.of() + ": " + word);
            lines.flush();
        }
    }

    @Override
    public void validated(int step, Accuracy reached) {
        lines.println("step " + step + ", validation accuracy: " + reached);
        lines.flush();
    }

    private static double mean(double before, double now) {
        return Double.isNaN(before) ? now : before + FRESH * (now - before);
    }

    @Override
    public void close() {
        bar.close();
    }
}
