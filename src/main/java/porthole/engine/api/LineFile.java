package porthole.engine.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code --env-file} and {@code --label-file}: one entry on each line; blank lines and those with # are left out; and
 * what an entry of the first kind means.
 */
public final class LineFile {
    private LineFile() {}

    public static List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw EngineSentences.sentence("file.none", Path.of(file).toAbsolutePath());
        }
    }

    /** {@code KEY} alone takes this process's own value; if it has none, the image's is taken away. */
    public static ArrayNode env(List<String> assignments) {
        ArrayNode env = EngineJson.array();
        for (String assignment : assignments) {
            if (assignment.isEmpty() || assignment.startsWith("=")) {
                throw EngineSentences.sentence("env.bad", assignment);
            }
            String own = assignment.contains("=") ? null : System.getenv(assignment);
            env.add(own == null ? assignment : assignment + "=" + own);
        }
        return env;
    }
}
