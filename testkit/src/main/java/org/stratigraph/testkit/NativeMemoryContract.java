package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.Tensor;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Request;

/**
 * A method gives back all native memory that it takes, whether it succeeds or fails. DJL counts the arrays that the
 * network owns; what no owner knows any more is still in use for the C library, which counts too where it is glibc. An
 * activation here has 0.13 or 0.26 megabytes, so that one lost a pass shows.
 */
public abstract class NativeMemoryContract {
    private static final int COUNT = 4;
    private static final int SIDE = 64;
    private static final Tensor IMAGES = Noise.tensor(5, COUNT, 3, SIDE, SIDE);
    private static final int[] TARGETS = new int[COUNT];
    private static final int THREADS = 4;
    private static final int WINDOWS = 5;
    private static final double ALLOWED_MEGABYTES = 3;
    private static final double ALLOWED_MEGABYTES_A_PASS = 0.08;

    private AttributionMethod method;
    private Network network;
    private Request request;
    private Request failing;

    /** The method, as its plugin makes it. */
    protected abstract AttributionMethod method();

    /** How often it is run, at least 25 times; fewer for a method that makes many passes itself. */
    protected int passes() {
        return 500;
    }

    @BeforeEach
    void open() {
        method = method();
        network = TinyNetwork.RESIDUAL.open();
        request = new Request(IMAGES, TARGETS, List.of("input", "relu", "block1", "block2"));
        failing = new Request(IMAGES, new int[] {0, TinyNetwork.CLASSES, 0, 0}, request.layers());
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void the_network_owns_the_same_arrays_after_many_passes() {
        int before = arrays();
        repeat(20, this::succeed);
        repeat(20, this::fail);
        network.forget(); // what the method kept for the next call
        assertThat(arrays()).isEqualTo(before);
    }

    @Test
    void memory_stays_flat_over_many_passes() {
        assertFlat(this::succeed, passes());
    }

    @Test
    void memory_stays_flat_when_passes_fail() {
        assertFlat(this::fail, passes());
    }

    @Test
    void memory_stays_flat_and_bits_the_same_with_four_threads() {
        List<LayerMaps> alone = method.attribute(network, request);
        Runnable together = () -> Threads.together(THREADS, THREADS, () -> method.attribute(network, request))
                .forEach(maps -> Close.assertSame(maps, alone, "one of four threads"));
        assertFlat(together, passes() / THREADS);
    }

    private void succeed() {
        method.attribute(network, request);
    }

    private void fail() {
        assertThatIllegalArgumentException().isThrownBy(() -> method.attribute(network, failing));
    }

    private void assertFlat(Runnable run, int runs) {
        Optional<NativeHeap> heap = NativeHeap.counted();
        assumeTrue(heap.isPresent(), "this system's C library does not count what is in use");
        int runsPerWindow = runs / WINDOWS;
        double[] growth = new double[WINDOWS];
        double before = 0;
        for (int window = -1; window < WINDOWS; window++) { // the first only warms up
            repeat(runsPerWindow, run);
            double after = heap.get().megabytes();
            if (window >= 0) {
                growth[window] = after - before;
            }
            before = after;
        }
        Arrays.sort(growth); // a leak makes every window grow; Java's compiler takes and gives back in one or another
        assertThat(growth[WINDOWS / 2])
                .as("megabytes of the C heap that %d passes keep, the median", passes() / WINDOWS)
                .isLessThan(Math.max(ALLOWED_MEGABYTES, ALLOWED_MEGABYTES_A_PASS * passes() / WINDOWS));
    }

    private static void repeat(int times, Runnable pass) {
        for (int i = 0; i < times; i++) {
            pass.run();
        }
    }

    private int arrays() {
        return network.trace(IMAGES, Focus.forwardOnly(List.of()), trace -> {
            NDManager pass = trace.activation(network.input()).getManager();
            return pass.getParentManager().getManagedArrays().size();
        });
    }
}
