/**
 * Finds plugins and makes their parts by name; for the composition root and for embedders.
 */
package org.stratigraph.core.catalog;
