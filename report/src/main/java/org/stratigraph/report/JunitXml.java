package org.stratigraph.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.stratigraph.core.files.AtomicFile;

/** Checks in the form that build servers show. */
public final class JunitXml {
    private JunitXml() {}

    /**
     * One check.
     *
     * @param group like a test's class
     * @param name like a test's
     * @param failure why it failed, if it did
     */
    public record Case(String group, String name, Optional<String> failure) {}

    /** Writes one suite, whole or not at all. */
    public static void write(String suite, List<Case> cases, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite);
            xml.writeAttribute("tests", String.valueOf(cases.size()));
            xml.writeAttribute(
                    "failures",
                    String.valueOf(cases.stream()
                            .filter(one -> one.failure().isPresent())
                            .count()));
            for (Case one : cases) {
                write(xml, one);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IOException(impossible);
        }
        AtomicFile.write(file, stream -> bytes.writeTo(stream));
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", one.group());
        xml.writeAttribute("name", one.name());
        if (one.failure().isPresent()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", one.failure().get());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
