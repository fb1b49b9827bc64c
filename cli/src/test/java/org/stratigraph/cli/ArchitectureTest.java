package org.stratigraph.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The borders of the house, each with its reason. */
@AnalyzeClasses(packages = "org.stratigraph", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "gradient", "cam", "tif", "backdoor", "perturbation", "localization", "zoo"
    };
    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("org.stratigraph..");
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("org.stratigraph.core..");

    @ArchTest
    static void enough_classes_were_seen_for_these_rules_to_mean_something(JavaClasses seen) {
        Set<String> packages = seen.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(seen.size()).isGreaterThan(100);
        assertThat(packages)
                .contains(
                        "org.stratigraph.core.network",
                        "org.stratigraph.core.engine",
                        "org.stratigraph.gradient",
                        "org.stratigraph.tif",
                        "org.stratigraph.zoo",
                        "org.stratigraph.report",
                        "org.stratigraph.cli.assembly");
    }

    @ArchTest
    static void features_see_core_and_themselves_alone(JavaClasses seen) {
        for (String feature : FEATURES) {
            String own = "org.stratigraph." + feature + "..";
            classes()
                    .that()
                    .resideInAPackage(own)
                    .should()
                    .onlyDependOnClassesThat(
                            DescribedPredicate.not(OURS).or(CORE).or(resideInAPackage(own)))
                    .because("a user takes single modules, so siblings never meet")
                    .allowEmptyShould(true) // a module that has nothing yet
                    .check(seen);
        }
    }

    @ArchTest
    static final ArchRule only_the_engine_knows_libtorch_by_name = noClasses()
            .that()
            .resideOutsideOfPackages("org.stratigraph.core.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch..")
            .because("one package has to change when DJL's internals do");

    @ArchTest
    static final ArchRule native_arrays_stay_with_those_who_compute = noClasses()
            .that(resideInAnyPackage(
                    "org.stratigraph.cli..",
                    "org.stratigraph.report..",
                    "org.stratigraph.tif..",
                    "org.stratigraph.backdoor..",
                    "org.stratigraph.perturbation..",
                    "org.stratigraph.localization..",
                    "org.stratigraph.core.image..",
                    "org.stratigraph.core.files..",
                    "org.stratigraph.core.weights..",
                    "org.stratigraph.core.pipeline..",
                    "org.stratigraph.core.evaluation..",
                    "org.stratigraph.core.control..",
                    "org.stratigraph.core.catalog.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("only heap values cross these borders, so nobody there can leak or outlive a pass");

    @ArchTest
    static final ArchRule heap_values_need_the_jdk_alone = classes()
            .that()
            .resideInAPackage("org.stratigraph.core.image..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.stratigraph.core.image..")
            .because("everybody depends on them");

    @ArchTest
    static final ArchRule core_has_no_cycles = slices().matching("org.stratigraph.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start at the bottom");

    @ArchTest
    static final ArchRule guice_lives_in_the_composition_root = noClasses()
            .that()
            .resideOutsideOfPackage("org.stratigraph.cli.assembly..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..")
            .because("an embedder must not need Guice");

    @ArchTest
    static final ArchRule picocli_lives_in_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("org.stratigraph.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("a library has no options");

    @ArchTest
    static final ArchRule jackson_lives_in_the_report = noClasses()
            .that()
            .resideOutsideOfPackage("org.stratigraph.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
            .because("single modules come with few dependencies");

    @ArchTest
    static final ArchRule nobody_depends_on_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("org.stratigraph.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.stratigraph.cli..")
            .because("it is the thin end, not a library");

    @ArchTest
    static void each_package_of_core_sees_only_what_lies_below_it(JavaClasses seen) {
        List<String> upward = List.of("engine", "op", "network", "spi", "catalog", "pipeline", "evaluation");
        for (int place = 0; place < upward.size(); place++) {
            String[] above = upward.subList(place + 1, upward.size()).stream()
                    .map(name -> "org.stratigraph.core." + name + "..")
                    .toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("org.stratigraph.core." + upward.get(place) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .because("data and calls go one way: engine, op, network, spi, catalog, pipeline, evaluation")
                        .check(seen);
            }
        }
    }
}
