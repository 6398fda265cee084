package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A type is public only for somebody: another package, cells, or whom this test names. What cells see is a list. */
class PublicTypesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "porthole", "org.dflib.jjava", "org.rapaio", "io.github.spencerpark", "com.twosigma.beakerx");

    /** Where what a cell or an extension sees begins. */
    private static final List<String> WORDS = List.of(
            "porthole.notebook.Words",
            "porthole.jupyter.java.words.CellWords",
            "porthole.jupyter.java.show.DisplayWords",
            "porthole.jupyter.api.Extension");

    /** Public for somebody whom the code does not show. */
    private static final Map<String, String> OTHERS = Map.of(
            "porthole.Main", "the JVM starts it",
            "porthole.notebook.NotebookExtension", "ServiceLoader makes it",
            "porthole.jupyter.elsewhere.RapaioDisplays", "ServiceLoader makes it",
            "porthole.jupyter.elsewhere.JJavaDisplays", "JJava's ServiceLoader makes it",
            "porthole.jupyter.elsewhere.IJavaDisplays", "called by cells of IJava",
            "porthole.jupyter.java.run.BlockedSockets", "called by the JDK's code",
            "porthole.jupyter.java.run.Traces", "called by the JDK's code",
            "porthole.jupyter.java.run.CellCalls", "called by the woven code of cells",
            "porthole.jupyter.java.run.KeptState", "called by the woven code of cells");

    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(porthole\\.[\\w.]+);", Pattern.MULTILINE);

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypesTest::isPublic).orElse(true);
    }

    private static boolean isPublic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass one = type.isArray() ? type.getBaseComponentType() : type;
        return one.getEnclosingClass().map(PublicTypesTest::outermost).orElse(one);
    }

    /** The types of ours in what is public of a type. */
    private static Stream<JavaClass> shown(JavaClass type, Predicate<JavaCodeUnit> wanted) {
        Stream<JavaClass> units = type.getCodeUnits().stream()
                .filter(PublicTypesTest::isPublic)
                .filter(wanted)
                .flatMap(PublicTypesTest::involved);
        Stream<JavaClass> fields =
                type.getFields().stream().filter(PublicTypesTest::isPublic).map(JavaField::getRawType);
        return Stream.concat(units, fields)
                .map(t -> t.isArray() ? t.getBaseComponentType() : t)
                .filter(t -> t.getName().startsWith("porthole.") && HOUSE.contain(t.getName()));
    }

    private static Stream<JavaClass> involved(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getAllInvolvedRawTypes().stream(),
                unit.getExceptionTypes().stream().map(t -> t.toErasure()));
    }

    /** How a value is made is the business of who gives it. */
    private static boolean isCalledOnOne(JavaCodeUnit unit) {
        return !unit.isConstructor() && !unit.getModifiers().contains(JavaModifier.STATIC);
    }

    /** What can be had from the words: what they give and take, what that gives and takes, and so on. */
    private static Set<String> seenByCells() {
        Deque<JavaClass> todo = new ArrayDeque<>(WORDS.stream().map(HOUSE::get).toList());
        Set<String> done = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        while (!todo.isEmpty()) {
            JavaClass type = todo.pop();
            if (done.add(type.getName())) {
                seen.add(outermost(type).getName());
                boolean isWord = WORDS.contains(type.getName());
                shown(type, unit -> isWord || isCalledOnOne(unit)).forEach(todo::add);
            }
        }
        return seen;
    }

    /** As the compiler puts a constant of another class into its user, what is imported counts too. */
    private static Set<String> usedByOtherPackages() throws IOException {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> outermost(arrow.getTargetClass()))
                    .filter(target -> !target.getPackageName().equals(type.getPackageName()))
                    .forEach(target -> used.add(target.getName()));
        }
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/porthole"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(m -> m.group(1))
                        .forEach(used::add);
            }
        }
        return used;
    }

    @Test
    void aTypeIsPublicOnlyForSomebody() throws IOException {
        Set<String> wanted = usedByOtherPackages();
        wanted.addAll(seenByCells());
        Set<String> shown = HOUSE.stream()
                .filter(t -> isPublic(t) && wanted.contains(outermost(t).getName()))
                .flatMap(t -> shown(t, unit -> true))
                .map(t -> outermost(t).getName())
                .collect(Collectors.toSet());
        Set<String> forNobody = HOUSE.stream()
                .filter(t -> t.getName().startsWith("porthole.") && t.isTopLevelClass() && isPublic(t))
                .map(JavaClass::getName)
                .filter(name -> !wanted.contains(name) && !shown.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(OTHERS.keySet()), forNobody);
    }

    @Test
    void theTypesThatCellsSeeAreAList() throws IOException {
        Path list = Path.of("src/test/resources/porthole/types-of-cells.txt");
        assertEquals(Files.readString(list), String.join("\n", seenByCells()) + "\n");
    }
}
