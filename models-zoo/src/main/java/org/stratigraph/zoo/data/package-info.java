/**
 * Pictures that a user has in files, with their classes and boxes, as a data source; the zoo's plugin offers it.
 */
package org.stratigraph.zoo.data;
