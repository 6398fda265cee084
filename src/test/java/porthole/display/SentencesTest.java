package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentences of the rooms that speak: the same ones in both languages, about the same things. */
class SentencesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    /** A key as it is written in the code, where it is written whole. */
    private static final Pattern SAID = Pattern.compile("(?:\\.say\\(|SENTENCES,)\\s*\"([a-z][\\w.-]*)\"[,)]");

    /** Whose sentences a class says: {@code Sentences.of(Page.class)}, {@code Sentences.of(Question.class, "questions")}. */
    private static final Pattern ROOM = Pattern.compile("Sentences\\.of\\((\\w+)\\.class(?:, \"(\\w+)\")?\\)");

    /** A bracket or a colon behind Japanese text, but not a cast of Java; or a space beside a wide one. */
    private static final Pattern NARROW =
            Pattern.compile("[ぁ-んァ-ヶー一-龠] ?\\((?!\\{\\d}\\)|float|T\\[|a, b)|[ぁ-んァ-ヶー一-龠）]: | [（）：]|[（）] ");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Pattern UNFILLED = Pattern.compile("\\{\\d}|''");

    private static final Pattern KEY = Pattern.compile("([A-Za-z0-9][\\w.-]*)\\s*=");

    private static Properties read(String room, String language) throws IOException {
        String file = "/" + folder(room) + "/sentences" + language + ".properties";
        Properties sentences = new Properties();
        try (var stream = Objects.requireNonNull(SentencesTest.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }

    /** The command line's own sentences are in no room. */
    private static String folder(String room) {
        return room.isEmpty() ? "porthole" : "porthole/" + room;
    }

    /** Every room that has sentences. */
    static List<String> rooms() throws IOException {
        return files(Path.of("src/main/resources/porthole"), "sentences.properties")
                .map(file -> Path.of("src/main/resources/porthole").relativize(file.getParent()))
                .map(Path::toString)
                .toList();
    }

    private static Stream<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    private static Map<String, Set<String>> places(Properties sentences) {
        Map<String, Set<String>> places = new TreeMap<>();
        sentences.forEach((key, sentence) -> {
            Set<String> found = new TreeSet<>();
            for (Matcher place = PLACE.matcher(sentence.toString()); place.find(); ) {
                found.add(place.group());
            }
            places.put(key.toString(), found);
        });
        return places;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void bothLanguagesSayTheSameThings(String room) throws IOException {
        assertEquals(places(read(room, "")), places(read(room, "_ja")));
    }

    /** A single apostrophe would swallow the places behind it; a brace that is meant stands in two. */
    @ParameterizedTest
    @MethodSource("rooms")
    void everyApostropheIsWrittenTwice(String room) throws IOException {
        for (String language : new String[] {"", "_ja"}) {
            read(room, language)
                    .forEach((key, sentence) -> assertTrue(
                            sentence.toString().replaceAll("''|'[{}]'", "").indexOf('\'') < 0,
                            () -> key + ": " + sentence));
        }
    }

    /** docs/style-ja.md: brackets and colons of Japanese text are wide, but for what a magic's line begins with. */
    @ParameterizedTest
    @MethodSource("rooms")
    void bracketsAndColonsOfJapaneseTextAreWide(String room) throws IOException {
        List<String> narrow = read(room, "_ja").entrySet().stream()
                .filter(e -> NARROW.matcher(e.getValue().toString().replaceFirst("^%[^:]*: ", ""))
                        .find())
                .map(Object::toString)
                .sorted()
                .toList();
        assertEquals(List.of(), narrow);
    }

    @Test
    void noSpaceStandsInJapaneseWhereAPartEndsInJapanese() {
        Sentences pictures = Sentences.of(porthole.picture.Picture.class);
        assertTrue(pictures.say(Language.JAPANESE, "who.single", "web", "bridge（172.17.0.2）")
                .startsWith("bridge（172.17.0.2）に"));
        assertTrue(
                pictures.say(Language.JAPANESE, "who.single", "web", "bridge").startsWith("bridge に"));
    }

    /** Said with what it speaks about, as a reader sees it. */
    @ParameterizedTest
    @MethodSource("rooms")
    void noPlaceIsLeftUnfilled(String room) throws Exception {
        Class<?> inside = Class.forName(folder(room).replace('/', '.') + ".package-info");
        Sentences sentences = Sentences.of(inside);
        for (String key : read(room, "").stringPropertyNames()) {
            for (Language language : Language.values()) {
                String said = sentences.say(language, key, "a", "b", "c", "d", "e", "f");
                assertFalse(UNFILLED.matcher(said).find(), key + ": " + said);
            }
        }
    }

    @Test
    void whatTheCodeSaysStandsInTheFiles() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path file :
                files(Path.of("src/main/resources/porthole"), ".properties").toList()) {
            Properties sentences = new Properties();
            sentences.load(Files.newBufferedReader(file));
            keys.addAll(sentences.stringPropertyNames());
        }
        Set<String> missing = new TreeSet<>();
        for (Path file : files(Path.of("src/main/java"), ".java").toList()) {
            for (Matcher said = SAID.matcher(Files.readString(file)); said.find(); ) {
                if (!keys.contains(said.group(1))) {
                    missing.add(file.getFileName() + ": " + said.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    /** Each class finds what it says in the file of the package that it names, or of the nearest around it. */
    @Test
    void eachClassFindsWhatItSaysInItsRoom() throws IOException {
        Set<String> missing = new TreeSet<>();
        int found = 0;
        for (Path file : files(SOURCES, ".java").toList()) {
            String source = Files.readString(file);
            Set<String> keys = new TreeSet<>();
            for (Matcher room = ROOM.matcher(source); room.find(); ) {
                String name = Objects.requireNonNullElse(room.group(2), "sentences");
                keys.addAll(nearest(packageOf(room.group(1), source, file), name));
            }
            for (Matcher said = SAID.matcher(source); !keys.isEmpty() && said.find(); found++) {
                if (!keys.contains(said.group(1))) {
                    missing.add(file.getFileName() + ": " + said.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(found > 300, "only " + found + " were found");
    }

    /** The folder of a class that a source names: an imported one's, or the source's own. */
    private static Path packageOf(String type, String source, Path file) {
        Matcher imported = Pattern.compile("import ([\\w.]+)\\." + type + ";").matcher(source);
        return imported.find() ? Path.of(imported.group(1).replace('.', '/')) : SOURCES.relativize(file.getParent());
    }

    private static Set<String> nearest(Path folder, String name) throws IOException {
        Path at = folder;
        while (at != null) {
            Path file = RESOURCES.resolve(at).resolve(name + ".properties");
            if (Files.exists(file)) {
                Properties sentences = new Properties();
                sentences.load(Files.newBufferedReader(file));
                return sentences.stringPropertyNames();
            }
            at = at.getParent();
        }
        return Set.of();
    }

    /** {@link Properties#load} keeps the last of two and says nothing. */
    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        Set<String> twice = new TreeSet<>();
        for (Path file :
                files(Path.of("src/main/resources/porthole"), ".properties").toList()) {
            Set<String> seen = new TreeSet<>();
            boolean continued = false;
            for (String line : Files.readAllLines(file)) {
                Matcher key = KEY.matcher(line);
                if (!continued && key.lookingAt() && !seen.add(key.group(1))) {
                    twice.add(file + ": " + key.group(1));
                }
                continued = line.endsWith("\\");
            }
        }
        assertEquals(Set.of(), twice);
    }

    /** A key that no source names is a sentence that nobody will read, or one that the code says under another name. */
    @ParameterizedTest
    @MethodSource("rooms")
    void everyKeyIsNamedByASource(String room) throws IOException {
        SourceWords words = SourceWords.of(Path.of("src/main/java"));
        assertFalse(words.name("no.such.sentence") || words.name("matrix.changed.title"));
        assertEquals(
                List.of(),
                read(room, "").stringPropertyNames().stream()
                        .filter(key -> !words.name(key))
                        .sorted()
                        .toList());
    }

    @Test
    void anAsideStandsInTheBracketsOfTheLanguage() {
        assertEquals("web (nginx)", Language.ENGLISH.aside("web", "nginx"));
        assertEquals("web（nginx）", Language.JAPANESE.aside("web", "nginx"));
    }
}
