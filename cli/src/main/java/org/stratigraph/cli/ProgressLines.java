package org.stratigraph.cli;

import java.io.PrintWriter;

/** A plain line at every tenth, for logs and pipes. */
final class ProgressLines implements Progress {
    private static final int TENTHS = 10;

    private final PrintWriter lines;
    private final String task;
    private final long steps;
    private long said;

    ProgressLines(PrintWriter lines, String task, long steps) {
        this.lines = lines;
        this.task = task;
        this.steps = steps;
    }

    @Override
    public void at(long step, String word) {
        long tenths = TENTHS * step / steps;
        if (tenths > said) {
            said = tenths;
            lines.println(task + ": " + 100 / TENTHS * tenths + " %" + (word.isEmpty() ? "" : ", " + word));
            lines.flush();
        }
    }
}
