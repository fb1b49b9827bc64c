package org.stratigraph.cli;

import picocli.CommandLine;

/** How far long work has come: a bar on a terminal, elsewhere a line at every tenth, and nothing with {@code --quiet}. */
interface Progress extends AutoCloseable {
    /** In tenths of a percent. */
    long SHARES = 1000;

    /** For work of so many steps; of a single one there is nothing to show. */
    static Progress start(CommandLine command, String task, long steps) {
        if (steps <= 1 || Talk.of(command).quiet()) {
            return (step, word) -> {};
        }
        return onTerminal() ? new ProgressOnTerminal(task, steps) : new ProgressLines(command.getErr(), task, steps);
    }

    /** For work that knows its share. */
    static Progress ofShares(CommandLine command, String task) {
        return start(command, task, SHARES);
    }

    /** The JVM can only tell whether input and output are a terminal's; the launcher says if the error stream is not. */
    private static boolean onTerminal() {
        return System.console() != null && !"false".equals(System.getProperty("stratigraph.terminal"));
    }

    /** Goes to a step, with a word about it. */
    void at(long step, String word);

    /** Goes to a share of all, 0 ... 1, with a word about it. */
    default void at(double share, String word) {
        at(Math.round(share * SHARES), word);
    }

    @Override
    default void close() {
        // only a bar has something to take away
    }
}
