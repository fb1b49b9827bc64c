package org.stratigraph.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The page's script, one text made of its parts. Immutable.
 *
 * @param text what stands between the tags
 */
record Script(String text) {
    private static final List<String> PARTS =
            List.of("tif.js", "colours.js", "tables.js", "controls.js", "grid.js", "page.js");

    static Script read() throws IOException {
        StringBuilder text = new StringBuilder("\n\"use strict\";\n{\n"); // a block, so that no name is global
        for (String part : PARTS) {
            text.append(Resource.read(part));
        }
        return new Script(text.append("}\n").toString());
    }

    String element() {
        return "<script>" + text + "</script>\n";
    }

    /** What a content security policy calls this script, and no other. */
    String permission() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
