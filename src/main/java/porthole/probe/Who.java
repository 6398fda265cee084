package porthole.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import porthole.engine.Docker;
import porthole.engine.Guest;
import porthole.engine.InterruptedCall;
import porthole.engine.SocketTable;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.probe.Answerer.Evidence;

/**
 * Finds who answers by holding connections: a number of them are opened and kept, and exactly the container that answers
 * has so many more in its own namespace. Where no container's namespace has them, the host's has: then the process that
 * holds them is looked for in the containers in host mode.
 */
final class Who {
    /** An odd number, which a server that is in use does not gain by chance within a moment. */
    private static final int CONNECTIONS = 7;

    private static final int AT_ONCE = 8;
    private static final int DEFAULT_PORT = 80;

    /** For how long a container is watched that should answer, and one that nothing speaks for, in nanoseconds. */
    private static final long EXPECTED_LIMIT = TimeUnit.SECONDS.toNanos(4);

    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(1500);

    private final Docker docker;
    private final Snapshot snapshot;
    private final Target target;
    private final int port;

    private Who(Docker docker, Target target) {
        this.docker = docker;
        this.snapshot = docker.snapshot();
        this.port = target.port().orElse(DEFAULT_PORT);
        this.target = target.on(port);
    }

    static Answerer ask(Docker docker, String typed) {
        return new Who(docker, Target.of(typed)).answer();
    }

    private Answerer answer() {
        try (Held first = Held.open(target, port, 1)) {
            if (first.failure().isPresent()) {
                return nobody(first.failure().get());
            }
        }
        List<Container> sandboxes = snapshot.containers().stream()
                .filter(c -> c.running()
                        && !(c.mode() instanceof NetworkMode.OfContainer)
                        && !(c.mode() instanceof NetworkMode.Host)
                        && !c.endpoints().isEmpty())
                .sorted(Comparator.comparing(c -> !expected(c)))
                .toList();
        long likely = sandboxes.stream().filter(this::expected).count();
        List<Container> rest = sandboxes.subList((int) likely, sandboxes.size());
        return watch(sandboxes.subList(0, (int) likely), EXPECTED_LIMIT)
                .or(() -> watch(rest, LIMIT))
                .or(this::inHostMode)
                .orElseGet(() -> new Answerer(
                        target.text(),
                        Optional.empty(),
                        Optional.empty(),
                        Errors.SENTENCES.say("who.stranger", target.text()),
                        List.of()));
    }

    private boolean expected(Container container) {
        return Callee.of(snapshot, new Caller(Caller.HOST, Optional.empty()), target)
                .container()
                .filter(c -> Caller.sandbox(snapshot, c).id().equals(container.id()))
                .isPresent();
    }

    private Answerer nobody(String reason) {
        Callee callee = Callee.of(snapshot, new Caller(Caller.HOST, Optional.empty()), target);
        if (callee instanceof Callee.Outside && !target.isAddress() && reason.equals(target.host())) {
            throw Errors.sentence("who.unknown", target.host());
        }
        return new Answerer(
                target.text(),
                Optional.empty(),
                Optional.empty(),
                Errors.SENTENCES.say("who.nobody", target.text(), reason),
                List.of());
    }

    private Optional<Answerer> watch(List<Container> containers, long limit) {
        for (int i = 0; i < containers.size(); i += AT_ONCE) {
            Optional<Answerer> found =
                    watchSome(containers.subList(i, Math.min(containers.size(), i + AT_ONCE)), limit);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Answerer> watchSome(List<Container> containers, long limit) {
        AtomicBoolean over = new AtomicBoolean();
        Object news = new Object();
        List<Watch> watches = containers.stream()
                .map(c -> new Watch(c, () -> {
                    synchronized (news) {
                        news.notifyAll();
                    }
                }))
                .toList();
        try (Together together = new Together(AT_ONCE)) {
            var running = watches.stream()
                    .map(w -> together.ask(() -> {
                        w.run(docker.guests(), over::get);
                        return w;
                    }))
                    .toList();
            for (Watch watch : watches) {
                watch.awaitFirst();
            }
            Optional<Answerer> answer;
            try (Held held = Held.open(target, port, CONNECTIONS)) {
                answer = held.failure().isPresent()
                        ? Optional.of(nobody(held.failure().get()))
                        : await(watches, news, limit);
            }
            over.set(true);
            running.forEach(Together::answer);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        }
    }

    private Optional<Answerer> await(List<Watch> watches, Object news, long limit) throws InterruptedException {
        long end = System.nanoTime() + limit;
        synchronized (news) {
            for (long left = limit; left > 0; left = end - System.nanoTime()) {
                for (Watch watch : watches) {
                    Integer gained = watch.gained(CONNECTIONS);
                    if (gained != null) {
                        return Optional.of(proven(watch, gained, watches));
                    }
                }
                TimeUnit.NANOSECONDS.timedWait(news, left);
            }
        }
        return Optional.empty();
    }

    private Answerer proven(Watch answering, int at, List<Watch> watches) {
        List<Evidence> evidence = new ArrayList<>();
        for (Watch watch : watches) {
            long before = watch.before(at);
            evidence.add(new Evidence(
                    watch.container().name() + ":" + at, before, watch == answering ? before + CONNECTIONS : before));
        }
        String name = answering.container().name();
        return new Answerer(
                target.text(),
                Optional.of(name),
                Optional.of(at),
                Errors.SENTENCES.say("who.proven", target.text(), name, at, CONNECTIONS),
                evidence);
    }

    /** Whose process holds the listening socket, where it is one of the host's namespace. */
    private Optional<Answerer> inHostMode() {
        List<Container> candidates = snapshot.containers().stream()
                .filter(c -> c.running() && c.mode() instanceof NetworkMode.Host)
                .toList();
        for (Container container : candidates) {
            String said = docker.guests()
                    .run(
                            Guest.ofHost().amongProcessesOf(container).allowed("SYS_PTRACE"),
                            "cat /proc/net/tcp /proc/net/tcp6; ls -l /proc/[0-9]*/fd 2>/dev/null | grep -o 'socket:.*'")
                    .stdout();
            Set<String> held = said.lines()
                    .filter(line -> line.startsWith("socket:["))
                    .map(line -> line.substring("socket:[".length(), line.length() - 1))
                    .collect(Collectors.toSet());
            boolean holds = SocketTable.read(said.lines().toList()).stream()
                    .anyMatch(s -> s.listening() && s.port() == port && held.contains(s.inode()));
            if (holds) {
                return Optional.of(new Answerer(
                        target.text(),
                        Optional.of(container.name()),
                        Optional.of(port),
                        Errors.SENTENCES.say("who.host-mode", target.text(), container.name(), port),
                        List.of()));
            }
        }
        return Optional.empty();
    }
}
