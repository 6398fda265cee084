package porthole.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/teaching.md says of the stand-in images is so. */
class StandInsGuideTest {
    private static final Path NGINX = Path.of("kernel/images/nginx");

    @Test
    void theGuideNamesEachStandInAndThePrograms() throws IOException {
        List<String> guide = Files.readAllLines(Path.of("docs/teaching.md"));
        for (String image : StandIns.images()) {
            String row = "| `" + image + "` | `" + StandIns.of(image).orElseThrow() + "` | ";
            String lacking = StandIns.lacking(image).stream()
                    .map(program -> "`" + program + "`")
                    .collect(Collectors.joining(" "));
            assertTrue(guide.stream().anyMatch(line -> line.startsWith(row) && line.contains(lacking)), row + lacking);
        }
        assertEquals(
                StandIns.images().size(),
                guide.stream().filter(line -> line.contains("` | `porthole/")).count());
    }

    @Test
    void nginxHasItsWholeConfigurationInOneFileAndNoEntryPoint() throws IOException {
        assertFalse(Files.exists(NGINX.resolve("root/etc/nginx/conf.d")));
        String configuration = Files.readString(NGINX.resolve("root/etc/nginx/nginx.conf"));
        assertTrue(configuration.contains("server {") && !configuration.contains("include"), configuration);
        assertFalse(Files.readString(NGINX.resolve("Dockerfile")).contains("ENTRYPOINT"));
        String page = Files.readString(NGINX.resolve("root/usr/share/nginx/html/index.html"));
        assertTrue(page.contains("Welcome to nginx!") && page.contains("hostname"), page);
    }
}
