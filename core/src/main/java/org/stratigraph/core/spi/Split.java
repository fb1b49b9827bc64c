package org.stratigraph.core.spi;

/** What pictures of a data source are for; none that there is to learn from is in another split. */
public enum Split {
    /** To learn from. */
    TRAIN,

    /** To choose settings by. */
    VALIDATION,

    /** To report results on. */
    TEST
}
