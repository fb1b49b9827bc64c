/**
 * The border to libtorch: the only package that names {@code ai.djl.pytorch}; for {@code op} and {@code network} alone.
 */
package org.stratigraph.core.engine;
