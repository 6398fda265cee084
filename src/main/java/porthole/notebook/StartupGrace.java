package porthole.notebook;

import java.time.Duration;
import java.time.Instant;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.NetworkMode;

/** Servers that have been started and do not listen yet: a cell is quicker than a person at a terminal. */
final class StartupGrace {
    private static final Duration YOUTH = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private StartupGrace() {}

    /** Whether a container that may answer on that port of the host is younger than 3 s; if so, a moment later. */
    static boolean listensSoon(Docker docker, int port) throws InterruptedException {
        Instant young = Instant.now().minus(YOUTH);
        boolean soon = docker.snapshot().containers().stream()
                .anyMatch(c -> c.running() && c.created().isAfter(young) && mayAnswer(c, port));
        if (soon) {
            Thread.sleep(PAUSE.toMillis());
        }
        return soon;
    }

    private static boolean mayAnswer(Container container, int port) {
        return container.mode() instanceof NetworkMode.Host
                || container.ports().stream().anyMatch(p -> p.hostPort() == port);
    }
}
