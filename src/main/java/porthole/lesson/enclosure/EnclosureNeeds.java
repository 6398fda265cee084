package porthole.lesson.enclosure;

import java.nio.file.Files;
import java.nio.file.Path;
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
            "mountpoint",
            "pivot_root",
            "losetup",
            "hostname",
            "mkfs.ext4",
            "find");

    private EnclosureNeeds() {}

    /**
     * Why there can be none, as a sentence; empty where there can be.
     *
     * @param command what was typed, to be repeated as root
     */
    public static Optional<String> missing(String command) {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return Optional.of(SENTENCES.say("enclosure.linux"));
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of(SENTENCES.say("enclosure.root", command));
        }
        return PROGRAMS.stream()
                .filter(program -> Stream.of(path().split(":", -1))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                .findFirst()
                .map(program -> SENTENCES.say("enclosure.program", program));
    }

    /** Each limit that this machine cannot hold, as a sentence; normally none. */
    public static List<String> weaker() {
        return new ControlGroups(Path.of("/sys/fs/cgroup"))
                .missing().stream()
                        .map(controller -> SENTENCES.say("enclosure.without." + controller))
                        .toList();
    }

    static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
    }
}
