package porthole.engine.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.engine.answer.MapperTest;

class VersionsTest {
    private static Versions negotiate(String newest, String oldest) {
        return Versions.negotiate(EngineJson.object()
                .put("ApiVersion", newest)
                .put("MinAPIVersion", oldest)
                .put("Version", "x"));
    }

    @ParameterizedTest
    @CsvSource({"1.41,1.12,1.41", "1.51,1.24,1.51", "1.60,1.44,1.51", "1.70,1.55,1.55"})
    void theNewestThatBothKnowIsUsedButNeverBelowTheEnginesOldest(String newest, String oldest, String used) {
        assertEquals(used, negotiate(newest, oldest).used());
    }

    @Test
    void versionsCompareByNumberNotByText() {
        assertTrue(Versions.compare("1.9", "1.41") < 0);
    }

    @Test
    void anEngineThatIsTooOldIsTold() {
        assertTrue(assertThrows(EngineException.class, () -> negotiate("1.21", "1.12"))
                .getMessage()
                .contains("1.21"));
    }

    @Test
    void aRealEnginesAnswerIsRead() {
        Versions versions = Versions.negotiate(MapperTest.json("20.10.24/version.json"));
        assertEquals("1.41", versions.used());
        assertEquals("linux/amd64", versions.platform());
    }
}
