package org.stratigraph.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** A bar on a terminal, and nothing where there is none: logs and pipes stay clean. */
final class Progress implements AutoCloseable {
    private static final long SHARES = 1000;

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    static Progress start(String task, long steps) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish();
        return new Progress(
                onTerminal() && steps > 1
                        ? builder.build()
                        : builder.setConsumer(new Silent()).build());
    }

    /** A bar for work that knows its share, in tenths of a percent. */
    static Progress ofShares(String task) {
        return start(task, SHARES);
    }

    /** Whether anybody sees the bar. */
    static boolean onTerminal() {
        return System.console() != null && System.getenv("NO_PROGRESS") == null;
    }

    /** Goes to a share of all, 0 ... 1, with a word about it. */
    void at(double share, String word) {
        at(Math.round(share * SHARES), word);
    }

    /** Goes to a step, with a word about it. */
    void at(long step, String word) {
        bar.stepTo(step);
        bar.setExtraMessage(word);
    }

    @Override
    public void close() {
        bar.close();
    }

    private static final class Silent implements ProgressBarConsumer {
        @Override
        public int getMaxRenderedLength() {
            return 1;
        }

        @Override
        public void accept(String rendering) {
            // a pipe gets no bar
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
