package org.stratigraph.zoo.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.stratigraph.core.spi.Split;

class ScenesTest {
    private final Scenes train = new Scenes(1, Split.TRAIN);

    @Test
    void pictures_are_the_same_bytes_everywhere() {
        // From a run of this generator (OpenJDK 17, x86-64): no picture may change unnoticed.
        assertThat(digest(train.scene(0)))
                .isEqualTo("e868eb9badc763b2e7f496d21d15170a3b869cb578cca46d826d6f3ebf0d1a44");
        assertThat(digest(new Scenes(1, Split.VALIDATION).scene(123_456_789_012L)))
                .isEqualTo("d5ec6eeb42a6e276afdd274c7a1d7f06633e97fd74199a482e6f2216dd6a269f");
        assertThat(digest(new Scenes(42, Split.TEST).scene(-1)))
                .isEqualTo("41162699776a88588d808f258dde224a782a610470959f68badf206be8b98b94");
        assertThat(digest(new Scenes(42, Split.TEST, 64).scene(7)))
                .isEqualTo("1fc6ad13a7c6474d95dfb898fc6b834c72bdd85ddb11c6ba58be7a2f261958ed");
        assertThat(digest(train.pair(3, 8, 5)))
                .isEqualTo("21ed054f7d17cce769124277dd37063e691b788bcd3d3f585a52ec6de8959e5e");
    }

    @Test
    void any_scene_can_be_asked_for_at_any_time() {
        List<Scene> forwards = LongStream.range(0, 8).mapToObj(train::scene).toList();
        Scenes again = new Scenes(1, Split.TRAIN);
        for (int index = 7; index >= 0; index--) {
            Scene scene = again.scene(index);
            assertThat(digest(scene)).isEqualTo(digest(forwards.get(index)));
            assertThat(scene.label()).isEqualTo(forwards.get(index).label());
            assertThat(scene.objects()).isEqualTo(forwards.get(index).objects());
        }
    }

    @Test
    void splits_seeds_and_numbers_differ() {
        List<String> digests = List.of(
                digest(train.scene(0)),
                digest(train.scene(1)),
                digest(new Scenes(2, Split.TRAIN).scene(0)),
                digest(new Scenes(1, Split.VALIDATION).scene(0)),
                digest(new Scenes(1, Split.TEST).scene(0)));
        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void every_size_from_32_on_can_be_had() {
        for (int side : new int[] {32, 97, 224}) {
            Scene scene = new Scenes(1, Split.TEST, side).scene(3);
            assertThat(scene.image().width()).isEqualTo(side);
            assertThat(scene.image().height()).isEqualTo(side);
            assertThat(scene.objects()).allSatisfy(object -> {
                assertThat(object.mask().width()).isEqualTo(side);
                assertThat(object.mask().height()).isEqualTo(side);
            });
        }
        assertThatThrownBy(() -> new Scenes(1, Split.TEST, 31)).hasMessageContaining("at least 32");
    }

    @Test
    void classes_have_the_names_a_person_would_give_them() {
        assertThat(Scenes.classNames())
                .hasSize(10)
                .startsWith("striped disc", "dotted disc", "dotted square")
                .doesNotHaveDuplicates();
    }

    static String digest(Scene scene) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(scene.image().samples());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
