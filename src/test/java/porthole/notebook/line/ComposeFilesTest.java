package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Compose file a line without {@code -f} means, and which one is proposed. */
class ComposeFilesTest {
    @TempDir
    Path course;

    private Path lessons;

    @BeforeEach
    void folders() throws IOException {
        lessons = Files.createDirectories(course.resolve("en"));
    }

    private void file(String name) throws IOException {
        Path file = course.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "services: {}\n");
    }

    @Test
    void theNearestOneUpwardsIsTakenAsComposeDoes() throws IOException {
        assertEquals(Optional.empty(), new ComposeFiles(lessons).project());
        file("docker-compose.yml");
        assertEquals(Optional.of("../docker-compose.yml"), new ComposeFiles(lessons).project());
        file("en/docker-compose.yaml");
        file("en/compose.yml");
        assertEquals(Optional.of("compose.yml"), new ComposeFiles(lessons).project());
    }

    @Test
    void aFileInAFolderInsideOrBesideIsProposedAndNotTaken() throws IOException {
        file("downloads/compose.yaml");
        file("en/shop/compose.yml");
        ComposeFiles files = new ComposeFiles(lessons);
        assertEquals(Optional.empty(), files.project());
        assertEquals(List.of("shop/compose.yml", "../downloads/compose.yaml"), files.near());
    }
}
