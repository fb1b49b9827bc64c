package org.stratigraph.core.files;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the JSON header of a safetensors file and accepts nothing that the format does not name. */
final class SafeTensorsHeaderParser {
    static final String METADATA = "__metadata__";

    private static final int MOST_TENSORS = 100_000;

    private final JsonReader json;
    private final Map<String, SafeTensorsEntry> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    private SafeTensorsHeaderParser(String text) {
        this.json = new JsonReader(new StringReader(text));
        json.setStrictness(Strictness.STRICT);
    }

    /** @throws IOException saying what is wrong, without the name of the file */
    static SafeTensorsHeader parse(byte[] header) throws IOException {
        if (header.length == 0 || header[0] != '{') {
            throw new IOException("the header must begin with '{'");
        }
        SafeTensorsHeaderParser parser = new SafeTensorsHeaderParser(text(header));
        try {
            parser.header();
        } catch (EOFException e) {
            throw new IOException("the header ends in the middle of its JSON", e);
        } catch (MalformedJsonException e) {
            throw new IOException("the header is not strict JSON, after " + parser.tensors.size() + " tensors", e);
        }
        return new SafeTensorsHeader(parser.tensors, parser.metadata);
    }

    private static String text(byte[] header) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("the header is not UTF-8 text", e);
        }
    }

    private void header() throws IOException {
        json.beginObject();
        boolean metadataSeen = false;
        while (json.hasNext()) {
            String name = json.nextName();
            if (!name.equals(METADATA)) {
                tensor(name);
            } else if (metadataSeen) {
                throw new IOException(METADATA + " stands there twice");
            } else {
                metadataSeen = true;
                metadata();
            }
        }
        json.endObject();
        expect(json, JsonToken.END_DOCUMENT, "the header");
    }

    private void metadata() throws IOException {
        expect(json, JsonToken.BEGIN_OBJECT, METADATA);
        json.beginObject();
        while (json.hasNext()) {
            String key = json.nextName();
            String where = METADATA + ", key " + Quote.of(key);
            expect(json, JsonToken.STRING, where);
            if (metadata.putIfAbsent(key, json.nextString()) != null) {
                throw new IOException(where + " stands there twice");
            }
        }
        json.endObject();
    }

    private void tensor(String name) throws IOException {
        String where = "tensor " + Quote.of(name);
        if (tensors.size() == MOST_TENSORS) {
            throw new IOException("there are more than " + MOST_TENSORS + " tensors");
        }
        if (tensors.put(name, SafeTensorsEntryParser.parse(json, where)) != null) {
            throw new IOException(where + " stands there twice");
        }
    }

    static void expect(JsonReader json, JsonToken token, String where) throws IOException {
        if (json.peek() != token) {
            throw new IOException(where + ": expected " + token + ", found " + json.peek());
        }
    }
}
