/**
 * The command line: options in, core and report called, words and exit codes out; nobody depends on it.
 */
package org.stratigraph.cli;
