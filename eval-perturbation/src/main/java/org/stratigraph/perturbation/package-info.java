/**
 * Pixel removal: LeRF, MoRF and their relatives, sections 4.2 and A.2 of the paper.
 */
package org.stratigraph.perturbation;
