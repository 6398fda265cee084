package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The drawing of the house and the three ways through it, in docs/architecture.md, are those of the code. */
class ArchitecturePageTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("porthole");

    private static final Pattern STATION = Pattern.compile("^(\\d+)\\. `([a-zA-Z.]+)`");

    private static String fullName(String name) {
        return name.equals("porthole") ? name : "porthole." + name;
    }

    /** The floor of each package, the uppermost first. */
    private static Map<String, Integer> floors() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        int begin = page.indexOf("```floors\n") + "```floors\n".length();
        Map<String, Integer> floors = new LinkedHashMap<>();
        String room = "";
        int floor = 0;
        for (String line :
                page.substring(begin, page.indexOf("```", begin)).lines().toList()) {
            floor++;
            for (String word : line.replaceFirst("—.*", "").trim().split("\\s+")) {
                room = line.startsWith(" ") || word.startsWith(".") ? room : word;
                if (!word.isEmpty()) {
                    String name = fullName(word.startsWith(".") ? room + word : word);
                    assertNull(floors.put(name, floor), name);
                }
            }
        }
        return floors;
    }

    @Test
    void theDrawingHasEveryPackageAndNoOther() throws IOException {
        Set<String> packages =
                HOUSE.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages, new TreeSet<>(floors().keySet()));
    }

    @Test
    void arrowsOfTheDrawingPointDown() throws IOException {
        Map<String, Integer> floors = floors();
        Set<String> up = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                String from = type.getPackageName();
                String to = arrow.getTargetClass().getPackageName();
                if (!from.equals(to) && floors.containsKey(to) && floors.get(to) <= floors.get(from)) {
                    up.add(from + " -> " + to);
                }
            }
        }
        assertEquals(Set.of(), up);
    }

    /** The title of each way with the names of its stations. */
    private static Map<String, List<String>> ways() throws IOException {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        List<String> stations = new ArrayList<>();
        for (String line :
                Files.readString(Path.of("docs/architecture.md")).lines().toList()) {
            if (line.startsWith("#")) {
                stations = new ArrayList<>();
                if (line.endsWith(" stations")) {
                    ways.put(line, stations);
                }
            }
            Matcher station = STATION.matcher(line);
            if (!ways.isEmpty() && station.find()) {
                stations.add(fullName(station.group(2)));
                assertEquals(stations.size(), Integer.parseInt(station.group(1)), line);
            }
        }
        return ways;
    }

    @Test
    void aWayHasAsManyStationsAsItsTitleSays() throws IOException {
        assertEquals(3, ways().size());
        ways().forEach((title, stations) ->
                assertTrue(title.endsWith(": " + stations.size() + " stations"), title + " has " + stations.size()));
    }

    /** By a call, or by what is handed on. */
    @Test
    void eachStationIsTiedToOneBeforeIt() throws IOException {
        List<String> loose = new ArrayList<>();
        for (List<String> way : ways().values()) {
            for (int i = 1; i < way.size(); i++) {
                JavaClass here = HOUSE.get(way.get(i));
                if (way.subList(0, i).stream().map(HOUSE::get).noneMatch(b -> isTied(b, here))) {
                    loose.add(here.getName());
                }
            }
        }
        assertEquals(List.of(), loose);
    }

    /** One names the other, or both name the abstract type between them. */
    private static boolean isTied(JavaClass one, JavaClass other) {
        Set<JavaClass> named = named(one);
        Set<JavaClass> others = named(other);
        return named.contains(other)
                || others.contains(one)
                || named.stream()
                        .anyMatch(c -> c.getModifiers().contains(JavaModifier.ABSTRACT)
                                && others.contains(c)
                                && (one.isAssignableTo(c.getName()) || other.isAssignableTo(c.getName())));
    }

    private static Set<JavaClass> named(JavaClass type) {
        return HOUSE.stream()
                .filter(c -> outermost(c).equals(type))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(d -> outermost(d.getTargetClass()))
                .filter(c -> c.getPackageName().startsWith("porthole"))
                .collect(Collectors.toSet());
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitecturePageTest::outermost).orElse(type);
    }
}
