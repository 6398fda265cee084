package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Each shipped jar has its line in docs/dependencies.md, with its version and the licence that its own pom declares. */
class DependenciesIT {
    private static final Path LOCAL =
            Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));

    /** One library of a table of the page. */
    private record Line(String group, String artifact, String version, String licence) {
        String jar() {
            return artifact + "-" + version + ".jar";
        }

        Path pom() {
            return pomOf(group, artifact, version);
        }
    }

    private static List<Line> lines;
    private static TreeSet<String> jars;

    @BeforeAll
    static void read() throws IOException {
        lines = linesOf(Files.readString(Path.of("docs/dependencies.md")));
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            jars = new TreeSet<>(files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.equals("porthole-sources.jar"))
                    .toList());
        }
    }

    @Test
    void theTwoTablesNameTheJarsThatAreShippedAndNoOthers() {
        List<String> named = lines.stream().map(Line::jar).toList();
        assertEquals(List.of(), jars.stream().filter(j -> !named.contains(j)).toList(), "shipped without a line");
        assertEquals(List.of(), named.stream().filter(j -> !jars.contains(j)).toList(), "a line, but no jar");
    }

    @Test
    void eachLicenceIsTheOneThatTheLibrarysPomDeclares() throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        for (Line line : lines) {
            List<String> declared = licences(line.pom());
            if (!isNamed(line.licence(), declared)) {
                wrong.put(line.jar(), line.licence() + ", but its pom declares " + declared);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    @Test
    void noLibraryIsUnderTheGplAlone() throws Exception {
        for (Line line : lines) {
            List<String> families =
                    licences(line.pom()).stream().map(DependenciesIT::family).toList();
            assertFalse(families.stream().allMatch("GPL"::equals), line + " " + families);
        }
    }

    @Test
    void aJarWithoutALineAndAGplLicenceAreFound() {
        String page = "## Shipped\n| a | v | l |\n|---|---|---|\n| one.group:one, two | 1.0, 2.0 | MIT | x |\n";
        List<Line> read = linesOf(page);
        assertEquals(
                List.of("one-1.0.jar", "two-2.0.jar"),
                read.stream().map(Line::jar).toList());
        assertEquals("GPL", family("GNU General Public License, version 2"));
        assertEquals("GPL", family("GPL-3.0"));
        assertEquals("LGPL", family("GNU Lesser General Public Licence"));
        assertFalse(isNamed("Apache-2.0", List.of("GNU General Public License, version 2")));
        assertTrue(isNamed("Apache-2.0 (or LGPL-2.1-or-later; we take the first)", List.of("LGPL-2.1", "Apache-2.0")));
    }

    /** The rows before the section of what is not shipped. */
    private static List<Line> linesOf(String page) {
        String shipped = page.split("\n## For building", 2)[0];
        return shipped.lines()
                .filter(row -> row.startsWith("| ") && row.contains("."))
                .map(row -> row.substring(2).split(" \\| ", -1))
                .flatMap(DependenciesIT::linesOf)
                .toList();
    }

    private static Stream<Line> linesOf(String[] cells) {
        String[] libraries = cells[0].split(", ");
        String[] versions = cells[1].split(", ");
        assertTrue(versions.length == 1 || versions.length == libraries.length, String.join(" | ", cells));
        String[] group = {""};
        return IntStream.range(0, libraries.length).mapToObj(i -> {
            String[] parts = libraries[i].split(":");
            group[0] = parts.length == 2 ? parts[0] : group[0];
            return new Line(group[0], parts[parts.length - 1], versions[versions.length == 1 ? 0 : i], cells[2]);
        });
    }

    private static Path pomOf(String group, String artifact, String version) {
        return LOCAL.resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    /** Of the pom, else of the nearest parent that declares any. */
    private static List<String> licences(Path pom) throws Exception {
        String text = Files.readString(pom);
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text.substring(text.indexOf('<')))))
                .getDocumentElement();
        List<String> names = new ArrayList<>();
        child(project, "licenses").ifPresent(licences -> {
            for (Element licence : children(licences)) {
                child(licence, "name")
                        .ifPresent(name -> names.add(name.getTextContent().strip()));
            }
        });
        Optional<Element> parent = child(project, "parent");
        if (names.isEmpty() && parent.isPresent()) {
            return licences(pomOf(
                    text(parent.get(), "groupId"), text(parent.get(), "artifactId"), text(parent.get(), "version")));
        }
        assertFalse(names.isEmpty(), pom + " declares no licence");
        return names;
    }

    private static String text(Element element, String name) {
        return child(element, name).orElseThrow().getTextContent().strip();
    }

    private static Optional<Element> child(Element element, String name) {
        return children(element).stream()
                .filter(e -> e.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element each) {
                found.add(each);
            }
        }
        return found;
    }

    private static boolean isNamed(String line, List<String> declared) {
        List<String> named = Stream.of(line.split("[(,;] ?| or "))
                .map(DependenciesIT::family)
                .toList();
        return declared.stream().map(DependenciesIT::family).allMatch(named::contains);
    }

    /** A licence's name, as libraries write it in many ways, to what is compared. */
    private static String family(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("lesser") || lower.contains("lgpl")) {
            return "LGPL";
        }
        for (Map.Entry<String, String> each : Map.of(
                        "apache", "Apache",
                        "asl 2", "Apache",
                        "eclipse public", "EPL",
                        "epl", "EPL",
                        "mozilla", "MPL",
                        "mpl", "MPL",
                        "bsd", "BSD",
                        "bouncy castle", "Bouncy Castle")
                .entrySet()) {
            if (lower.contains(each.getKey())) {
                return each.getValue();
            }
        }
        if (lower.contains("general public") || lower.contains("gpl")) {
            return "GPL";
        }
        return lower.contains("mit") ? "MIT" : name.strip();
    }
}
