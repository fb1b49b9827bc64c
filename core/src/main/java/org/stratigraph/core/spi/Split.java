package org.stratigraph.core.spi;

/**
 * What pictures of a data source are for. None to learn from is in another split; a source whose pictures are all there to
 * measure with may give the same ones to choose by and to report on.
 */
public enum Split {
    /** To learn from. */
    TRAIN,

    /** To choose settings by. */
    VALIDATION,

    /** To report results on. */
    TEST
}
