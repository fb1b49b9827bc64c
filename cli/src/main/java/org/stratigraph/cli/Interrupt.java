package org.stratigraph.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stratigraph.core.pipeline.Explainer;

/**
 * Ctrl-C, heard while this is open: long work is asked to stop at its next good moment, and the JVM waits until it has put
 * its state away.
 */
final class Interrupt implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait);

    private Interrupt() {}

    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    private void askAndWait() {
        asked.set(true);
        try {
            done.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException twice) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands on how far the work has come, and stops it where that was asked for: {@link CancellationException}. */
    Explainer.Listener orGoOn(Explainer.Listener listener) {
        return (share, doing) -> {
            if (asked()) {
                throw new CancellationException("interrupted");
            }
            listener.at(share, doing);
        };
    }

    boolean asked() {
        return asked.get();
    }

    /** The work is done, or its state put away: nothing needs to be waited for. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            // then the hook has been let go a line above
        }
    }
}
