package org.stratigraph.report.page;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture and what the network answers.
 *
 * @param view what the network sees of it
 * @param answers the targets that can be chosen, the first one shown first; all explained by the same methods
 */
public record PagePicture(String name, BufferedImage view, List<PageAnswer> answers) {
    public PagePicture {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("picture '" + name + "' has no target; the page needs one at least");
        }
        for (PageAnswer answer : answers) {
            if (!answer.methodNames().equals(answers.get(0).methodNames())) {
                throw new IllegalArgumentException("picture '" + name + "': target '" + answer.target()
                        + "' is explained by " + answer.methodNames() + ", but '"
                        + answers.get(0).target() + "' by "
                        + answers.get(0).methodNames() + "; all targets need the same methods");
            }
        }
    }

    List<String> methods() {
        return answers.get(0).methodNames();
    }
}
