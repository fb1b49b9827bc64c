package org.stratigraph.core.spi;

/** What pictures of a data source are for; no picture is in two splits. */
public enum Split {
    /** To learn from. */
    TRAIN,

    /** To choose settings by. */
    VALIDATION,

    /** To report results on. */
    TEST
}
