package org.stratigraph.cli;

import java.util.Locale;

/**
 * One thing that may not have moved.
 *
 * @param cell the model and the data
 * @param what the subject and the figure
 * @param detail what was measured, and what is allowed
 */
record GateCheck(String cell, String what, String detail, boolean passed) {

    static GateCheck correlation(String cell, String subject, double correlation, int maps, double least) {
        return new GateCheck(
                cell,
                subject + ", rank correlation",
                String.format(Locale.ROOT, "%.4f over %d maps (at least %.4f)", correlation, maps, least),
                correlation >= least);
    }

    static GateCheck score(
            String cell, String subject, String metric, double before, double after, double worse, double most) {
        return new GateCheck(
                cell,
                subject + ", " + metric,
                String.format(
                        Locale.ROOT,
                        "%.4f, was %.4f: %.4f worse (at most %.4f)",
                        after,
                        before,
                        Math.max(worse, 0),
                        most),
                worse <= most);
    }

    static GateCheck missing(String cell, String what) {
        return new GateCheck(cell, what, "is in the baseline and not in the run", false);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-6s %s: %s", passed ? "ok" : "MOVED", what, detail);
    }
}
