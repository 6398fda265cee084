package porthole.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code --env-file} and {@code --label-file}: one entry on each line; blank lines and those with # are left out. */
final class LineFile {
    private LineFile() {}

    static List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw Errors.sentence("file.none", Path.of(file).toAbsolutePath());
        }
    }
}
