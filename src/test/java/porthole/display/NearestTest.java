package porthole.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one rule of "Did you mean", and that no room has another. */
class NearestTest {
    private static final Pattern OWN_RULE = Pattern.compile("Levenshtein|JaroWinkler|\\bint distance\\(");

    @ParameterizedTest
    @CsvSource({
        "wbe, web",
        "wb, web",
        "shpo, shop",
        "WEB, web",
        "lenght, length",
        "arraylist, ArrayList",
        "brdige, bridge",
        "porthole/ngnix, porthole/nginx",
        "hots1, host1",
        "shop, shop-net",
    })
    void aMistypedNameFindsTheOneThatWasMeant(String asked, String meant) {
        assertEquals(Optional.of(meant), Nearest.to(asked, List.of("strip", meant, "zebra")));
    }

    @ParameterizedTest
    @CsvSource({
        "rocket, length",
        "x, y",
        "it, is",
        "completely-different, shop",
        "web, web",
        "web, cat",
        "shop, shop_default_1"
    })
    void whatIsNotNearIsNotOffered(String asked, String existing) {
        assertEquals(Optional.empty(), Nearest.to(asked, List.of(existing)));
    }

    @Test
    void theNearestIsOfferedAndOfTwoAsNearTheFirstByName() {
        assertEquals(Optional.of("web"), Nearest.to("weeb", List.of("weebly", "webs", "web")));
        assertEquals(Optional.of("weba"), Nearest.to("web", List.of("webb", "weba")));
    }

    @Test
    void noOtherRoomHasARuleOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                boolean own = OWN_RULE.matcher(Files.readString(file)).find();
                assertTrue(!own || file.endsWith("porthole/display/Nearest.java"), file.toString());
            }
        }
    }
}
