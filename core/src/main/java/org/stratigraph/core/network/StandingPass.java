package org.stratigraph.core.network;

import ai.djl.ndarray.NDManager;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * At most one forward pass that stays open between calls: the one that two calls in a row asked for, until a call asks for
 * another. Thread-safe; serves one thread at a time.
 */
final class StandingPass {
    private final ReentrantLock inUse = new ReentrantLock();
    private Object asked;
    private NDManager scope;
    private Trace trace;
    private volatile long bytes;

    /**
     * Lends the pass to the body, if it stands or is to stand from now on.
     *
     * @param key equal for calls that the same pass serves
     * @param estimate bytes that it takes while it stands
     * @return whether the body ran; if not, the caller runs a pass of his own
     */
    boolean serve(
            Object key,
            long estimate,
            Supplier<NDManager> scopes,
            Function<NDManager, Trace> forward,
            Consumer<Trace> body) {
        if (inUse.isHeldByCurrentThread() || !inUse.tryLock()) {
            return false;
        }
        try {
            if (!key.equals(asked)) { // a call that is not repeated leaves nothing behind
                end();
                asked = key;
                return false;
            }
            if (trace == null) {
                scope = scopes.get();
                bytes = estimate;
                trace = forward.apply(scope);
            }
            body.accept(trace);
            return true;
        } catch (RuntimeException | Error broken) { // perhaps in the middle of a sweep
            end();
            throw broken;
        } finally {
            inUse.unlock();
        }
    }

    /** Frees the pass; waits for a call that uses it. */
    void end() {
        inUse.lock();
        try {
            asked = null;
            trace = null;
            bytes = 0;
            if (scope != null) {
                NDManager spent = scope;
                scope = null;
                spent.close();
            }
        } finally {
            inUse.unlock();
        }
    }

    /** What it takes, about. */
    long bytes() {
        return bytes;
    }
}
