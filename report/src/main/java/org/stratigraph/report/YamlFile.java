package org.stratigraph.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stratigraph.core.files.AtomicFile;
import org.stratigraph.core.network.Names;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Configuration as YAML, read strictly: a key that nobody reads is an error. */
public final class YamlFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private YamlFile() {}

    /**
     * Reads a file into a record.
     *
     * @throws IOException if it cannot be read, or is larger than a megabyte
     * @throws IllegalArgumentException if it says something else than such a record; the message gives line and column, and for
     *     an unknown key the nearest known one
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(file + " is larger than " + MOST_BYTES + " bytes: no configuration is");
        }
        return parse(Files.readString(file), file.toString(), type);
    }

    /** The same for text that is at hand; the name is for messages. */
    public static <T> T parse(String text, String name, Class<T> type) {
        try {
            T content = MAPPER.readValue(text, type);
            if (content == null) {
                throw new IllegalArgumentException(name + " is empty");
            }
            return content;
        } catch (UnrecognizedPropertyException unknown) {
            List<String> known = unknown.getKnownPropertyIds().stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            throw new IllegalArgumentException(
                    place(name, unknown) + "unknown key '" + unknown.getPropertyName() + "'; did you mean "
                            + Names.nearest(unknown.getPropertyName(), known, 1).get(0) + "? There are: "
                            + String.join(", ", known),
                    unknown);
        } catch (JacksonException wrong) {
            Throwable cause = wrong.getCause();
            String reason = cause instanceof IllegalArgumentException ? cause.getMessage() : wrong.getOriginalMessage();
            throw new IllegalArgumentException(place(name, wrong) + reason, wrong);
        }
    }

    private static String place(String name, JacksonException failure) {
        return failure.getLocation() == null || failure.getLocation().getLineNr() < 1
                ? name + ": "
                : name + ", line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ": ";
    }

    /** Writes a record, whole or not at all. */
    public static void write(Object content, Path file) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(content);
        AtomicFile.write(file, stream -> stream.write(bytes));
    }
}
