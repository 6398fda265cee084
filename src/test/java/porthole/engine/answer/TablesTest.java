package porthole.engine.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;

class TablesTest {
    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    @Test
    void whatIsPortholesOwnHasHeadingsInTheReadersLanguage() {
        List<Removed> removed = List.of(new Removed("network", "shop"));
        Language.use(Language.ENGLISH);
        assertEquals(List.of("REMOVED", "NAME"), Tables.removed(removed).table().columns());
        assertEquals(List.of("PATH", "LINE"), Tables.hits(List.of()).table().columns());
        Language.use(Language.JAPANESE);
        assertEquals(List.of("削除したもの", "名前"), Tables.removed(removed).table().columns());
        assertEquals(List.of("パス", "行"), Tables.hits(List.of()).table().columns());
    }

    @Test
    void whatDockerPrintsHasDockersHeadingsInEveryLanguage() {
        for (Language language : Language.values()) {
            Language.use(language);
            assertEquals(
                    "CONTAINER ID",
                    Tables.containers(List.of()).table().columns().get(0));
            assertEquals(
                    "NETWORK ID", Tables.networks(List.of()).table().columns().get(0));
        }
    }
}
