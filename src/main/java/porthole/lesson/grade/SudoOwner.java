package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What root writes for a person who has called sudo belongs to that person. */
final class SudoOwner {
    private SudoOwner() {}

    /** Gives a folder with all in it to the person, if there is one. */
    static void give(Path folder) throws IOException {
        Map<String, String> environment = System.getenv();
        Optional<Integer> user = number(environment.get("SUDO_UID"));
        Optional<Integer> group = number(environment.get("SUDO_GID"));
        if (user.isEmpty() || group.isEmpty() || !"root".equals(System.getProperty("user.name"))) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                Files.setAttribute(each, "unix:uid", user.get(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(each, "unix:gid", group.get(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static Optional<Integer> number(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> t.matches("\\d{1,9}")).map(Integer::valueOf);
    }
}
