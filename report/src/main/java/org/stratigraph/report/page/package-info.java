/**
 * One HTML file that compares methods: pictures, scores and curves; whoever has the values at hand may write it.
 */
package org.stratigraph.report.page;
