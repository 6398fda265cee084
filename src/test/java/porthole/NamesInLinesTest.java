package porthole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import porthole.display.Language;

/** What {@code lesson check --no-run} reads in the docker lines and names of a lesson file, without an engine. */
class NamesInLinesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private String checked(String wrong, String right) throws IOException {
        Path lesson = folder.resolve("tea/lesson.yaml");
        new LessonTemplate("tea", List.of("en")).write(folder.resolve("tea"));
        String yaml = Files.readString(lesson);
        assertTrue(yaml.contains(right), right);
        Files.writeString(lesson, yaml.replace(right, wrong));
        StringWriter said = new StringWriter();
        Main.commandLine()
                .setOut(new PrintWriter(said, true))
                .execute("lesson", "check", "--no-run", folder.resolve("tea").toString());
        return said.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "when: tea-client -> tea-db:80 reached; when: tea-clinet -> tea-db:80 reached; names the container \"tea-clinet\"; Did you mean \"tea-client\"? [unknown-name]",
                "when: tea-client -> tea-db:80 reached; when: tea-client -> tea-bd:80 reached; names the container \"tea-bd\"; Did you mean \"tea-db\"?",
                "that: network tea-back internal; that: network tea-bakc internal; names the network \"tea-bakc\"; Did you mean \"tea-back\"?",
                "run -d --name tea-db --network tea-back nginx; run -d --name tea-db --network tea-bck nginx; names the network \"tea-bck\"; Did you mean \"tea-back\"?",
                "- network create tea-front; - netwrok create tea-front; \"netwrok\" is not a command of docker.; Did you mean \"network\"? [docker-line]",
                "- network create tea-front; - network create --sbnet 10.0.0.0/24 tea-front; \"--sbnet\" is not a flag of docker network create; [docker-line]",
                "run -d --name tea-db; run -d --name 'tea-db; This docker line cannot be read; [docker-line]",
            })
    void aMisspeltNameOrCommandIsFoundWithWhatWasMeant(String right, String wrong, String first, String then)
            throws IOException {
        String said = checked(wrong, right);
        assertTrue(said.contains("lesson.yaml:") && said.contains(first) && said.contains(then), said);
    }

    @Test
    void namesThatALineMakesACellNamesOrAnAliasGivesAreNotFound() throws IOException {
        String said = checked(
                "run -d --name tea-db --network name=tea-back,alias=store nginx\n"
                        + "    - cp /etc/hosts tea-db:/tmp/hosts\n    - docker network create tea-more && docker network connect tea-more tea-db",
                "run -d --name tea-db --network tea-back nginx");
        assertEquals(-1, said.indexOf("lesson.yaml:"), said);
    }
}
