/**
 * Pictures and files that show results to people and scripts; knows heap values only.
 */
package org.stratigraph.report;
