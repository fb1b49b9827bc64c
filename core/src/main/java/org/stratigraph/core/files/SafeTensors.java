package org.stratigraph.core.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.stratigraph.core.image.Tensor;

/**
 * A safetensors file, on a disk or in memory, whose header has been checked; numbers are read when asked for. Immutable, thread-safe.
 *
 * <p>The file must not be overwritten in place while this or a tensor of it is in use: float32 tensors are views of it.
 */
public final class SafeTensors {
    private final FileBytes file;
    private final long size;
    private final long dataStart;
    private final SafeTensorsHeader header;

    private SafeTensors(FileBytes file, long size, long dataStart, SafeTensorsHeader header) {
        this.file = file;
        this.size = size;
        this.dataStart = dataStart;
        this.header = header;
    }

    /**
     * Reads and checks the header, before anything else is read or allocated.
     *
     * @throws IOException if it breaks a rule of the format, saying which tensor and which rule
     */
    public static SafeTensors open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "there is no such file");
        }
        return open(FileBytes.of(path));
    }

    /**
     * Checks the header of a file's content in memory, which must not be written to afterwards.
     *
     * @param name what it is called in messages
     * @throws IOException if it breaks a rule of the format, saying which tensor and which rule
     */
    public static SafeTensors of(String name, byte[] content) throws IOException {
        return open(FileBytes.of(name, content));
    }

    /** The tensors, in the order of the header. */
    public Set<String> names() {
        return header.tensors().keySet();
    }

    /** The lengths of its axes; empty for a single number. */
    public int[] shape(String name) {
        return entry(name).shape();
    }

    /** How its numbers are stored: {@code F32}, {@code F16}, {@code I64}, ... */
    public String dtype(String name) {
        return entry(name).type().name();
    }

    /**
     * A tensor of F32, F64, F16 or BF16 numbers; F32 is a view of the file, the others are converted.
     *
     * @throws IllegalArgumentException if its numbers are of another type
     */
    public Tensor floats(String name) throws IOException {
        SafeTensorsEntry entry = entry(name);
        if (!entry.type().isFloat()) {
            throw wrongType(name, "floats");
        }
        ByteBuffer bytes = map(entry);
        if (entry.type() == ElementType.F32) {
            return Tensor.wrap(bytes.asFloatBuffer(), entry.shape());
        }
        FloatBuffer values = FloatBuffer.allocate(entry.count());
        entry.type().floats(bytes, values);
        return Tensor.wrap(values.flip(), entry.shape());
    }

    /**
     * A tensor of whole numbers (I64, I32, I16, I8, U32, U16, U8 or BOOL), row-major.
     *
     * @throws IllegalArgumentException if its numbers are of another type
     */
    public long[] integers(String name) throws IOException {
        SafeTensorsEntry entry = entry(name);
        if (!entry.type().isInteger()) {
            throw wrongType(name, "whole numbers");
        }
        long[] values = new long[entry.count()];
        entry.type().integers(map(entry), LongBuffer.wrap(values));
        return values;
    }

    /** The notes that the file carries beside its tensors; often none. */
    public Map<String, String> metadata() {
        return header.metadata();
    }

    private static SafeTensors open(FileBytes file) throws IOException {
        try {
            byte[] json = SafeTensorsHeaderBytes.read(file);
            SafeTensorsHeader header = SafeTensorsHeaderParser.parse(json);
            long size = file.size();
            long dataStart = SafeTensorsHeaderBytes.START + json.length;
            header.checkCovers(size - dataStart);
            return new SafeTensors(file, size, dataStart, header);
        } catch (IOException e) {
            throw new IOException(file.name() + " cannot be read as a safetensors file: " + e.getMessage(), e);
        }
    }

    private SafeTensorsEntry entry(String name) {
        if (!names().contains(name)) {
            throw new NoSuchElementException(
                    file.name() + " has no tensor " + Quote.of(name) + "; it has " + Quote.some(names()));
        }
        return header.tensors().get(name);
    }

    private IllegalArgumentException wrongType(String name, String asked) {
        return new IllegalArgumentException(file.name() + ": tensor " + Quote.of(name) + " holds " + dtype(name)
                + " numbers, which are not read as " + asked);
    }

    private ByteBuffer map(SafeTensorsEntry entry) throws IOException {
        if (file.size() != size) {
            throw new IOException(file.name() + " had " + size + " bytes when it was opened and has " + file.size()
                    + " now; open it again");
        }
        return file.view(dataStart + entry.begin(), entry.length()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
