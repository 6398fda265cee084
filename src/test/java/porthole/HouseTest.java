package porthole;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house of docs/architecture.md: which room may look into which, and which room owns which library. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("porthole", "org.dflib.jjava", "io.github.spencerpark", "com.twosigma.beakerx");

    /** Top to bottom. A room may use those after it, but for the exceptions below. */
    private static final List<String> ROOMS = List.of(
            "notebook", "lesson", "jupyter", "picture", "probe", "engine", "topology", "network", "command", "display");

    /** The kernel without its language. */
    private static final String[] KERNEL = {
        "porthole.jupyter",
        "porthole.jupyter.api",
        "porthole.jupyter.protocol..",
        "porthole.jupyter.wire..",
        "porthole.jupyter.history..",
        "porthole.jupyter.magic.."
    };

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(porthole[a-z.]*)\\.[A-Z][\\w.]*;", Pattern.MULTILINE);

    /** So many files a package holds at most: what one mind can. */
    private static final int MOST_FILES = 40;

    /** So many of all lines a package holds at most, in percent. */
    private static final int MOST_LINES = 5;

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
    void theKernelProperKnowsNothingOfJava() {
        noClasses()
                .that()
                .resideInAnyPackage(KERNEL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "porthole.jupyter.java..",
                        "porthole.jupyter.compat..",
                        "jdk.jshell..",
                        "javax.tools..",
                        "com.sun..",
                        "org.objectweb.asm..")
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
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("porthole.picture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("porthole.engine..")
                .check(HOUSE);
    }

    /** For each library, the packages that may name it. */
    static Stream<Map.Entry<String, List<String>>> libraries() {
        return Stream.concat(
                Stream.of(
                        Map.entry("org.snakeyaml..", List.of("porthole.lesson.file..")),
                        Map.entry("org.apache.pdfbox..", List.of("porthole.picture.form..")),
                        Map.entry("org.apache.fontbox..", List.of("porthole.picture.form.."))),
                Map.<String, List<String>>of(
                        "picocli..", List.of("porthole", "porthole.notebook.line.."),
                        "com.fasterxml.jackson..",
                                List.of(
                                        "porthole",
                                        "porthole.engine..",
                                        "porthole.notebook..",
                                        "porthole.lesson.document..",
                                        "porthole.lesson.grade..",
                                        "porthole.lesson.handout..",
                                        "porthole.lesson.compare..",
                                        "porthole.lesson.review..",
                                        "porthole.jupyter",
                                        "porthole.jupyter.history..",
                                        "porthole.jupyter.magic..",
                                        "porthole.jupyter.protocol..",
                                        "porthole.jupyter.wire.."),
                        "com.github.dockerjava..", List.of("porthole.engine..", "porthole.notebook.."),
                        "jdk.jshell..", List.of("porthole.jupyter.java.."),
                        "com.sun..", List.of("porthole.jupyter.java.reader.."),
                        "org.objectweb.asm..",
                                List.of(
                                        "porthole.jupyter.java.classes..",
                                        "porthole.jupyter.java.evaluate..",
                                        "porthole.jupyter.java.run.."),
                        "org.eclipse.aether..", List.of("porthole.jupyter.java.maven.."),
                        "org.apache.maven..", List.of("porthole.jupyter.java.maven.."),
                        "eu.maveniverse..", List.of("porthole.jupyter.java.maven.."),
                        "org.jfree..", List.of("porthole.picture.form..", "porthole.picture.chart.."))
                        .entrySet()
                        .stream());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void eachLibraryHasItsRooms(Map.Entry<String, List<String>> library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(library.getValue().toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library.getKey())
                .check(HOUSE);
    }

    /** A library that no room names any more would make its rule one that cannot fail. */
    @ParameterizedTest
    @MethodSource("libraries")
    void eachLibraryIsNamed(Map.Entry<String, List<String>> library) {
        assertThrows(
                AssertionError.class,
                () -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library.getKey())
                        .check(HOUSE));
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

    /** Every package is a slice; the names of other kernels, whose form is theirs, are one. */
    @Test
    void packagesHaveNoCircles() {
        slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(HOUSE);
    }

    /** The compiler puts a constant of another class into its user, so that the class files do not show it: imports do. */
    @Test
    void importsHaveNoCircles() throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/porthole"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                String from = Path.of("src/main/java")
                        .relativize(file.getParent())
                        .toString()
                        .replace('/', '.');
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    arrows.computeIfAbsent(from, f -> new TreeSet<>()).add(imports.group(1));
                }
            }
        }
        arrows.forEach((from, to) -> to.remove(from)); // nested classes of its own
        boolean shorter = true;
        while (shorter) { // what uses nothing that is left, or is used by nothing that is left, is in no circle
            shorter = arrows.values().removeIf(used -> used.stream().noneMatch(arrows::containsKey));
            shorter |= arrows.keySet().removeIf(one -> arrows.values().stream().noneMatch(used -> used.contains(one)));
        }
        arrows.values().forEach(used -> used.retainAll(arrows.keySet()));
        assertEquals(Map.of(), arrows);
    }

    /** A language needs of the kernel what it implements, and nothing else. */
    @Test
    void theToyLanguageNeedsTheApiAlone() {
        classes()
                .that()
                .haveNameMatching("porthole.jupyter.ToyInterpreter.*")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "porthole.jupyter.api", "porthole.display")
                        .or(nameMatching("porthole.jupyter.ToyInterpreter.*")))
                .check(new ClassFileImporter().importPackages("porthole.jupyter"));
    }

    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("porthole")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.of("names of other kernels");
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    @Test
    void noSimpleNameStandsTwice() {
        Map<String, Long> names = HOUSE.stream()
                .filter(c -> c.getPackageName().startsWith("porthole") && c.isTopLevelClass())
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), names);
    }

    @Test
    void aPackageIsWhatOneMindHolds() throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        Map<String, Integer> lines = new TreeMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/porthole"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                files.merge(file.getParent().toString(), 1, Integer::sum);
                lines.merge(
                        file.getParent().toString(), Files.readAllLines(file).size(), Integer::sum);
            }
        }
        int whole = lines.values().stream().mapToInt(Integer::intValue).sum();
        files.values().removeIf(count -> count <= MOST_FILES);
        lines.values().removeIf(count -> count * 100 <= whole * MOST_LINES);
        assertEquals(Map.of(), files);
        assertEquals(Map.of(), lines);
    }

    @Test
    void oneClassKnowsWhatJShellCallsThings() throws IOException {
        Pattern name = Pattern.compile("\\bREPL\\b|JShell(?:\\\\+)?\\$|do_it");
        Path one = Path.of("src/main/java/porthole/jupyter/java/text/JShellNames.java");
        List<Path> knowing = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (name.matcher(Files.readString(file)).find()) {
                    knowing.add(file);
                }
            }
        }
        assertEquals(List.of(one), knowing);
    }
}
