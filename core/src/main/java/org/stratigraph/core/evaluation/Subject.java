package org.stratigraph.core.evaluation;

import java.util.Optional;

/**
 * What is compared, as a user types it: {@code METHOD}, {@code METHOD @ PROBE} or {@code METHOD [@ PROBE] | FUSER}. Immutable.
 *
 * <p>Without a fuser, every layer that the probe chooses is judged by itself; with one, what it makes of all of them. Without
 * a probe, a method is judged where its users look: gradients at the input, the CAM family at the last convolution's stage.
 */
public record Subject(String method, Optional<String> probe, Optional<String> fuser) {
    /**
     * Reads what a user typed; names are looked up later.
     *
     * @throws IllegalArgumentException if a part is missing
     */
    public static Subject parse(String typed) {
        String[] fused = typed.split("\\|", -1);
        String[] placed = fused[0].split("@", -1);
        if (fused.length > 2 || placed.length > 2 || anyBlank(fused) || anyBlank(placed)) {
            throw new IllegalArgumentException("'" + typed
                    + "' is no subject: type METHOD, METHOD @ PROBE, METHOD | FUSER or METHOD @ PROBE | FUSER");
        }
        return new Subject(
                placed[0].strip(),
                placed.length == 2 ? Optional.of(placed[1].strip()) : Optional.empty(),
                fused.length == 2 ? Optional.of(fused[1].strip()) : Optional.empty());
    }

    private static boolean anyBlank(String[] words) {
        for (String word : words) {
            if (word.isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** As a user would type it. */
    @Override
    public String toString() {
        return method
                + probe.map(name -> " @ " + name).orElse("")
                + fuser.map(name -> " | " + name).orElse("");
    }
}
