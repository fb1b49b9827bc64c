/**
 * The energy-based pointing game and its relatives: how much of a map lies inside an object, section A.3 of the paper.
 */
package org.stratigraph.localization;
