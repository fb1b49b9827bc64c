package org.stratigraph.core.spi;

/**
 * Hears how far a long method has come. To stop it, throw an unchecked exception, {@link
 * java.util.concurrent.CancellationException} say: the method frees what it holds and passes it on.
 */
@FunctionalInterface
public interface Progress {
    /** Does not listen. */
    Progress NONE = (layer, done, all) -> {};

    /**
     * Some passes more are done.
     *
     * @param layer the layer that they are for
     * @param done how many so far, for this layer
     * @param all how many there will be
     */
    void passes(String layer, int done, int all);
}
