package org.stratigraph.core.network;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stratigraph.core.op.Op;

/**
 * What a trace will be asked for: which layers, and which kinds of op under rules of their own. Everything between is
 * left to libtorch in one piece. Immutable.
 */
public final class Focus {
    private final Set<String> layers;
    private final Set<Class<? extends Op>> ruled;
    private final int sweeps;
    private final boolean toTheLogits;

    private Focus(Set<String> layers, Set<Class<? extends Op>> ruled, int sweeps, boolean toTheLogits) {
        this.layers = Set.copyOf(layers);
        this.ruled = Set.copyOf(ruled);
        this.sweeps = sweeps;
        this.toTheLogits = toTheLogits;
    }

    /** Layers to be read, and the rule sets to sweep with, one sweep each; no rule set means one plain gradient. */
    public static Focus on(List<String> layers, RuleSet... rules) {
        Set<Class<? extends Op>> ruled = new HashSet<>();
        for (RuleSet set : rules) {
            ruled.addAll(set.kinds());
        }
        return new Focus(new LinkedHashSet<>(layers), ruled, Math.max(1, rules.length), true);
    }

    /** Activations and logits to be read, without a sweep. */
    public static Focus forwardOnly(List<String> layers) {
        return new Focus(new LinkedHashSet<>(layers), Set.of(), 0, true);
    }

    /** Activations to be read and nothing else: the pass ends at the highest of these layers. */
    public static Focus upTo(List<String> layers) {
        return new Focus(new LinkedHashSet<>(layers), Set.of(), 0, false);
    }

    /** Every layer, under any rule set, any number of sweeps: the slowest, one piece a node. */
    public static Focus everything(Network network) {
        Set<Class<? extends Op>> kinds = new HashSet<>();
        network.nodes().forEach(node -> kinds.add(node.op().getClass()));
        return new Focus(network.names(), kinds, Integer.MAX_VALUE, true);
    }

    /** The same layers and rules, for a pass that others are compared with and that is not swept itself. */
    public Focus unswept() {
        return new Focus(layers, ruled, 0, toTheLogits);
    }

    /** The same layers and rules, for any number of sweeps. */
    public Focus repeatedly() {
        return new Focus(layers, ruled, Integer.MAX_VALUE, toTheLogits);
    }

    Set<String> layers() {
        return layers;
    }

    /** Whether the pass goes on above the highest layer. */
    boolean toTheLogits() {
        return toTheLogits;
    }

    boolean rules(Op op) {
        return ruled.contains(op.getClass());
    }

    /** How many sweeps may follow the forward pass. */
    int sweeps() {
        return sweeps;
    }
}
