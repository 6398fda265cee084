package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import porthole.display.Language;

class SentencesTest {
    private static Properties read(String file) throws IOException {
        Properties sentences = new Properties();
        try (var stream = Objects.requireNonNull(SentencesTest.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return sentences;
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertEquals(
                read("sentences.properties").keySet(),
                read("sentences_ja.properties").keySet());
    }

    @Test
    void noPlaceIsLeftUnfilled() throws IOException {
        for (Object key : read("sentences.properties").keySet()) {
            for (Language language : Language.values()) {
                String said = Errors.SENTENCES.say(language, key.toString(), "a", "b", "c", "d");
                assertFalse(said.contains("{") || said.contains("''"), key + ": " + said);
            }
        }
    }
}
