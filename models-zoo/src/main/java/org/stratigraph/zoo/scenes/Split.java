package org.stratigraph.zoo.scenes;

/** What a scene is for; scenes of different splits come from unrelated random streams. */
public enum Split {
    /** To learn from. */
    TRAIN(0x7261696eL),

    /** To choose settings by. */
    VALIDATION(0x76616c69L),

    /** To report results on. */
    TEST(0x74657374L);

    private final long key;

    Split(long key) {
        this.key = key;
    }

    /** The number mixed into the seed: written out, so that reordering the splits changes no picture. */
    long key() {
        return key;
    }
}
