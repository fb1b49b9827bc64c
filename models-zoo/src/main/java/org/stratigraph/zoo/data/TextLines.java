package org.stratigraph.zoo.data;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a text file. */
final class TextLines {
    /** Longer files are refused before they are read; ImageNet's longest table has 2 MB for its 50000 pictures. */
    private static final long MOST_BYTES = 256L << 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /** @throws IOException naming the file, if it cannot be read, is too long or not UTF-8 */
    static List<String> of(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("cannot read " + file + ": it has " + Files.size(file) + " bytes, at most "
                    + MOST_BYTES + " are accepted");
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
                    .lines()
                    .toList();
        } catch (CharacterCodingException notText) {
            throw new IOException("cannot read " + file + ": it is not UTF-8 text; save it as such", notText);
        }
    }
}
