package org.stratigraph.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.catalog.Catalog;
import org.stratigraph.core.catalog.Discovered;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.LayerMaps;
import org.stratigraph.core.image.SaliencyMap;
import org.stratigraph.core.image.View;
import org.stratigraph.core.spi.AdditiveFuser;
import org.stratigraph.core.spi.Fuser;
import org.stratigraph.core.spi.Named;
import org.stratigraph.core.spi.Plugin;

/** From layer maps to fused maps, with two small fusers; expected numbers by hand. */
class FusionTest {
    private static final Catalog CATALOG = new Catalog(List.of(new Discovered(new Two(), "two.jar")));

    /** Two images; layer "a" of 1 x 2 positions, layer "b" of 1 x 1. */
    private static final Explanation MAPS = new Explanation(
            "gradient",
            List.of(
                    layer("a", 2, new float[] {1, -3}, new float[] {5, 7}),
                    layer("b", 1, new float[] {10}, new float[] {20})),
            View.SIGNED);

    @Test
    void each_fuser_gets_the_signed_maps_of_one_image_at_the_inputs_size() {
        List<Fused> fused = Fusion.of(CATALOG, List.of("sum", "top"), false).fuse(MAPS, 1, 2);

        assertThat(fused).extracting(Fused::fuser).containsExactly("sum", "top");
        assertThat(fused)
                .allMatch(map -> map.method().equals("gradient") && map.layers().equals(List.of("a", "b")));
        assertThat(values(fused.get(0).maps())).containsExactly(new float[] {11, 7}, new float[] {25, 27});
        assertThat(values(fused.get(1).maps())).containsExactly(new float[] {10, 10}, new float[] {20, 20});
        assertThat(fused).noneMatch(Fused::hasParts);
    }

    @Test
    void parts_are_kept_where_a_fuser_has_them() {
        List<Fused> fused = Fusion.of(CATALOG, List.of("sum", "top"), true).fuse(MAPS, 1, 2);

        assertThat(values(fused.get(0).parts().get(1))).containsExactly(new float[] {5, 7}, new float[] {20, 20});
        assertThat(fused.get(1).hasParts()).isFalse();
    }

    /** So that several thresholds, of whatever fusers, cost one ordering. */
    @Test
    void all_fusers_get_the_same_maps() {
        List<List<SaliencyMap>> seen = new ArrayList<>();
        Plugin watching = new Plugin() {
            @Override
            public List<Named<Fuser>> fusers() {
                return List.of(Named.of("one", "", this::watch), Named.of("other", "", this::watch));
            }

            private SaliencyMap watch(List<SaliencyMap> maps) {
                seen.add(maps);
                return maps.get(0);
            }
        };
        Catalog catalog = new Catalog(List.of(new Discovered(watching, "watching.jar")));

        Fusion.of(catalog, List.of("one", "other"), false).fuse(MAPS, 1, 2);

        assertThat(seen).hasSize(4);
        assertThat(seen.get(0).get(0)).isSameAs(seen.get(1).get(0));
        assertThat(seen.get(2).get(1)).isSameAs(seen.get(3).get(1));
    }

    @Test
    void no_fuser_gives_no_map() {
        assertThat(Fusion.of(CATALOG, List.of(), false).fuse(MAPS, 1, 2)).isEmpty();
    }

    @Test
    void what_does_not_exist_and_parts_of_what_has_none_are_refused_at_once() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Fusion.of(CATALOG, List.of("sun"), false))
                .withMessageContaining("no fuser 'sun'; did you mean sum?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fusion.of(CATALOG, List.of("top"), true))
                .withMessageContaining("no sum is among the fusers: top");
    }

    @Test
    void a_map_that_is_not_finite_is_refused_by_name() {
        Explanation broken = new Explanation("lrp", List.of(layer("a", 2, new float[] {1, Float.NaN})), View.SIGNED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fusion.of(CATALOG, List.of("sum"), false).fuse(broken, 1, 2))
                .withMessageContaining("the map of lrp at layer 'a' of image 0 holds NaN or infinity");
    }

    private static LayerMaps layer(String name, int width, float[]... images) {
        return new LayerMaps(
                name,
                List.of(images).stream()
                        .map(values -> new LayerMap(name, 1, width, values))
                        .toList());
    }

    private static List<float[]> values(List<SaliencyMap> maps) {
        return maps.stream().map(SaliencyMap::values).toList();
    }

    private static final class Two implements Plugin {
        @Override
        public List<Named<Fuser>> fusers() {
            return List.of(
                    Named.of("sum", "both", new Both()),
                    Named.of("top", "the last", maps -> maps.get(maps.size() - 1)));
        }
    }

    private static final class Both implements AdditiveFuser {
        @Override
        public SaliencyMap fuse(List<SaliencyMap> maps) {
            float[] sum = maps.get(0).values();
            for (int pixel = 0; pixel < sum.length; pixel++) {
                sum[pixel] += maps.get(1).at(pixel);
            }
            return new SaliencyMap(maps.get(0).height(), maps.get(0).width(), sum);
        }

        @Override
        public List<SaliencyMap> parts(List<SaliencyMap> maps) {
            return maps;
        }
    }
}
