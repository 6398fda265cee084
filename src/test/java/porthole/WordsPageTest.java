package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.jupyter.api.WordGroup;
import porthole.jupyter.java.Session;
import porthole.jupyter.java.names.KernelWords;
import porthole.notebook.NotebookExtension;

/** What docs/words.md, docs/words.ja.md and %help say of the words is what their Javadoc says. */
class WordsPageTest {
    private static final boolean REWRITE = Boolean.getBoolean("porthole.rewrite");
    private static final String COMMAND = "To write it anew: mvn test -Dtest=WordsPageTest -Dporthole.rewrite=true";

    private static final List<Path> LINES = List.of(
            Path.of("src/main/resources/porthole/notebook/words.properties"),
            Path.of("src/main/resources/porthole/jupyter/java/words.properties"));

    private static WordsPage page;

    private static List<WordGroup> groups(Language language) {
        Language before = Language.current();
        Language.use(language);
        try {
            return Stream.concat(new NotebookExtension().words().stream(), KernelWords.groups().stream())
                    .toList();
        } finally {
            Language.use(before);
        }
    }

    private static void holds(Path file, String text) throws IOException {
        if (REWRITE) {
            Files.writeString(file, text);
        }
        assertEquals(text, WordsPage.read(file), COMMAND);
    }

    /** What {@code %magics} says of each. */
    private static List<String> magics(Session session) {
        return session.shows("%magics")
                .lines()
                .filter(line -> line.contains("%"))
                .map(line -> line.strip().replaceFirst("^%\\S+\\s+(?=%)", ""))
                .toList();
    }

    private static Properties read(Path file) throws IOException {
        Properties lines = new Properties();
        lines.load(Files.newBufferedReader(file));
        return lines;
    }

    private static Path japanese(Path lines) {
        return lines.resolveSibling("words_ja.properties");
    }

    /** What %help says, as it ought to be. */
    private static String lines(Path file, WordsPage page) throws IOException {
        List<String> text = new ArrayList<>(Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#") || line.startsWith("group."))
                .toList());
        read(japanese(file)).stringPropertyNames().stream()
                .filter(key -> !key.startsWith("group."))
                .sorted()
                .map(word -> word + "=" + page.line(word).replace("'", "''").replaceAll("[{}]", "'$0'"))
                .forEach(text::add);
        return String.join("\n", text) + "\n";
    }

    @BeforeAll
    static void read() throws IOException {
        page = new WordsPage();
        for (Path file : REWRITE ? LINES : List.<Path>of()) {
            Files.writeString(file, lines(file, page));
            Path packed = Path.of("target/classes")
                    .resolve(Path.of("src/main/resources").relativize(file));
            Files.copy(file, packed, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void aWordsLineIsTheFirstSentenceOfItsJavadoc() throws IOException {
        for (Path file : LINES) {
            assertEquals(lines(file, page), WordsPage.read(file), COMMAND);
        }
    }

    @Test
    void everyWordHasAGroupALineAndAnExampleInBothLanguages() throws IOException {
        TreeSet<String> words = Files.readAllLines(Path.of("src/test/resources/porthole/words-of-cells.txt")).stream()
                .map(word -> word.substring(word.lastIndexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (Language language : Language.values()) {
            List<String> grouped = groups(language).stream()
                    .flatMap(group -> group.words().stream())
                    .map(WordGroup.Word::name)
                    .sorted()
                    .toList();
            assertEquals(List.copyOf(words), grouped, "each in one group");
        }
        for (Path file : LINES) {
            assertEquals(read(file).stringPropertyNames(), read(japanese(file)).stringPropertyNames());
        }
    }

    @Test
    void whatAWordGivesIsDocumented() throws IOException {
        assertEquals(List.of(), page.undocumented());
    }

    @Test
    void thePagesAreWhatTheJavadocSays() throws IOException {
        try (Session session = new Session(new NotebookExtension())) {
            holds(Path.of("docs/words.md"), page.english(groups(Language.ENGLISH), magics(session)));
            Language before = Language.current();
            Language.use(Language.JAPANESE);
            try {
                holds(Path.of("docs/words.ja.md"), page.japanese(groups(Language.JAPANESE), magics(session)));
            } finally {
                Language.use(before);
            }
        }
    }

    @Test
    void anExampleCompilesAndUsesItsWord() {
        StringBuilder all = new StringBuilder("void examples(porthole.engine.Cluster hosts) throws Exception {\n");
        groups(Language.ENGLISH).stream()
                .flatMap(group -> group.words().stream())
                .forEach(word -> {
                    String example = word.example();
                    assertTrue(example.contains(word.name()), example);
                    all.append(example).append(example.endsWith("}") ? "\n" : ";\n");
                });
        try (Session session = new Session(new NotebookExtension())) {
            session.shows(all + "}");
        }
    }

    @Test
    void helpNamesTheWordsByTheirGroupsInBothLanguages() {
        try (Session session = new Session(new NotebookExtension())) {
            assertTrue(
                    session.shows("%help").contains("\n  See the network: topology, change\n"), session.shows("%help"));
            String all = session.shows("%help words");
            assertTrue(all.contains("\n  why: Tests every condition for a call to arrive,"), all);
            assertTrue(all.contains("\n    why(\"web\", \"db:5432\")\n"), all);
            String why = session.shows("%help why");
            assertTrue(why.startsWith("Example: why(\"web\", \"db:5432\")\n\nstatic Ladder Words.why("), why);
            assertTrue(why.contains("Words.why(Cluster hosts, String from, String target)"), why);
            assertTrue(session.fails("%help topolgy").message().contains("Did you mean \"topology\"?"));
            Language before = Language.current();
            Language.use(Language.JAPANESE);
            try {
                assertTrue(session.shows("%help").contains("\n  ネットワークを見る: topology, change\n"));
                String topology = session.shows("%help topology");
                assertTrue(topology.startsWith("エンジンの今のネットワークと実行中のコンテナを図にします。\n例：topology("), topology);
            } finally {
                Language.use(before);
            }
        }
    }

    @Test
    void helpTellsAWordAndAMagicOfOneNameApart() {
        try (Session session = new Session(new NotebookExtension())) {
            String who = session.shows("%help who");
            assertTrue(who.contains("Words.who(String target)") && who.contains("%who: "), who);
            assertTrue(session.shows("%help %who").startsWith("%who: "), session.shows("%help %who"));
            session.shows("int who = 3;");
            String own = session.shows("%help who");
            assertTrue(own.startsWith("int who"), own);
        }
    }
}
