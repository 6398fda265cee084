package porthole.lesson.enclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The machine's control groups, of version 1, of version 2, or both (then version 1 has what limits).
 *
 * @param root where they are mounted, normally {@code /sys/fs/cgroup}
 */
record ControlGroups(Path root) {
    /** What limits an enclosure, and the file of a group by which it does: of version 1, of version 2. */
    private static final Map<String, List<String>> FILES = new TreeMap<>(Map.of(
            "cpu", List.of("cpu.cfs_quota_us", "cpu.max"),
            "memory", List.of("memory.limit_in_bytes", "memory.max"),
            "pids", List.of("pids.max", "pids.max")));

    /** Those controllers that do not limit a new group here; tried by making one where they should. */
    List<String> missing() {
        boolean second = Files.exists(root.resolve("cgroup.controllers"));
        return FILES.entrySet().stream()
                .filter(each -> second
                        ? !limits(root, each.getKey(), each.getValue().get(1))
                        : !limits(
                                root.resolve(each.getKey()), "", each.getValue().get(0)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a group below that one gets the file; of version 2, once the controller is handed down. */
    private static boolean limits(Path parent, String controller, String file) {
        Path group = parent.resolve("porthole-try-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
            try {
                if (!controller.isEmpty()) {
                    Files.writeString(
                            parent.resolve("cgroup.subtree_control"), "+" + controller, StandardOpenOption.WRITE);
                }
                return Files.isWritable(group.resolve(file));
            } finally {
                Files.delete(group);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
