package porthole.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porthole.display.Language;

/** With what Compose 1.29.2 and 2.40.3 really complain of. */
class ComposeFaultTest {
    private static final Path FILE = Path.of("compose.yaml");
    private static final String GOOD =
            "services:\n  web:\n    image: nginx\n    ports:\n      - \"8080:80\"\n  db:\n    image: nginx\n";

    ComposeFaultTest() {
        Language.use(Language.ENGLISH);
    }

    private static String fault(String yaml, String complaint) {
        return ComposeFault.of(FILE, yaml, complaint).map(Throwable::getMessage).orElse("");
    }

    @Test
    void aWordThatComposeDoesNotKnowIsFoundByItsPath() {
        String yaml = GOOD.replace("ports:", "prots:");
        assertEquals(
                "Compose cannot use compose.yaml: line 4 (\"prots:\"): Unsupported config option for services.web: 'prots'",
                fault(
                        yaml,
                        "The Compose file './compose.yaml' is invalid because:\nUnsupported config option for services.web: 'prots'"));
        assertEquals(
                "Compose cannot use compose.yaml: line 4 (\"prots:\"): services.web additional properties 'prots' not allowed",
                fault(yaml, "validating /x/compose.yaml: services.web additional properties 'prots' not allowed"));
    }

    @Test
    void aValueOfTheWrongKindIsFoundByItsPath() {
        String yaml = GOOD.replace("  db:\n    image: nginx", "  db:\n    image: [1]");
        assertTrue(fault(yaml, "services.db.image contains an invalid type, it should be a string")
                .contains("line 7 (\"image: [1]\")"));
        assertTrue(fault(yaml, "validating /x/compose.yaml: services.db.image must be a string")
                .contains("line 7 (\"image: [1]\"): services.db.image must be a string"));
    }

    @Test
    void yamlTellsTheLineItself() {
        String yaml = GOOD.replace("    ports:", "   ports:");
        assertEquals(
                "Compose cannot use compose.yaml: line 4 (\"ports:\"): while parsing a block mapping; expected <block end>,"
                        + " but found '<block mapping start>'",
                fault(
                        yaml,
                        "yaml.parser.ParserError: while parsing a block mapping\n  in \"./compose.yaml\", line 2, column 3\n"
                                + "expected <block end>, but found '<block mapping start>'\n  in \"./compose.yaml\", line 4, column 4"));
        assertTrue(fault(GOOD.replace("  web:", "\tweb:"), "yaml: line 2: found character that cannot start any token")
                .contains("line 2 (\"web:\"): found character that cannot start any token"));
    }

    @Test
    void aNetworkThatIsNotThereAndAPortThatIsNoneAreFoundByTheirWord() {
        assertTrue(fault(
                        GOOD + "    networks: [shop]\n",
                        "service \"db\" refers to undefined network shop: invalid compose project")
                .contains("line 8 (\"networks: [shop]\")"));
        assertTrue(fault(GOOD.replace("8080:80", "80800:80"), "Invalid hostPort: 80800")
                .contains("line 5 (\"- \"80800:80\"\")"));
    }

    @Test
    void aComplaintThatIsNotAboutTheFileNamesNoLine() {
        assertEquals(Optional.empty(), ComposeFault.of(FILE, GOOD, "Cannot connect to the Docker daemon"));
    }
}
