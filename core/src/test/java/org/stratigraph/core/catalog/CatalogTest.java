package org.stratigraph.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.network.RuleSet;
import org.stratigraph.core.probe.CorePlugin;
import org.stratigraph.core.spi.AttributionMethod;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;
import org.stratigraph.core.spi.Readout;
import org.stratigraph.core.spi.SweepMethod;

/** What plugins offer, by kind and name. */
class CatalogTest {
    private static final RuleSet RULES = RuleSet.gradient();

    @Test
    void a_rule_set_is_a_method_of_the_same_name() {
        Catalog catalog = new Catalog(List.of(new Discovered(new Rules("guided"), "a.jar")));
        assertThat(catalog.methods().make("guided")).isEqualTo(new SweepMethod(RULES, Readout.RELEVANCE));
    }

    @Test
    void a_rule_set_and_a_method_of_one_name_are_refused() {
        Plugin method = new Plugin() {
            @Override
            public List<Named<AttributionMethod>> methods() {
                return List.of(Named.of("guided", "", new SweepMethod(RULES, Readout.RELEVANCE)));
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(
                        List.of(new Discovered(method, "a.jar"), new Discovered(new Rules("guided"), "b.jar"))))
                .withMessageContaining("a.jar")
                .withMessageContaining("b.jar");
    }

    @Test
    void names_of_different_kinds_do_not_meet() {
        Catalog catalog = new Catalog(
                List.of(new Discovered(new CorePlugin(), "core.jar"), new Discovered(new Rules("input"), "a.jar")));
        assertThat(catalog.methods().make("input")).isNotNull();
        assertThat(catalog.probes().make("input")).isNotNull();
        assertThat(catalog.models().entries()).isEmpty();
        assertThat(catalog.probes().entries()).allMatch(entry -> entry.origin().equals("core.jar"));
    }

    private record Rules(String name) implements Plugin {
        @Override
        public List<Named<RuleSet>> rules() {
            return List.of(Named.of(name, "rules", RULES));
        }
    }
}
