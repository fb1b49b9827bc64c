package org.stratigraph.core.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.stratigraph.core.op.Op;

/**
 * Which rule carries relevance back through which kind of op; the plain gradient where none is named. Immutable.
 */
public final class RuleSet {
    private static final RuleSet GRADIENT = new RuleSet(Map.of(), Start.GRADIENT);

    private final Map<Class<? extends Op>, BackpropRule> rules;
    private final Start start;

    private RuleSet(Map<Class<? extends Op>, BackpropRule> rules, Start start) {
        this.rules = Map.copyOf(rules);
        this.start = start;
    }

    /** No rule of its own anywhere: the sweep gives the derivative of the target logit. */
    public static RuleSet gradient() {
        return GRADIENT;
    }

    /** This set with one kind of op under another rule. */
    public RuleSet with(Class<? extends Op> kind, BackpropRule rule) {
        Map<Class<? extends Op>, BackpropRule> more = new LinkedHashMap<>(rules);
        more.put(kind, rule);
        return new RuleSet(more, start);
    }

    /** These rules from another start at the logits. */
    public RuleSet from(Start otherStart) {
        return new RuleSet(rules, otherStart);
    }

    Start start() {
        return start;
    }

    /** The kinds of op under a rule of their own. */
    public Set<Class<? extends Op>> kinds() {
        return rules.keySet();
    }

    /** The rule for an op: that of its kind, or the plain gradient. */
    public BackpropRule rule(Op op) {
        return rules.getOrDefault(op.getClass(), Call::vjp);
    }
}
