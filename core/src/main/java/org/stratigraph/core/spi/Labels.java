package org.stratigraph.core.spi;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.stratigraph.core.network.Names;

/**
 * The names of a model's classes, by index. Immutable.
 *
 * @param names one per class, not necessarily different (ImageNet has two kinds of crane)
 */
public record Labels(List<String> names) {
    public Labels {
        names = List.copyOf(names);
    }

    /** {@code class 0}, {@code class 1} and so on, where nothing better is known. */
    public static Labels numbered(int classes) {
        return new Labels(
                IntStream.range(0, classes).mapToObj(index -> "class " + index).toList());
    }

    public String name(int index) {
        return names.get(index);
    }

    /**
     * The class of a name, whatever its case; {@code _} may stand for a space.
     *
     * @throws NoSuchElementException if there is none, or more than one; the message says which come near
     */
    public int index(String typed) {
        String wanted = typed.replace('_', ' ').strip();
        List<Integer> found = IntStream.range(0, names.size())
                .filter(index -> names.get(index).equalsIgnoreCase(wanted))
                .boxed()
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new NoSuchElementException(
                found.isEmpty()
                        ? "no class '" + typed + "'; nearest of " + names.size() + ": "
                                + String.join(", ", Names.nearest(wanted, names, 5)) + "; a number, 0 to "
                                + (names.size() - 1) + ", or top1 will do as well"
                        : "'" + typed + "' names the classes " + found + "; give the number");
    }
}
