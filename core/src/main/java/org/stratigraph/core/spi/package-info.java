/**
 * What a plugin offers and the parts it is made of; for everyone who adds a method, a rule, a probe or a model.
 */
package org.stratigraph.core.spi;
