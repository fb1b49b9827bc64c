package org.stratigraph.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** A bar, gone when the work is done. */
final class ProgressOnTerminal implements Progress {
    private final ProgressBar bar;

    ProgressOnTerminal(String task, long steps) {
        this.bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void at(long step, String word) {
        bar.stepTo(step);
        bar.setExtraMessage(word);
    }

    @Override
    public void close() {
        bar.close();
    }
}
