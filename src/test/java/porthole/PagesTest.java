package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each class or package of ours that a page or a package's documentation names exists. */
class PagesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("porthole");

    /** Capitalised words of others: the JDK's, libraries', and fields of Docker's JSON. */
    private static final Set<String> OTHERS = Set.of(
            "AuxiliaryAddresses",
            "ConfigFrom",
            "ConfigOnly",
            "DNSNames",
            "Deflater",
            "CurveServerMechanism",
            "DirectExecutionControl",
            "Dockerfile",
            "DriverOpts",
            "EnableIPv4",
            "ExecutionControl",
            "Graphics2D",
            "GwPriority",
            "Ingress",
            "Instrumentation",
            "Interrupted",
            "JFreeChart",
            "LocalExecutionControl",
            "MessageDigest",
            "NoSuchMethodError",
            "Peers",
            "Runtime",
            "ServiceLoader",
            "Services",
            "System",
            "Thread",
            "Throwable",
            "XYAnnotation",
            "DisplayDataRenderable",
            "DisplayProvider",
            "String");

    /** Labels, properties and files that begin as our packages do. */
    private static final Set<String> NO_PACKAGES = Set.of(
            "porthole.session",
            "porthole.kernel",
            "porthole.guest",
            "porthole.standin",
            "porthole.url",
            "porthole.jar",
            "porthole.without",
            "porthole.excludedGroups",
            "porthole.differential",
            "porthole.unchecked",
            "lesson.yaml");

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`|\\{@code ([^}]+)}");
    private static final Pattern NAME = Pattern.compile("\\.?[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)*");
    private static final Pattern FOREIGN = Pattern.compile("(?:java|javax|jdk|sun|com|org|io)\\..*");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z]\\w*)?|[A-Z]{2,}[a-z]\\w*");

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> packages = Files.walk(Path.of("src/main/java/porthole"))) {
            return Stream.of(
                    Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")),
                    docs.filter(f -> f.toString().endsWith(".md") && !WordsPage.isOne(f)),
                    packages.filter(f -> f.endsWith("package-info.java")))
                    .flatMap(files -> files)
                    .toList()
                    .stream();
        }
    }

    /** Simple and full names of all classes of main and tests, and names of all packages. */
    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                for (Path file : all.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = Path.of(root).relativize(file).toString().replace(".java", "");
                    String full = name.replace('/', '.');
                    known.add(full);
                    known.add(full.substring(0, Math.max(0, full.lastIndexOf('.'))));
                }
            }
        }
        for (JavaClass type : HOUSE) {
            known.add(type.getName().replace('$', '.'));
        }
        return known;
    }

    private static boolean isKnown(String name, Set<String> known) {
        String end = name.startsWith(".") ? name : "." + name;
        return known.contains(name) || known.stream().anyMatch(k -> k.endsWith(end));
    }

    /** Whether it is named in the manner of ours, and there is none. */
    private static boolean isStale(String name, Set<String> known, Set<String> first) {
        if (FOREIGN.matcher(name).matches() || NO_PACKAGES.stream().anyMatch(name::startsWith)) {
            return false;
        }
        String[] parts = name.split("\\.");
        int type = 0;
        while (type < parts.length && !TYPE.matcher(parts[type]).matches()) {
            type++;
        }
        if (type < parts.length) { // what follows a type's name is a member
            String whole = Stream.of(parts).limit(type + 1L).collect(Collectors.joining("."));
            return !OTHERS.contains(whole) && !isKnown(whole, known);
        }
        boolean isPackage =
                parts.length > 1 && first.contains(parts[0]) && name.equals(name.toLowerCase(java.util.Locale.ROOT));
        return isPackage && !isKnown(name, known);
    }

    @Test
    void whatAPageNamesExists() throws IOException {
        Set<String> known = known();
        Set<String> first = known.stream()
                .flatMap(k -> Stream.of(k.split("\\.")))
                .filter(part -> Character.isLowerCase(part.charAt(0)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> stale = new ArrayList<>();
        for (Path page : pages().toList()) {
            for (String code : CODE.matcher(Files.readString(page))
                    .results()
                    .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                    .filter(c -> NAME.matcher(c).matches())
                    .toList()) {
                if (isStale(code, known, first)) {
                    stale.add(page + ": " + code);
                }
            }
        }
        assertEquals(List.of(), stale);
    }
}
