package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stratigraph.core.image.LayerMap;

class ComparisonPageTest {
    @TempDir
    Path folder;

    @Test
    void eight_pictures_by_twelve_methods_stay_below_ten_megabytes_and_the_page_says_how() throws IOException {
        String page = written(List.of(PageFixture.large()));

        assertThat(page.length()).isLessThan(10_000_000);
        assertThat(page).contains("8 bits a score, those with a side above 112 pixels halved");
    }

    @Test
    void the_same_content_gives_the_same_bytes() throws IOException {
        assertThat(written(PageFixture.sections())).isEqualTo(written(PageFixture.sections()));
    }

    @Test
    void names_never_become_markup() throws IOException {
        PageScore score = new PageScore(PageFixture.HOSTILE, PageFixture.HOSTILE, "lower", 1, 0, 2, 3);
        PageCurve curve = new PageCurve(
                PageFixture.HOSTILE, PageFixture.HOSTILE, PageFixture.HOSTILE, List.of(0.0, 1.0), List.of(1.0, 0.0));
        PageSection section = new PageSection(PageFixture.HOSTILE, List.of(), List.of(score), List.of(curve));

        assertThat(written(List.of(section))).doesNotContain("<b id=").contains("&lt;/script&gt;&lt;b id=");
    }

    @Test
    void the_scatter_joins_lerf_and_morf_of_one_subject() throws IOException {
        List<PageScore> scores = List.of(
                new PageScore("a", "lerf:steps=10", "lower", 0.2, 0.1, 0.3, 9),
                new PageScore("a", "morf:steps=10", "higher", 0.6, 0.5, 0.7, 9),
                new PageScore("alone", "lerf:steps=10", "lower", 0.4, 0.3, 0.5, 9));

        String page = written(List.of(new PageSection("s", List.of(), scores, List.of())));

        assertThat(page).contains("lerf:steps=10 (lower is better)").contains("<title>a</title>");
        assertThat(page).doesNotContain("<title>alone</title>");
    }

    @Test
    void a_score_that_is_no_number_is_none() throws IOException {
        PageScore score = new PageScore("a", "energy", "higher", Double.NaN, Double.NaN, Double.NaN, 0);

        assertThat(written(List.of(new PageSection("s", List.of(), List.of(score), List.of()))))
                .contains(">none to none<");
    }

    @Test
    void a_method_shows_a_layer_that_it_has() {
        LayerMap map = new LayerMap("top", 1, 1, new float[1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageMethod("m", "input", List.of(map), Optional.empty()))
                .withMessage("method 'm' has no map of the layer 'input' to show; it has [top]");
    }

    @Test
    void a_row_is_one_method_for_all_pictures() {
        PagePicture one = picture("one", "a");
        PagePicture other = picture("other", "b");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageSection("s", List.of(one, other), List.of(), List.of()))
                .withMessageContaining("picture 'other' is explained by [b], but the first one by [a]");
    }

    private String written(List<PageSection> sections) throws IOException {
        Path file = folder.resolve("page.html");
        ComparisonPage.write("title", PageFixture.facts(), sections, file);
        return Files.readString(file);
    }

    private static PagePicture picture(String name, String method) {
        LayerMap map = new LayerMap("top", 1, 1, new float[1]);
        PageMethod only = new PageMethod(method, "top", List.of(map), Optional.empty());
        return new PagePicture(name, PageFixture.view(0), List.of(new PageAnswer("target", 1, 0.5, List.of(only))));
    }
}
