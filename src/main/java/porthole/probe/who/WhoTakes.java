package porthole.probe.who;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import porthole.engine.Docker;
import porthole.engine.api.ParallelCalls;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.Datagrams;
import porthole.probe.call.ProbeSentences;
import porthole.probe.call.Target;
import porthole.topology.Topology;

/** Finds who takes datagrams: exactly the container that does has so many more in its own namespace. */
final class WhoTakes {
    private static final int AT_ONCE = 8;

    /** An odd number, which nobody else sends by chance within a moment. */
    private static final int DATAGRAMS = 17;

    private final Docker docker;
    private final Snapshot snapshot;
    private final Target target;
    private final Callee callee;

    WhoTakes(Docker docker, Snapshot snapshot, Target target, Callee callee) {
        this.docker = docker;
        this.snapshot = snapshot;
        this.target = target;
        this.callee = callee;
    }

    Answerer answer() {
        int port = target.port().map(callee::port).orElseThrow();
        List<Container> candidates = callee.container()
                .map(c -> Caller.sandbox(snapshot, c))
                .filter(c -> !(c.mode() instanceof NetworkMode.Host))
                .map(List::of)
                .orElseGet(() -> snapshot.containers().stream()
                        .filter(c -> Topology.isLive(c) && !c.endpoints().isEmpty())
                        .toList());
        List<Long> before = counts(candidates, port);
        String failure = send();
        List<Long> after = counts(candidates, port);
        List<Answerer.Evidence> evidence = new ArrayList<>();
        Optional<Container> taker = Optional.empty();
        for (int i = 0; i < candidates.size(); i++) {
            evidence.add(
                    new Answerer.Evidence(candidates.get(i).name() + ":" + port + "/udp", before.get(i), after.get(i)));
            if (after.get(i) - before.get(i) >= DATAGRAMS) {
                taker = Optional.of(candidates.get(i));
            }
        }
        if (taker.isPresent()) {
            String name = taker.get().name();
            return said(Optional.of(name), evidence, "who.takes", target.text(), name, port, DATAGRAMS);
        }
        Optional<String> published =
                callee instanceof Callee.Door door ? Optional.of(door.binding().toString()) : Optional.empty();
        return published.isPresent()
                ? said(
                        Optional.empty(),
                        evidence,
                        "who.takes.lost",
                        target.text(),
                        callee.container().orElseThrow().name(),
                        published.get())
                : said(
                        Optional.empty(),
                        evidence,
                        failure.isEmpty() ? "who.takes.nobody" : "who.nobody",
                        target.text(),
                        failure);
    }

    private Answerer said(Optional<String> container, List<Answerer.Evidence> evidence, String key, Object... parts) {
        return new Answerer(
                target.text(),
                container,
                container.map(c -> target.port().map(callee::port).orElseThrow()),
                ProbeSentences.SENTENCES.say(key, parts),
                evidence);
    }

    private List<Long> counts(List<Container> containers, int port) {
        List<Callable<Long>> questions = new ArrayList<>();
        containers.forEach(c -> questions.add(() -> Datagrams.in(docker, c, port)));
        return ParallelCalls.all(AT_ONCE, questions);
    }

    /** Sends them from the kernel's own machine; empty where nobody refused. */
    private String send() {
        byte[] line = {'\n'};
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port().orElseThrow()));
            for (int i = 0; i < DATAGRAMS; i++) {
                socket.send(new DatagramPacket(line, line.length));
            }
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return ProbeSentences.SENTENCES.say("held.refused");
        }
    }
}
