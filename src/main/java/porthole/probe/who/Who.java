package porthole.probe.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.InterruptedCall;
import porthole.engine.api.ParallelCalls;
import porthole.engine.sandbox.Guest;
import porthole.engine.sandbox.SocketTable;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.PortBinding;
import porthole.network.Snapshot;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.probe.who.Answerer.Evidence;
import porthole.topology.Topology;

/**
 * Finds who answers by holding connections: a number of them are opened and kept, and exactly the container that answers
 * has so many more in its own namespace. Where no container's namespace has them, the host's has: then the process that
 * holds them is looked for in the containers in host mode.
 */
public final class Who {
    /** An odd number, which a server that is in use does not gain by chance within a moment. */
    private static final int CONNECTIONS = 7;

    private static final int AT_ONCE = 8;
    private static final int DEFAULT_PORT = 80;

    /** For how long a container is watched that should answer, and one that nothing speaks for, in nanoseconds. */
    private static final long EXPECTED_LIMIT = TimeUnit.MILLISECONDS.toNanos(1000);

    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private final Docker docker;
    private final Snapshot snapshot;
    private final Target target;
    private final int port;
    private final Callee callee;

    private Who(Docker docker, Target target) {
        this.docker = docker;
        this.snapshot = docker.snapshot();
        this.port = target.port().orElse(DEFAULT_PORT);
        this.target = target.on(port);
        this.callee = Callee.of(snapshot, new Caller(Caller.HOST, Optional.empty()), this.target);
    }

    public static Answerer ask(Docker docker, String typed) {
        Target target = Target.of(typed);
        String kept = docker.machine()
                .ofMachine("who " + target.text(), () -> KeptAnswer.write(new Who(docker, target).answer()));
        return KeptAnswer.read(target.on(target.port().orElse(DEFAULT_PORT)).text(), kept);
    }

    private Answerer answer() {
        if (target.isUdp()) {
            return new WhoTakes(docker, snapshot, target, callee).answer();
        }
        try (HeldConnections first = HeldConnections.open(target, port, 1)) {
            if (first.failure().isPresent()) {
                return nobody(first.failure().get());
            }
        }
        Optional<Container> expected = callee.container().map(c -> Caller.sandbox(snapshot, c));
        if (expected.filter(c -> c.mode() instanceof NetworkMode.Host).isPresent()) {
            Optional<Answerer> inHostMode = inHostMode();
            if (inHostMode.isPresent()) {
                return inHostMode.get();
            }
        }
        List<Container> sandboxes = snapshot.containers().stream()
                .filter(c -> Topology.isLive(c)
                        && !(c.mode() instanceof NetworkMode.OfContainer)
                        && !(c.mode() instanceof NetworkMode.Host)
                        && !c.endpoints().isEmpty())
                .toList();
        List<Container> likely = sandboxes.stream()
                .filter(c -> expected.filter(c::equals).isPresent())
                .toList();
        Optional<Answerer> proven = watch(likely, EXPECTED_LIMIT);
        if (proven.isPresent()) {
            return proven.get();
        }
        List<Container> rest =
                sandboxes.stream().filter(c -> !likely.contains(c)).toList();
        return watch(rest, LIMIT).or(this::inHostMode).orElseGet(() -> said("who.stranger", target.text()));
    }

    private Answerer said(String key, Object... parts) {
        return new Answerer(
                target.text(), Optional.empty(), Optional.empty(), ProbeSentences.SENTENCES.say(key, parts), List.of());
    }

    private Answerer nobody(String reason) {
        if (callee instanceof Callee.Outside && !target.isAddress() && reason.equals(target.host())) {
            throw ProbeSentences.sentence("who.unknown", target.host());
        }
        List<PortBinding> bindings = callee instanceof Callee.OfHost ? Callee.bindings(snapshot, port) : List.of();
        if (!bindings.isEmpty()) {
            return said("who.nobody.published", target.text(), reason, bindings.get(0));
        }
        return callee.container()
                .map(c -> said("who.nobody.container", target.text(), reason, c.name()))
                .orElseGet(() -> said("who.nobody", target.text(), reason));
    }

