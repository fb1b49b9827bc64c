package org.stratigraph.core.catalog;

/**
 * A part as a user asks for it: {@code NAME} or {@code NAME:ARGUMENT}. Immutable.
 *
 * @param name before the first colon
 * @param argument after it; empty where there is none
 */
record Spec(String name, String argument) {
    static Spec parse(String typed) {
        int colon = typed.indexOf(':');
        return colon < 0
                ? new Spec(typed.strip(), "")
                : new Spec(
                        typed.substring(0, colon).strip(),
                        typed.substring(colon + 1).strip());
    }
}
