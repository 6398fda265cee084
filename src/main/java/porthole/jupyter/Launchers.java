package porthole.jupyter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The processes that a kernel was started by.
 *
 * @param server the process id that was looked for
 * @param nearestFirst the parent and its parents up to the server: the wrappers that a kernelspec may name stand
 *     between; nothing where no parent is the server
 */
record Launchers(@Nullable String server, List<ProcessHandle> nearestFirst) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /**
     * Those that are there now.
     *
     * @param server its process id, which Jupyter's local launcher puts into {@code JPY_PARENT_PID}
     */
    static Launchers of(@Nullable String server) {
        List<ProcessHandle> launchers = new ArrayList<>();
        Optional<ProcessHandle> next = ProcessHandle.current().parent();
        while (next.isPresent()) {
            launchers.add(next.get());
            if (String.valueOf(next.get().pid()).equals(server)) {
                return new Launchers(server, launchers);
            }
            next = next.get().parent();
        }
        return new Launchers(server, List.of());
    }

    /**
     * Does {@code action} soon after one of them has ended. Never where there are none, as under a gateway, in a
     * container, or behind a launcher that has left already: such a kernel waits to be told.
     *
     * <p>It looks whether the children of each are still its children. A process that has ended but that nobody waited
     * for (a zombie) still seems to be there.
     */
    void watch(Runnable action) {
        if (nearestFirst.isEmpty()) {
            return;
        }
        Thread watch = new Thread(
                () -> {
                    try {
                        do {
                            Thread.sleep(BETWEEN_LOOKS.toMillis());
                        } while (of(server).equals(this));
                        action.run();
                    } catch (InterruptedException e) {
                        // nobody has a reason to
                    }
                },
                "jupyter-launchers");
        watch.setDaemon(true);
        watch.start();
    }
}
