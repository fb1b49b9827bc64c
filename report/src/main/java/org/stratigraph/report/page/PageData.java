package org.stratigraph.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stratigraph.core.image.LayerMap;
import org.stratigraph.core.image.SaliencyMap;
import tools.jackson.databind.json.JsonMapper;

/** What the page's script reads: the sections' names and maps. Immutable. */
record PageData(int bits, List<Section> sections) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    record Section(List<String> layers, List<Picture> pictures) {}

    record Picture(String name, int height, int width, List<Answer> answers) {}

    record Answer(String target, String logit, String probability, List<Method> methods) {}

    record Method(String method, String shown, List<StoredMap> maps, Optional<Fusion> fusion) {}

    /** Either alpha and layers, from which the page makes the map, or the map. */
    record Fusion(String fuser, Optional<String> alpha, List<String> layers, Optional<StoredMap> map) {}

    /** Every map that will be stored. */
    static List<LayerMap> maps(List<PageSection> sections) {
        return sections.stream()
                .flatMap(PageData::methods)
                .flatMap(method ->
                        Stream.concat(method.layers().stream(), method.fusion().flatMap(PageData::storedMap).stream()))
                .toList();
    }

    static PageData of(List<PageSection> sections, Detail detail) {
        return new PageData(
                detail.bits(),
                sections.stream().map(section -> section(section, detail)).toList());
    }

    /** JSON that is harmless between script tags: no name in it ends the script, or starts a comment. */
    String json() {
        return MAPPER.writeValueAsString(this).replace("<", "\\u003c");
    }

    private static Stream<PageMethod> methods(PageSection section) {
        return section.pictures().stream()
                .flatMap(picture -> picture.answers().stream())
                .flatMap(answer -> answer.methods().stream());
    }

    private static Section section(PageSection section, Detail detail) {
        return new Section(
                LayerOrder.merged(
                        methods(section).map(PageMethod::layerNames).distinct().toList()),
                section.pictures().stream()
                        .map(picture -> picture(picture, detail))
                        .toList());
    }

    private static Picture picture(PagePicture picture, Detail detail) {
        return new Picture(
                picture.name(),
                picture.view().getHeight(),
                picture.view().getWidth(),
                picture.answers().stream().map(answer -> answer(answer, detail)).toList());
    }

    private static Answer answer(PageAnswer answer, Detail detail) {
        return new Answer(
                answer.target(),
                Markup.number(answer.logit()),
                Markup.number(answer.probability()),
                answer.methods().stream().map(method -> method(method, detail)).toList());
    }

    private static Method method(PageMethod method, Detail detail) {
        return new Method(
                method.method(),
                method.shownLayer(),
                method.layers().stream().map(map -> StoredMap.of(map, detail)).toList(),
                method.fusion().map(fusion -> fusion(fusion, detail)));
    }

    private static Fusion fusion(PageFusion fusion, Detail detail) {
        Optional<String> alpha = fusion.alpha().isPresent()
                ? Optional.of(BigDecimal.valueOf(fusion.alpha().getAsDouble()).toPlainString())
                : Optional.empty();
        return new Fusion(
                fusion.fuser(), alpha, fusion.layers(), storedMap(fusion).map(map -> StoredMap.of(map, detail)));
    }

    /** A fusion's map where the page cannot compute it. */
    private static Optional<LayerMap> storedMap(PageFusion fusion) {
        SaliencyMap map = fusion.map();
        return fusion.alpha().isPresent()
                ? Optional.empty()
                : Optional.of(new LayerMap(fusion.fuser(), map.height(), map.width(), map.values()));
    }
}
