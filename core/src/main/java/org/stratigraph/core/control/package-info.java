/**
 * Methods that ignore the model, for others to be held against; registered by core's own plugin.
 */
package org.stratigraph.core.control;
