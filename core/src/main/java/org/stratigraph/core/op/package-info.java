/**
 * The kinds of node that a network is made of, one record each; rules are chosen by these classes.
 */
package org.stratigraph.core.op;
