package org.stratigraph.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.stratigraph.core.files.AtomicFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results as JSON, for scripts. */
public final class JsonFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    /** Writes maps, lists, records, strings and numbers, whole or not at all. */
    public static void write(Map<String, ?> content, Path file) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(content);
        AtomicFile.write(file, stream -> stream.write(bytes));
    }
}