    /** The connections were taken, but they are not in the namespace of the container that has published the port. */
    private Optional<Answerer> behindTheDoor(ConnectionWatch watch, boolean ended) {
        if (!(callee instanceof Callee.Door door)) {
            return Optional.empty();
        }
        int inside = door.binding().containerPort().number();
        String name = door.behind().name();
        String key = !ended ? "who.door.lost" : watch.listens(inside) ? "who.door.cut" : "who.door.deaf";
        return Optional.of(said(key, target.text(), name, door.binding(), inside));
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
        List<ConnectionWatch> watches = containers.stream()
                .map(c -> new ConnectionWatch(c, () -> {
                    synchronized (news) {
                        news.notifyAll();
                    }
                }))
                .toList();
        try (ParallelCalls together = new ParallelCalls(AT_ONCE)) {
            var running = watches.stream()
                    .map(w -> together.begin(() -> {
                        w.run(docker.guests(), over::get);
                        return w;
                    }))
                    .toList();
            for (ConnectionWatch watch : watches) {
                watch.awaitFirst();
            }
            Optional<Answerer> answer;
            try (HeldConnections held = HeldConnections.open(target, port, CONNECTIONS)) {
                answer = held.failure().isPresent()
                        ? Optional.of(nobody(held.failure().get()))
                        : await(watches, held, news, limit);
            }
            over.set(true);
            running.forEach(ParallelCalls::answer);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCall();
        }
    }

    private Optional<Answerer> await(List<ConnectionWatch> watches, HeldConnections held, Object news, long limit)
            throws InterruptedException {
        long end = System.nanoTime() + limit;
        boolean ended = false;
        synchronized (news) {
            for (long left = limit; left > 0; left = end - System.nanoTime()) {
                for (ConnectionWatch watch : watches) {
                    Integer gained = watch.gained(CONNECTIONS);
                    if (gained != null) {
                        return Optional.of(proven(watch, gained, watches));
                    }
                }
                if (ended) {
                    break;
                }
                ended = held.ended();
                TimeUnit.NANOSECONDS.timedWait(news, Math.min(left, ended ? 4 * PAUSE : PAUSE));
            }
        }
        return watches.size() == 1 ? behindTheDoor(watches.get(0), ended || held.ended()) : Optional.empty();
    }

    private Answerer proven(ConnectionWatch answering, int at, List<ConnectionWatch> watches) {
        List<Evidence> evidence = new ArrayList<>();
        for (ConnectionWatch watch : watches) {
            long before = watch.before(at);
            evidence.add(new Evidence(
                    watch.container().name() + ":" + at, before, watch == answering ? before + CONNECTIONS : before));
        }
        String name = answering.container().name();
        return new Answerer(
                target.text(),
                Optional.of(name),
                Optional.of(at),
                ProbeSentences.SENTENCES.say(
                        answering.container().running() ? "who.proven" : "who.paused",
                        target.text(),
                        name,
                        at,
                        CONNECTIONS),
                evidence);
    }

    /** Whose process holds the listening socket, where it is one of the host's namespace. */
    private Optional<Answerer> inHostMode() {
        List<Container> candidates = snapshot.containers().stream()
                .filter(c -> c.running() && c.mode() instanceof NetworkMode.Host)
                .toList();
        for (Container container : candidates) {
            String said = socketsOf(container);
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
                        ProbeSentences.SENTENCES.say("who.host-mode", target.text(), container.name(), port),
                        List.of()));
            }
        }
        return Optional.empty();
    }

    /** The host's sockets, and those that the container's processes hold; nothing where it has ended meanwhile. */
    private String socketsOf(Container container) {
        try {
            return docker.guests()
                    .run(
                            Guest.ofHost().amongProcessesOf(container).allowed("SYS_PTRACE"),
                            "cat /proc/net/tcp /proc/net/tcp6; ls -l /proc/[0-9]*/fd 2>/dev/null | grep -o 'socket:.*'")
                    .stdout();
        } catch (InterruptedCall e) {
            throw e;
        } catch (EngineException e) {
            return "";
        }
    }
}
