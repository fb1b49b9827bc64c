package org.stratigraph.zoo.scenes;

/** A region of the plane around the origin, about two units across. */
interface Outline {
    /** Signed distance to the edge, negative inside; it needs to be right near the edge only. */
    double distance(double u, double v);

    /** A distance from the origin beyond which nothing lies. */
    double reach();
}
