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

    private final FileChannel channel;
    private final List<Map<String, Object>> lines;

    private JsonLines(FileChannel channel, List<Map<String, Object>> lines) {
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
        String whole = whole(Files.readString(file));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : whole.lines().toList()) {
            lines.add(parse(file, line));
        }
        if (lines.isEmpty() || !lines.get(0).equals(own)) {
            throw new IOException(file + " holds the results of another run: "
                    + (lines.isEmpty() ? "none" : lines.get(0)) + ", not " + own + "; remove it, or write elsewhere");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        return new JsonLines(channel, new ArrayList<>(lines.subList(1, lines.size())));
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

    /** Adds a result and hands it to the disk. */
    public void add(Map<String, ?> result) throws IOException {
        byte[] line = line(result);
        ByteBuffer bytes = ByteBuffer.wrap(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        lines.add(MAPPER.readValue(line, OBJECT));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
