package org.stratigraph.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.stratigraph.core.network.BackpropRule;
import org.stratigraph.core.network.Call;

/**
 * The rules of layer-wise relevance propagation (Bach et al., 2015; Montavon et al., 2019), named and defined as in Zennit:
 * each hands the relevance of an output to the inputs in the ratio of contributions, some of which it favours.
 */
final class LrpRules {
    private static final UnaryOperator<NDArray> POSITIVE = array -> array.maximum(0);
    private static final UnaryOperator<NDArray> NEGATIVE = array -> array.minimum(0);
    private static final UnaryOperator<NDArray> ONES = NDArray::onesLike;
    private static final UnaryOperator<NDArray> NOTHING = NDArray::zerosLike;

    private LrpRules() {}

    /** Activations hand their relevance on. */
    static BackpropRule pass() {
        return (call, relevance) -> new NDList(relevance);
    }

    /** {@code x * w / (z + epsilon)}: all contributions, bias among them. Also Zennit's Norm, where nothing is weighted. */
    static BackpropRule epsilon(double epsilon) {
        return (call, relevance) -> times(call.inputs(), call.vjp(relevance.div(stabilised(call.output(), epsilon))));
    }

    /** The positive contributions alone, {@code x+ * w+} and {@code x- * w-}. */
    static BackpropRule zPlus(double epsilon) {
        return (call, relevance) -> shared(positive(call), relevance, epsilon);
    }

    /** Alpha times the positive contributions' share, less beta = alpha - 1 times the negative ones'. */
    static BackpropRule alphaBeta(double alpha, double epsilon) {
        return (call, relevance) -> sum(
                shared(positive(call), relevance.mul(alpha), epsilon),
                shared(negative(call), relevance.mul(1 - alpha), epsilon));
    }

    /**
     * Contributions of the output's own sign count {@code 1 + gamma} times as much: {@code w + gamma * w+} where the output is
     * positive.
     */
    static BackpropRule gamma(double gamma, double epsilon) {
        UnaryOperator<NDArray> raised = weight -> weight.add(weight.maximum(0).mul(gamma));
        UnaryOperator<NDArray> lowered = weight -> weight.add(weight.minimum(0).mul(gamma));
        return (call, relevance) -> {
            NDArray above = call.output().gt(0).toType(relevance.getDataType(), false);
            NDArray below = call.output().lt(0).toType(relevance.getDataType(), false);
            return sum(
                    shared(halves(call, raised, lowered), relevance.mul(above), epsilon),
                    shared(halves(call, lowered, raised), relevance.mul(below), epsilon));
        };
    }

    /** Every input in an output's reach alike, whatever it is. */
    static BackpropRule flat(double epsilon) {
        return (call, relevance) -> shared(List.of(with(call, ONES, ONES, NOTHING)), relevance, epsilon);
    }

    /** One rule at the steps that read the image, another at the rest. */
    static BackpropRule atImage(String input, BackpropRule first, BackpropRule rest) {
        return (call, relevance) -> (call.node().inputs().contains(input) ? first : rest).apply(call, relevance);
    }

    private static List<Call> positive(Call call) {
        return halves(call, POSITIVE, NEGATIVE);
    }

    private static List<Call> negative(Call call) {
        return halves(call, NEGATIVE, POSITIVE);
    }

    /** The step for positive inputs, bias with it, and for negative inputs, each with weights of its own. */
    private static List<Call> halves(
            Call call, UnaryOperator<NDArray> forPositive, UnaryOperator<NDArray> forNegative) {
        return List.of(with(call, POSITIVE, forPositive, forPositive), with(call, NEGATIVE, forNegative, NOTHING));
    }

    private static Call with(
            Call call, UnaryOperator<NDArray> input, UnaryOperator<NDArray> weight, UnaryOperator<NDArray> bias) {
        NDList inputs = new NDList(call.inputs().stream().map(input).toList());
        NDList parameters = call.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            parameters.set(i, (i == 0 ? weight : bias).apply(parameters.get(i)));
        }
        return call.with(inputs, parameters);
    }

    /** The relevance in the ratio of what the parts of an output contribute. */
    private static NDList shared(List<Call> parts, NDArray relevance, double epsilon) {
        NDArray output = parts.get(0).output();
        for (Call part : parts.subList(1, parts.size())) {
            output = output.add(part.output());
        }
        NDArray ratio = relevance.div(stabilised(output, epsilon));
        return parts.stream()
                .map(part -> times(part.inputs(), part.vjp(ratio)))
                .reduce(LrpRules::sum)
                .orElseThrow();
    }

    /** Moved away from zero by epsilon, zero itself upward. */
    private static NDArray stabilised(NDArray output, double epsilon) {
        NDArray signs =
                output.gte(0).toType(output.getDataType(), false).muli(2).subi(1);
        return signs.muli(epsilon).addi(output);
    }

    private static NDList times(NDList inputs, NDList gradients) {
        NDList products = new NDList(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            products.add(inputs.get(i).mul(gradients.get(i)));
        }
        return products;
    }

    private static NDList sum(NDList one, NDList other) {
        NDList sums = new NDList(one.size());
        for (int i = 0; i < one.size(); i++) {
            sums.add(one.get(i).add(other.get(i)));
        }
        return sums;
    }
}
