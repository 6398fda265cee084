package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of the rooms that speak: the same ones in both languages, about the same things. */
class SentencesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties read(String room, String language) throws IOException {
        String file = "/porthole/" + room + "/sentences" + language + ".properties";
        Properties sentences = new Properties();
        try (var stream = Objects.requireNonNull(SentencesTest.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
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
    @ValueSource(strings = {"engine", "topology", "probe", "picture", "notebook", "notebook/line"})
    void bothLanguagesSayTheSameThings(String room) throws IOException {
        assertEquals(places(read(room, "")), places(read(room, "_ja")));
    }

    /** A single apostrophe would swallow the places behind it. */
    @ParameterizedTest
    @ValueSource(strings = {"engine", "topology", "probe", "picture", "notebook", "notebook/line"})
    void everyApostropheIsWrittenTwice(String room) throws IOException {
        for (String language : new String[] {"", "_ja"}) {
            read(room, language)
                    .forEach((key, sentence) -> assertTrue(
                            sentence.toString().replace("''", "").indexOf('\'') < 0, () -> key + ": " + sentence));
        }
    }
}
