package org.stratigraph.report.page;

import java.util.List;

/**
 * What the network says of one target, and every method's explanation of it. Immutable.
 *
 * @param target the class's label
 * @param logit of the target
 * @param probability of the target, 0 ... 1
 */
public record PageAnswer(String target, double logit, double probability, List<PageMethod> methods) {
    public PageAnswer {
        methods = List.copyOf(methods);
    }

    List<String> methodNames() {
        return methods.stream().map(PageMethod::method).toList();
    }
}
