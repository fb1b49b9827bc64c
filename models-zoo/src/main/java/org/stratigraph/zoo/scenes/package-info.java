/**
 * Seeded pictures of textured shapes with known truth (class, box and mask of every object), drawn with plain arithmetic
 * so that they are the same bytes on every machine; for training, testing and demonstrating on, by everybody.
 */
package org.stratigraph.zoo.scenes;
