package org.stratigraph.core.training;

/** Why a training ended. */
public enum Ending {
    /** All steps are done. */
    FINISHED,
    /** The accuracy asked for was reached before. */
    TARGET_REACHED,
    /** It was asked to stop; it can go on from its checkpoint. */
    INTERRUPTED
}
