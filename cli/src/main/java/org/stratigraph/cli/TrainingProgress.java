package org.stratigraph.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.stratigraph.core.training.Accuracy;
import org.stratigraph.core.training.StepReport;
import org.stratigraph.core.training.TrainingListener;
import picocli.CommandLine;

/** Loss and accuracy of a training, beside how far it has come; and the accuracy at every validation. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    /** How much of the running mean a step replaces. */
    private static final double FRESH = 0.02;

    private final CommandLine command;
    private final Progress progress;
    private double loss = Double.NaN;
    private double accuracy = Double.NaN;

    private TrainingProgress(CommandLine command, Progress progress) {
        this.command = command;
        this.progress = progress;
    }

    static TrainingProgress start(CommandLine command, int steps) {
        return new TrainingProgress(command, Progress.start(command, "training", steps));
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
        progress.at(report.step(), word);
    }

    @Override
    public void validated(int step, Accuracy reached) {
        if (!Talk.of(command).quiet()) {
            PrintWriter lines = command.getErr();
            lines.println("step " + step + ", validation accuracy: " + reached);
            lines.flush();
        }
    }

    private static double mean(double before, double now) {
        return Double.isNaN(before) ? now : before + FRESH * (now - before);
    }

    @Override
    public void close() {
        progress.close();
    }
}
