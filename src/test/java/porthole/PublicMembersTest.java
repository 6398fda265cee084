package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A member of a type that cells do not see is public only if another package uses it; a test counts, too. */
class PublicMembersTest {
    private static final JavaClasses ALL =
            new ClassFileImporter().importPaths(Path.of("target/classes"), Path.of("target/test-classes"));

    /** By type: who calls its members, whom the class files do not show. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("porthole.Main", "the JVM starts it"),
            Map.entry("porthole.jupyter.compat.Forms", "notebooks, through the other kernels' classes that extend it"),
            Map.entry(
                    "porthole.jupyter.compat.MediaType",
                    "notebooks, through the other kernels' classes that extend it"),
            Map.entry(
                    "porthole.jupyter.compat.Parameters",
                    "notebooks, through the other kernels' classes that extend it"),
            Map.entry("porthole.jupyter.elsewhere.IJavaDisplays", "cells of IJava"),
            Map.entry("porthole.jupyter.elsewhere.JJavaDisplays", "JJava's ServiceLoader"),
            Map.entry("porthole.jupyter.elsewhere.RapaioDisplays", "ServiceLoader of rapaio's kernel"),
            Map.entry("porthole.jupyter.java.classes.Agent", "the JVM, when the jar is started"),
            Map.entry("porthole.jupyter.java.run.BlockedSockets", "the JDK's code"),
            Map.entry("porthole.jupyter.java.run.Traces", "the JDK's code"),
            Map.entry("porthole.jupyter.java.run.CellCalls", "the woven code of cells"),
            Map.entry("porthole.jupyter.java.run.KeptState", "the woven code of cells"));

    private static final Map<Path, String> SOURCES = sources();

    private static Map<Path, String> sources() {
        Map<Path, String> sources = new HashMap<>();
        try (Stream<Path> all = Files.walk(Path.of("src"))) {
            for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static Set<String> typesOfCells() throws IOException {
        return Set.copyOf(Files.readAllLines(Path.of("src/test/resources/porthole/types-of-cells.txt")));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PublicMembersTest::outermost).orElse(type);
    }

    private static boolean isPublic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !member.getModifiers().contains(JavaModifier.BRIDGE);
    }

    /** A service, a record's and an enum's own members, and what an interface or an annotation has, are as Java has them. */
    private static boolean isChosen(JavaMember member) {
        JavaClass owner = member.getOwner();
        if (owner.isInterface() || owner.isAnnotation() || owner.isAnonymousClass()) {
            return false;
        }
        boolean isOfRecord = owner.isRecord()
                && (member instanceof JavaConstructor
                        || owner.tryGetField(member.getName()).isPresent());
        boolean isOfEnum = owner.isEnum()
                && (!(member instanceof JavaCodeUnit)
                        || Set.of("values", "valueOf").contains(member.getName()));
        boolean isInherited =
                member instanceof JavaMethod method && (overrides(method) || isOverriddenElsewhere(method));
        return !isOfRecord && !isOfEnum && !isInherited;
    }

    private static boolean overrides(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .anyMatch(above -> hasLike(above, method));
    }

    private static boolean isOverriddenElsewhere(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.getAllSubclasses().stream()
                .filter(below -> !below.getPackageName().equals(owner.getPackageName()))
                .anyMatch(below -> hasLike(below, method));
    }

    private static boolean hasLike(JavaClass type, JavaMethod method) {
        int parameters = method.getRawParameterTypes().size();
        return type.getMethods().stream()
                .anyMatch(m -> m.getName().equals(method.getName())
                        && m.getRawParameterTypes().size() == parameters);
    }

    private static String name(JavaMember member) {
        return member instanceof JavaCodeUnit unit
                ? unit.getOwner().getName() + "." + unit.getName() + "("
                        + unit.getRawParameterTypes().stream()
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.joining(", "))
                        + ")"
                : member.getFullName();
    }

    /** By name and number of parameters, as a subclass or an interface may be what the caller names. */
    private static Set<String> usedByOtherPackages() {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : ALL) {
            type.getAccessesFromSelf().forEach(access -> {
                String from = access.getOriginOwner().getPackageName();
                access.getTarget().resolveMember().ifPresent(member -> {
                    if (!member.getOwner().getPackageName().equals(from)
                            || !access.getTargetOwner().getPackageName().equals(from)) {
                        used.add(name(member));
                    }
                });
            });
        }
        return used;
    }

    /** A constant that the compiler has put into its user: {@code Colour.INK}, or a static import of it. */
    private static boolean isNamedElsewhere(JavaField field) {
        String type = field.getOwner().getSimpleName();
        Pattern named = Pattern.compile("\\b" + type + "\\." + field.getName() + "\\b");
        String folder = "/" + field.getOwner().getPackageName().replace('.', '/');
        return SOURCES.entrySet().stream()
                .anyMatch(file -> !file.getKey().getParent().toString().endsWith(folder)
                        && named.matcher(file.getValue()).find());
    }

    @Test
    void aMemberIsPublicOnlyForSomebody() throws IOException {
        Set<String> cells = typesOfCells();
        Set<String> used = usedByOtherPackages();
        Set<String> forNobody = ALL.stream()
                .filter(t -> t.getName().startsWith("porthole."))
                .filter(t -> t.getSource().orElseThrow().getUri().getPath().contains("/target/classes/"))
                .filter(t -> !cells.contains(outermost(t).getName()))
                .filter(t -> t.getAllSubclasses().stream().noneMatch(below -> cells.contains(below.getName())))
                .filter(t -> !OTHERS.containsKey(outermost(t).getName()))
                .flatMap(t -> t.getMembers().stream())
                .filter(m -> isPublic(m) && isChosen(m) && !used.contains(name(m)))
                .filter(m -> !(m instanceof JavaField field && isNamedElsewhere(field)))
                .map(PublicMembersTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), forNobody);
    }

    @Test
    void whatAnotherPackageUsesIsSeen() {
        assertTrue(usedByOtherPackages().contains("porthole.command.ShellWords.split(String)"));
    }
}
