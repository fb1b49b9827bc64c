package org.stratigraph.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.stratigraph.core.engine.Torch;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.network.Focus;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.Request;
import org.stratigraph.core.spi.SweepMethod;

/** The contract for native memory is kept by core's sweep, and finds one array lost a pass. */
class LeakingMethodsTest {
    private static final AttributionMethod SOUND =
            new SweepMethod(RuleSet.gradient(), Readout.ACTIVATION_TIMES_RELEVANCE);

    @Nested
    class Sound extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return SOUND;
        }

        @Override
        protected int passes() {
            return 250;
        }
    }

    @Test
    @EnabledIf("memoryIsCounted")
    void an_activation_lost_in_each_pass() {
        assertThat(Verdict.failures(Losing.class))
                .containsExactlyInAnyOrder(
                        "memory_stays_flat_over_many_passes",
                        "memory_stays_flat_when_passes_fail",
                        "memory_stays_flat_and_bits_the_same_with_four_threads");
    }

    static boolean memoryIsCounted() {
        return NativeHeap.counted().isPresent();
    }

    static class Losing extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return LeakingMethodsTest::losing;
        }

        @Override
        protected int passes() {
            return 125;
        }
    }

    private static List<LayerMaps> losing(Network network, Request request) {
        network.trace(request.images(), Focus.forwardOnly(List.of("relu")), trace -> {
            NDManager nobody = Torch.open(network.placement());
            NDArray lost = trace.activation("relu").duplicate();
            lost.attach(nobody);
            return true;
        });
        return SOUND.attribute(network, request);
    }

    @Test
    void an_array_put_among_the_weights() {
        assertThat(Verdict.failures(Hoarding.class)).contains("the_network_owns_the_same_arrays_after_many_passes");
    }

    static class Hoarding extends NativeMemoryContract {
        @Override
        protected AttributionMethod method() {
            return LeakingMethodsTest::hoarding;
        }

        @Override
        protected int passes() {
            return 25;
        }
    }

    private static List<LayerMaps> hoarding(Network network, Request request) {
        network.trace(request.images(), Focus.forwardOnly(List.of()), trace -> {
            NDManager pass = trace.activation("input").getManager();
            NDArray kept = pass.zeros(trace.activation("input").getShape());
            pass.getParentManager().attachUncappedInternal(kept.getUid(), kept);
            return true;
        });
        return SOUND.attribute(network, request);
    }
}
