package porthole.lesson.enclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;

/** What this machine must have for an enclosure, and which of its limits it cannot hold. */
public final class EnclosureNeeds {
    private static final Sentences SENTENCES = Sentences.of(EnclosureNeeds.class);
    private static final List<String> PROGRAMS = List.of(
            "dockerd",
            "docker",
            "containerd",
            "runc",
            "iptables",
            "ip",
            "unshare",
            "nsenter",
            "prlimit",
            "setsid",
            "mount",
            "pivot_root",
            "losetup",
            "hostname",
            "mkfs.ext4",
            "find");

    private EnclosureNeeds() {}

    /** Why there can be none, as a sentence; empty where there can be. */
    public static Optional<String> missing() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of(SENTENCES.say("enclosure.linux"));
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of(SENTENCES.say("enclosure.root"));
        }
        return PROGRAMS.stream()
                .filter(program -> Stream.of(path().split(":", -1))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst()
                .map(program -> SENTENCES.say("enclosure.program", program));
    }

    /** Each limit that this machine cannot hold, as a sentence; normally none. */
    public static List<String> weaker() {
        List<String> weaker = new ArrayList<>();
        Path groups = Path.of("/sys/fs/cgroup");
        boolean second = Files.exists(groups.resolve("cgroup.controllers"));
        if (!Files.isWritable(second ? groups : groups.resolve("memory"))) {
            weaker.add(SENTENCES.say("enclosure.no-groups"));
        } else if (second && !read(groups.resolve("cgroup.controllers")).contains("memory")) {
            weaker.add(SENTENCES.say("enclosure.no-memory"));
        }
        return weaker;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
    }
}
