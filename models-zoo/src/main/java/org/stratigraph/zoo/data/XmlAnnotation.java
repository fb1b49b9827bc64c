package org.stratigraph.zoo.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.stratigraph.core.files.Quote;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The objects of one annotation file of Pascal VOC's kind, which ImageNet has too: {@code annotation/object} with a
 * {@code name} and a {@code bndbox}. A file is hostile until checked: long ones and any with a document type, and so with
 * entities, are refused.
 */
final class XmlAnnotation {
    private static final int MOST_BYTES = 1 << 20; // the longest of VOC 2012 has 20 KB

    private XmlAnnotation() {}

    /** @throws IOException naming the file, if it is missing or not understood */
    static List<XmlObject> read(Path file) throws IOException {
        byte[] content = content(file);
        try {
            Element root = parser().parse(new ByteArrayInputStream(content)).getDocumentElement();
            List<XmlObject> objects = new ArrayList<>();
            for (Element object : children(root, "object")) {
                objects.add(object(object));
            }
            return objects;
        } catch (SAXException | IllegalArgumentException wrong) {
            throw new IOException("cannot read " + file + ": " + wrong.getMessage(), wrong);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such annotation");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("cannot read " + file + ": it has " + Files.size(file) + " bytes, at most "
                    + MOST_BYTES + " are accepted");
        }
        return Files.readAllBytes(file);
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler()); // throws; the parser's own prints as well
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser lacks a feature", impossible);
        }
    }

    private static XmlObject object(Element object) {
        Element box = child(object, "bndbox");
        return new XmlObject(
                text(child(object, "name")),
                pixel(child(box, "xmin")),
                pixel(child(box, "ymin")),
                pixel(child(box, "xmax")),
                pixel(child(box, "ymax")));
    }

    /** VOC 2011 has some fractions of pixels. */
    private static int pixel(Element element) {
        String text = text(element);
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) < DrawnObject.FURTHEST) { // refuses NaN as well
                return (int) Math.round(value);
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw new IllegalArgumentException(
                "<" + element.getTagName() + "> is no place in a picture: " + Quote.of(text));
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "an <" + parent.getTagName() + "> has " + found.size() + " <" + name + ">, not one");
        }
        return found.get(0);
    }

    /** Direct children alone: the parts of a VOC person have names and boxes too. */
    private static List<Element> children(Element parent, String name) {
        return nodes(parent).stream()
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node : nodes(element)) {
            if (node.getNodeType() == Node.ELEMENT_NODE) { // getTextContent would descend, however deep it goes
                throw new IllegalArgumentException("<" + element.getTagName() + "> holds more than text");
            }
            text.append(node.getNodeType() == Node.COMMENT_NODE ? "" : node.getNodeValue());
        }
        return text.toString().strip();
    }

    private static List<Node> nodes(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }
}
