package org.stratigraph.zoo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations that somebody else wrote. */
class XmlAnnotationTest {
    private static final String OBJECT = VocXml.object("bird", 1, 2, 3, 4);

    @TempDir
    private Path folder;

    @Test
    void an_object_has_a_name_and_four_edges() throws IOException {
        assertThat(XmlAnnotation.read(file("<annotation>" + OBJECT + "</annotation>")))
                .containsExactly(new XmlObject("bird", 1, 2, 3, 4));
    }

    @Test
    void comments_instructions_and_blanks_change_nothing() throws IOException {
        String written = OBJECT.replace("bird", " bi<!-- r -->rd\n").replace("<bndbox>", "<bndbox><?xmin 7?>");

        assertThat(XmlAnnotation.read(file("<annotation><?object none?>" + written + "</annotation>")))
                .containsExactly(new XmlObject("bird", 1, 2, 3, 4));
    }

    @Test
    void a_secret_file_is_not_read_into_it() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "bird");
        String external = "<!DOCTYPE annotation [<!ENTITY name SYSTEM \"" + secret.toUri() + "\">]>";

        refused(external + "<annotation>" + OBJECT.replace("bird", "&name;") + "</annotation>", "DOCTYPE");
    }

    @Test
    void entities_that_multiply_are_refused_before_they_do() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l" + i + " \"&l" + (i - 1) + ";&l" + (i - 1) + ";\">");
        }

        refused(laughs + "]><annotation>&l29;</annotation>", "DOCTYPE");
    }

    @Test
    void a_document_type_of_another_place_is_refused() throws IOException {
        refused("<!DOCTYPE annotation SYSTEM \"http://localhost:1/voc.dtd\"><annotation/>", "DOCTYPE");
    }

    @Test
    void a_long_file_is_refused_before_it_is_read() throws IOException {
        refused("<annotation>" + " ".repeat(1 << 20) + "</annotation>", "at most 1048576");
    }

    @Test
    void depth_is_no_danger() throws IOException {
        int depth = 100_000;
        String deep = "<p>".repeat(depth) + "</p>".repeat(depth);

        refused("<annotation>" + OBJECT.replace("bird", deep) + "</annotation>", "<name> holds more than text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e300", "100000000", "", "one", "0x1"})
    void an_edge_is_a_place_in_a_picture(String edge) throws IOException {
        refused("<annotation>" + OBJECT.replace(">3<", ">" + edge + "<") + "</annotation>", "<xmax> is no place");
    }

    @ParameterizedTest
    @CsvSource({"<name>bird</name>,''", "<xmin>1</xmin>,''", "<xmin>1</xmin>,<xmin>1</xmin><xmin>2</xmin>"})
    void a_part_that_is_missing_or_there_twice_is_named(String part, String instead) throws IOException {
        refused("<annotation>" + OBJECT.replace(part, instead) + "</annotation>", "not one");
    }

    @Test
    void what_is_no_xml_is_refused_without_a_word_on_the_console() throws IOException {
        PrintStream console = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            refused("<annotation><object>", "annotation.xml");
        } finally {
            System.setErr(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private void refused(String content, String why) throws IOException {
        Path file = file(content);
        assertThatIOException()
                .isThrownBy(() -> XmlAnnotation.read(file))
                .withMessageContaining("annotation.xml")
                .withMessageContaining(why);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("annotation.xml"), content);
    }
}
