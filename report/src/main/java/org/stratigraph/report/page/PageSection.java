package org.stratigraph.report.page;

import java.util.List;

/**
 * One model on one data set. Immutable.
 *
 * @param heading such as "scenes-resnet50 on scenes"
 * @param pictures all explained by the same methods, in the same order
 * @param scores in any order; those of one metric make one table
 * @param curves in any order; those of one metric and name make one chart
 */
public record PageSection(String heading, List<PagePicture> pictures, List<PageScore> scores, List<PageCurve> curves) {
    public PageSection {
        pictures = List.copyOf(pictures);
        scores = List.copyOf(scores);
        curves = List.copyOf(curves);
        List<String> methods = pictures.isEmpty() ? List.of() : pictures.get(0).methods();
        for (PagePicture picture : pictures) {
            if (!picture.methods().equals(methods)) {
                throw new IllegalArgumentException("section '" + heading + "': picture '" + picture.name()
                        + "' is explained by " + picture.methods() + ", but the first one by " + methods
                        + "; a row of the page is one method for all pictures");
            }
        }
    }

    /** The rows, the same for every picture. */
    List<String> methods() {
        return pictures.isEmpty() ? List.of() : pictures.get(0).methods();
    }
}
