package org.stratigraph.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.SaliencyMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page as a reader meets it, in a real browser. */
class ComparisonPageBrowserTest {
    private static final String FIRST = "document.querySelector('canvas[tabindex]')";
    private static final Detail FULL = new Detail(16, Integer.MAX_VALUE);

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Path page;

    private final List<PageSection> sections = PageFixture.sections();

    @BeforeAll
    static void open_a_browser() throws IOException, InterruptedException {
        Optional<Path> program = Browser.installed();
        Assumptions.assumeTrue(
                program.isPresent(),
                "no chromium, chromium-browser or google-chrome on the PATH and STRATIGRAPH_BROWSER names none: the page is not "
                        + "tried in a browser");
        page = folder.resolve("page.html");
        ComparisonPage.write("Five methods", PageFixture.facts(), PageFixture.sections(), page);
        browser = Browser.start(program.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void close_the_browser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open_the_page() {
        tab().open(page, 1280, 900);
        tab().await(FIRST + "?.getAttribute('aria-label')");
    }

    @Test
    void opens_without_an_error_and_asks_no_network_for_anything() {
        assertThat(tab().events("Runtime.exceptionThrown")).isEmpty();
        assertThat(tab().events("Runtime.consoleAPICalled")).isEmpty();
        assertThat(tab().events("Log.entryAdded")).isEmpty();
        assertThat(tab().events("Network.requestWillBeSent"))
                .extracting(event -> event.get("request").get("url").asString())
                .contains(page.toUri().toString())
                .allMatch(url ->
                        url.startsWith("data:") || url.equals(page.toUri().toString()));
    }

    @Test
    void a_name_that_looks_like_markup_is_shown_as_it_is() {
        assertThat(tab().value("document.getElementById('hostile') === null").asBoolean())
                .isTrue();
        assertThat(tab().value("document.querySelectorAll('.name')[1].textContent")
                        .asString())
                .isEqualTo(PageFixture.HOSTILE);
        assertThat(tab().value("document.querySelectorAll('img.view')[1].alt").asString())
                .endsWith(PageFixture.HOSTILE);
    }

    @Test
    void the_layer_slider_shows_another_layer_of_every_method() {
        String before = drawn();

        slide("Layer", "5");

        tab().await(FIRST + ".getAttribute('aria-label').includes('layer3.5')");
        assertThat(drawn()).isNotEqualTo(before);
        assertThat(caption(0)).isEqualTo("layer3.5");
        assertThat(tab().value("document.querySelector('.controls output').textContent")
                        .asString())
                .isEqualTo("layer3.5");
    }

    @Test
    void a_method_without_the_layer_shows_its_nearest_and_says_so() {
        slide("Layer", "0");

        tab().await(FIRST + ".getAttribute('aria-label').includes('input, full colour')");
        tab().value("document.querySelectorAll('tbody tr')[4].scrollIntoView()");
        tab().await("document.querySelectorAll('figcaption.instead').length >= 1");
        assertThat(tab().value("document.querySelector('figcaption.instead').textContent")
                        .asString())
                .isEqualTo("layer4.2, nearest to input");
    }

    @Test
    void another_target_changes_its_pictures_column_alone() {
        String before = drawn();
        String beside = drawn(1);

        tab().value("{ const choice = document.querySelector('thead select'); choice.selectedIndex = 1;"
                + "choice.dispatchEvent(new Event('change')); }");

        tab().await(FIRST + ".getAttribute('aria-label').includes('dotted star')");
        assertThat(drawn()).isNotEqualTo(before);
        assertThat(drawn(1)).isEqualTo(beside);
        assertThat(tab().value("document.querySelector('.says').textContent").asString())
                .isEqualTo("probability 0.05, logit 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.3", "0.55", "0.7", "0.95"})
    void tif_in_the_page_is_tif_in_java(String alpha) {
        for (int method = 0; method < 3; method++) {
            List<LayerMap> maps = sections.get(0)
                    .pictures()
                    .get(2)
                    .answers()
                    .get(1)
                    .methods()
                    .get(method)
                    .layers();
            List<LayerMap> stored = maps.stream()
                    .map(map -> StoredMap.of(map, FULL).restored(FULL))
                    .toList();

            List<Double> inPage = fused(2, 1, method, alpha);

            assertThat(furtherApart(inPage, tif(stored, alpha)))
                    .as("pixels that differ from Java's TIF of the maps that the page holds")
                    .isZero();
            assertThat(furtherApart(inPage, tif(maps, alpha)))
                    .as("pixels that differ from Java's TIF of the exact maps: some at a threshold")
                    .isLessThan(inPage.size() / 500);
        }
    }

    @Test
    void tif_of_maps_with_8_bits_and_half_the_side_is_javas_of_the_same() throws IOException {
        Detail less = new Detail(8, 112);
        PageSection large = PageFixture.large();
        Path file = folder.resolve("large.html");
        ComparisonPage.write("large", PageFixture.facts(), List.of(large), file);
        tab().open(file, 1280, 900);
        List<LayerMap> stored = large.pictures().get(0).answers().get(0).methods().get(0).layers().stream()
                .map(map -> StoredMap.of(map, less).restored(less))
                .toList();

        assertThat(furtherApart(fused(0, 0, 0, "0.7"), tif(stored, "0.7"))).isZero();
    }

    @Test
    void the_alpha_slider_shows_tif_at_that_alpha() {
        slide("Alpha of TIF", "0.7");
        tab().await(FIRST + ".getAttribute('aria-label').includes('TIF, alpha 0.7')");
        String before = drawn();

        slide("Alpha of TIF", "0.9");

        tab().await(FIRST + ".getAttribute('aria-label').includes('TIF, alpha 0.9')");
        assertThat(drawn()).isNotEqualTo(before);
    }

    @Test
    void at_alpha_1_nothing_is_left() {
        assertThat(fused(0, 0, 0, "1")).containsOnly(0.0);
    }

    @Test
    void other_colours_bring_their_own_scale() {
        String before = drawn();

        tab().value("{ const choice = [...document.querySelectorAll('.controls select')][0]; choice.value = 'viridis';"
                + "choice.dispatchEvent(new Event('change')); }");

        tab().await(FIRST + ".toDataURL() !== '" + before + "'");
        assertThat(tab().value("document.querySelector('.numbers').textContent").asString())
                .isEqualTo("00.51");
    }

    @Test
    void the_legend_gives_the_numbers_of_the_map_in_focus() {
        tab().value(FIRST + ".focus()");

        String peak = tab().value("document.querySelector('.scale figcaption').textContent")
                .asString();
        assertThat(peak).startsWith("input-x-gradient of scene-0 for striped cross: full colour at 0.0");
    }

    @Test
    void a_table_sorts_by_the_column_whose_head_is_pressed() {
        assertThat(sorted(1)).isEqualTo("ascending");
        assertThat(column(1)).isSorted();

        pressHead(1);

        assertThat(sorted(1)).isEqualTo("descending");
        assertThat(column(1)).isSortedAccordingTo((one, other) -> Double.compare(other, one));

        pressHead(0);

        assertThat(sorted(0)).isEqualTo("ascending");
        assertThat(sorted(1)).isEqualTo("none");
        assertThat(tab().value("document.querySelector('table.scores tbody th').textContent")
                        .asString())
                .isEqualTo("deeplift @ input");
    }

    @Test
    void tab_and_arrow_keys_reach_every_control() {
        List<String> met = IntStream.range(0, 16)
                .mapToObj(i -> {
                    tab().press("Tab", 9);
                    return tab().value("(document.activeElement.labels?.[0]?.firstChild.textContent"
                                    + " || document.activeElement.getAttribute('aria-label')"
                                    + " || document.activeElement.textContent)")
                            .asString();
                })
                .toList();
        assertThat(met).contains("Layer", "Alpha of TIF", "Opacity", "Colours", "Target of scene-0");

        tab().value(FIRST + ".focus()");
        tab().press("ArrowRight", 39);

        assertThat(tab().value("document.activeElement.getAttribute('aria-label')")
                        .asString())
                .startsWith("input-x-gradient of " + PageFixture.HOSTILE);
    }

    @Test
    void without_scripts_the_pictures_and_tables_are_there() {
        tab().send("Emulation.setScriptExecutionDisabled", "value", true);
        try {
            tab().open(page, 1280, 900);

            assertThat(tab().value("document.querySelectorAll('tbody figure img').length")
                            .asInt())
                    .as("pictures x targets x methods of both sections")
                    .isEqualTo((4 + 2) * 2 * 5);
            assertThat(tab().value("[...document.images].every(image => "
                                    + "image.naturalWidth === (image.closest('tbody') ? 160 : 224))")
                            .asBoolean())
                    .isTrue();
            assertThat(tab().value("document.querySelectorAll('canvas, button').length")
                            .asInt())
                    .isZero();
        } finally {
            tab().send("Emulation.setScriptExecutionDisabled", "value", false);
        }
    }

    private static Tab tab() {
        return browser.tab();
    }

    private static String drawn() {
        return drawn(0);
    }

    private static String drawn(int cell) {
        return tab().value("document.querySelectorAll('canvas[tabindex]')[" + cell + "].toDataURL()")
                .asString();
    }

    private static String caption(int cell) {
        return tab().value("document.querySelectorAll('tbody figcaption')[" + cell + "].textContent")
                .asString();
    }

    private static void slide(String label, String value) {
        tab().value("{ const label = [...document.querySelectorAll('.controls label')].find(label =>"
                + "label.firstChild.textContent === '" + label + "'); label.control.value = '" + value + "';"
                + "label.control.dispatchEvent(new Event('input')); }");
    }

    private static List<Double> fused(int picture, int answer, int method, String alpha) {
        // As text: the protocol takes seconds for as many values.
        JsonNode scores = JsonMapper.shared()
                .readTree(tab().value("JSON.stringify(stratigraph.fused(0, " + picture + ", " + answer + ", " + method
                                + ", '" + alpha + "'))")
                        .asString());
        return StreamSupport.stream(scores.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private static SaliencyMap tif(List<LayerMap> maps, String alpha) {
        return PageFixture.tif(alpha).fuse(PageFixture.atPicture(maps));
    }

    /** How many pixels are further apart than 1/255 of the map's range. */
    private static long furtherApart(List<Double> page, SaliencyMap java) {
        assertThat(page).hasSize(java.size());
        double apart = java.peak() / 255; // TIF's least is 0
        assertThat(apart).isPositive();
        return IntStream.range(0, java.size())
                .filter(pixel -> !(Math.abs(page.get(pixel) - java.at(pixel)) <= apart))
                .count();
    }

    private static void pressHead(int column) {
        tab().value("document.querySelectorAll('table.scores th button')[" + column + "].click()");
    }

    private static String sorted(int column) {
        return tab().value("document.querySelectorAll('table.scores thead th')[" + column + "].ariaSort")
                .asString();
    }

    private static List<Double> column(int column) {
        JsonNode values = tab().value(
                        "[...document.querySelector('table.scores').tBodies[0].rows].map(row => Number(row.cells["
                                + column + "].dataset.value))");
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }
}
