package porthole.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.api.EngineVersion;
import porthole.network.Host;

/** What Porthole itself writes in tables is Japanese for a Japanese reader; names and Docker's own words stay. */
class JapaneseTablesTest {
    private static final Set<String> TERMS = Set.of("API", "OS", "Linux", "Swarm");

    @BeforeEach
    void japanese() {
        Language.use(Language.JAPANESE);
    }

    @AfterEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @Test
    void noEnglishWordStandsInATableOfPortholesOwn() {
        List<Removed> removed = Stream.of(
                        "container",
                        "network",
                        "volume",
                        "image",
                        "service",
                        "swarm",
                        "cluster",
                        "host",
                        "link",
                        "endpoint")
                .map(kind -> new Removed(kind, "1"))
                .toList();
        Engine engine = new Engine(new Host("1", "2", "3"), "4", "5", List.of("6"), "7", 8, 9, List.of("10"));
        String all = Tables.removed(removed) + "\n" + engine + "\n" + new EngineVersion("1", "2", "3", "4", "5");
        Set<String> english = new TreeSet<>(Pattern.compile("[A-Za-z]+")
                .matcher(all)
                .results()
                .map(m -> m.group())
                .toList());
        english.removeAll(TERMS);
        assertEquals(Set.of(), english, all);
    }
}
