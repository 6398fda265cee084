package porthole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house of docs/architecture.md: which room may look into which, and which room owns which library. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("porthole");

    /** Top to bottom. A room may use those after it, but for the exceptions below. */
    private static final List<String> ROOMS = List.of(
            "notebook", "lesson", "jupyter", "picture", "probe", "engine", "topology", "network", "command", "display");

    static Stream<String> rooms() {
        return ROOMS.stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void arrowsPointDown(String room) {
        String[] above = Stream.concat(
                        Stream.of("porthole"),
                        ROOMS.subList(0, ROOMS.indexOf(room)).stream().map(r -> "porthole." + r + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("porthole." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(HOUSE);
    }

    @Test
    void theKernelKnowsNothingOfDocker() {
        noClasses()
                .that()
                .resideInAPackage("porthole.jupyter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "porthole.picture..",
                        "porthole.probe..",
                        "porthole.engine..",
                        "porthole.topology..",
                        "porthole.network..")
                .check(HOUSE);
    }

    @Test
    void aLessonKnowsNothingOfTheKernel() {
        noClasses()
                .that()
                .resideInAPackage("porthole.lesson..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("porthole.jupyter..")
                .check(HOUSE);
    }

    @Test
    void theEngineDrawsNothing() {
        noClasses()
                .that()
                .resideInAPackage("porthole.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("porthole.picture..", "porthole.topology..")
                .allowEmptyShould(true)
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("porthole.picture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("porthole.engine..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void eachLibraryHasOneRoom() {
        owns("com.github.dockerjava..", "porthole.engine..");
        owns("jdk.jshell..", "porthole.jupyter.shell..");
        owns("com.sun.source..", "porthole.jupyter.assist..");
        owns("org.objectweb.asm..", "porthole.jupyter.shell..");
        owns("org.eclipse.aether..", "porthole.jupyter.magic.maven..");
        owns("org.apache.maven..", "porthole.jupyter.magic.maven..");
        owns("eu.maveniverse..", "porthole.jupyter.magic.maven..");
        owns("org.jfree..", "porthole.picture..");
        owns("org.zeromq..", "porthole.jupyter.wire.curve..");
        owns("zmq..", "porthole.jupyter.wire.curve..");
        owns("com.neilalexander..", "porthole.jupyter.wire.curve..");
    }

    private static void owns(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(HOUSE);
    }

    @Test
    void pureRoomsUseTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage(
                        "porthole.network..", "porthole.topology..", "porthole.command..", "porthole.display..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "porthole.network..",
                        "porthole.topology..",
                        "porthole.command..",
                        "porthole.display..")
                .check(HOUSE);
    }

    @Test
    void roomsHaveNoCircles() {
        slices().matching("porthole.(*)..").should().beFreeOfCycles().check(HOUSE);
    }
}
