package org.stratigraph.zoo.pth;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.stratigraph.core.files.Quote;

/** What the directory of a zip file must keep to, before any entry of it is read. */
final class ZipEntries {
    private static final int MOST = 100_000;

    private ZipEntries() {}

    /**
     * The size of each entry. All must be stored, not compressed, as torch writes them: then no entry is larger than
     * the file, and a part of one can be read without the rest.
     */
    static Map<String, Long> sizes(ZipFile zip, long fileSize) throws IOException {
        if (zip.size() > MOST) {
            throw new IOException("it has " + zip.size() + " zip entries, more than the " + MOST + " allowed");
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            check(entry, fileSize);
            if (sizes.put(entry.getName(), entry.getSize()) != null) {
                throw new IOException("it has two zip entries named " + Quote.of(entry.getName()));
            }
        }
        return sizes;
    }

    /** The folder, ending in a slash, that everything torch wrote lies in. */
    static String root(Collection<String> names) throws IOException {
        if (names.stream().anyMatch(name -> name.endsWith("/constants.pkl") || name.contains("/code/"))) {
            throw new IOException("it is a TorchScript archive, a program with its weights; save the weights alone with"
                    + " torch.save(torch.jit.load(path).state_dict(), other_path)");
        }
        List<String> pickles =
                names.stream().filter(name -> name.matches("[^/]+/data\\.pkl")).toList();
        if (pickles.size() != 1) {
            throw new IOException("it must have one entry FOLDER/" + PthArchive.PICKLE
                    + ", as torch.save writes; it has " + Quote.some(names));
        }
        String pickle = pickles.get(0);
        return pickle.substring(0, pickle.length() - PthArchive.PICKLE.length());
    }

    private static void check(ZipEntry entry, long fileSize) throws IOException {
        String name = "its zip entry " + Quote.of(entry.getName());
        if (entry.getMethod() != ZipEntry.STORED || entry.getCompressedSize() != entry.getSize()) {
            throw new IOException(name + " is compressed, which torch.save never does; unpack the file and pack it with"
                    + " zip -0, or save it again");
        }
        if (entry.getSize() < 0 || entry.getSize() > fileSize) {
            throw new IOException(name + " claims " + entry.getSize() + " bytes, but the whole file has " + fileSize);
        }
    }
}
