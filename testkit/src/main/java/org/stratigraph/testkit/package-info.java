/**
 * Contracts that every plugin extends in its tests, ours and third parties', and small networks to test with.
 */
package org.stratigraph.testkit;
