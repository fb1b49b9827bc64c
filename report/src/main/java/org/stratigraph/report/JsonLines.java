package org.stratigraph.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stratigraph.core.files.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results that grow line by line, so that a run that stops goes on from what it has: the first line says whose results they are,
 * every other is one JSON object. A line that was being written when the machine stopped is dropped. One thread.
 */
public final class JsonLines implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    /**
     * What a file holds. Immutable.
     *
     * @param run whose results they are; empty in a file without a first line
     * @param lines the results
     */
    public record Content(Map<String, Object> run, List<Map<String, Object>> lines) {
        public Content {
            run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
            lines = List.copyOf(lines);
        }
    }

    private final Path file;
    private final FileChannel channel;
    private final List<Map<String, Object>> lines;

    /** @param channel where the next line goes; closed with this */
    JsonLines(Path file, FileChannel channel, List<Map<String, Object>> lines) {
        this.file = file;
        this.channel = channel;
        this.lines = lines;
    }

    /**
     * Opens a file, or starts one.
     *
     * @param run everything that decides what the results are
     * @throws IOException if it cannot be read, is no such file, or holds another run's results
     */
    public static JsonLines open(Path file, Map<String, ?> run) throws IOException {
        Map<String, Object> own = parse(file, MAPPER.writeValueAsString(run));
        if (!Files.exists(file)) {
            AtomicFile.write(file, stream -> stream.write(line(own)));
        }
        Content content = read(file);
        if (!content.run().equals(own)) {
            throw new IOException(file + " holds the results of another run: "
                    + (content.run().isEmpty() ? "none" : content.run()) + ", not " + own
                    + "; remove it, or write elsewhere");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(whole(Files.readString(file)).getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        return new JsonLines(file, channel, new ArrayList<>(content.lines()));
    }

    /**
     * Reads a file as it is, without the line that was being written when its run stopped.
     *
     * @throws IOException if it cannot be read, or is no such file
     */
    public static Content read(Path file) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : whole(Files.readString(file)).lines().toList()) {
            lines.add(parse(file, line));
        }
        return lines.isEmpty()
                ? new Content(Map.of(), List.of())
                : new Content(lines.get(0), lines.subList(1, lines.size()));
    }

    /** Writes a file, whole or not at all, that {@link #open} can add to. */
    public static void write(Content content, Path file) throws IOException {
        AtomicFile.write(file, stream -> {
            stream.write(line(content.run()));
            for (Map<String, Object> result : content.lines()) {
                stream.write(line(result));
            }
        });
    }

    /** Up to the last line that was written whole. */
    private static String whole(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static Map<String, Object> parse(Path file, String line) throws IOException {
        try {
            return MAPPER.readValue(line, OBJECT);
        } catch (JacksonException broken) {
            throw new IOException(file + " is no file of results: " + broken.getOriginalMessage(), broken);
        }
    }

    private static byte[] line(Map<String, ?> content) {
        return (MAPPER.writeValueAsString(content) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** All results so far, those of earlier runs first. */
    public List<Map<String, Object>> lines() {
        return Collections.unmodifiableList(lines);
    }

    /**
     * Adds a result and hands it to the disk.
     *
     * @throws IOException if the disk is full, say; what was added before is kept
     */
    public void add(Map<String, ?> result) throws IOException {
        byte[] line = line(result);
        try {
            write(ByteBuffer.wrap(line));
        } catch (IOException failure) {
            throw new IOException("cannot write " + file + ": " + failure.getMessage(), failure);
        }
        lines.add(MAPPER.readValue(line, OBJECT));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
