package org.stratigraph.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, heard: long work is asked to stop at its next good moment, and the JVM waits until it has put its state away.
 */
final class Interrupt {
    private static final long MOST_MILLIS = 60_000;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final Thread hook;

    private Interrupt(Thread worker) {
        this.hook = new Thread(() -> {
            asked.set(true);
            try {
                worker.join(MOST_MILLIS);
            } catch (InterruptedException twice) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static Interrupt of(Thread worker) {
        Interrupt interrupt = new Interrupt(worker);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    boolean asked() {
        return asked.get();
    }

    /** The work is done: nothing needs to be waited for. */
    void cancel() {
        if (!asked.get()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
