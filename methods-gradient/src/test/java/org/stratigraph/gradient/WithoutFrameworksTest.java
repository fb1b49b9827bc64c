package org.stratigraph.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.network.Network;
import org.stratigraph.core.spi.Request;
import org.stratigraph.testkit.TinyNetwork;

/** An embedder needs core and this module: what the command line is built with is nowhere on this class path. */
class WithoutFrameworksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.google.inject.Guice",
                "jakarta.inject.Inject",
                "picocli.CommandLine",
                "com.fasterxml.jackson.annotation.JsonProperty",
                "tools.jackson.databind.ObjectMapper",
                "org.stratigraph.cli.Main"
            })
    void a_framework_of_the_command_line_is_not_there(String name) {
        assertThatExceptionOfType(ClassNotFoundException.class).isThrownBy(() -> Class.forName(name));
    }

    @Test
    void a_few_lines_of_java_make_a_map() {
        Catalog catalog = new Catalog(List.of(new Discovered(new GradientPlugin(), "this module")));
        try (Network network = TinyNetwork.CHAIN.open()) {
            Request request = new Request(TinyNetwork.images(1), new int[] {0}, List.of("pool"));
            assertThat(catalog.methods().make("input-x-gradient").attribute(network, request))
                    .singleElement()
                    .satisfies(maps -> assertThat(maps.layer()).isEqualTo("pool"));
        }
    }
}
