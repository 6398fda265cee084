package porthole.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.engine.EngineException;
import porthole.engine.Guest;
import porthole.network.Container;
import porthole.network.Snapshot;
import porthole.topology.Matrix;
import porthole.topology.Reachability;
import porthole.topology.Topology;

/** Measures who reaches whom: one guest in the sandbox of each, which pings all others at once. */
final class Measurement {
    private static final int AT_ONCE = 8;
    private static final int MOST = 30;

    /** A silent DNS and a silent address cost a second and half a second; all pairs are asked at once. */
    private static final String ASK = """
            ask() {
              i=$1; name=$2; shift 2
              for a; do ping -n -c 1 -W 0.5 "$a" >/dev/null 2>&1 && { echo "$i address"; break; }; done
              found=$(timeout 1 getent ahosts "$name" 2>/dev/null |
                while read -r address rest; do echo "$address"; done | sort -u)
              for f in $found; do
                for a; do
                  [ "$f" = "$a" ] && ping -n -c 1 -W 0.5 "$a" >/dev/null 2>&1 && { echo "$i name"; return; }
                done
              done
            }
            """;

    private final Docker docker;
    private final Snapshot snapshot;

    private Measurement(Docker docker, Snapshot snapshot) {
        this.docker = docker;
        this.snapshot = snapshot;
    }

    static Matrix of(Docker docker, String... names) {
        Snapshot snapshot = docker.snapshot();
        List<Container> chosen = names.length == 0
                ? snapshot.containers().stream().filter(Topology::isLive).toList()
                : Arrays.stream(names)
                        .map(name ->
                                Caller.of(snapshot, name).container().orElseThrow(() -> Caller.unknown(snapshot, name)))
                        .distinct()
                        .toList();
        if (chosen.size() < 2) {
            throw Errors.sentence("matrix.few", chosen.size());
        }
        if (chosen.size() > MOST) {
            throw Errors.sentence("matrix.many", chosen.size(), MOST);
        }
        return new Measurement(docker, snapshot).of(chosen);
    }

    private Matrix of(List<Container> containers) {
        List<Callable<List<Matrix.Call>>> questions = new ArrayList<>();
        containers.forEach(from -> questions.add(() -> from(from, containers)));
        try (Together together = new Together(AT_ONCE)) {
            List<Matrix.Call> calls =
                    together.all(questions).stream().flatMap(List::stream).toList();
            return new Matrix(containers.stream().map(Container::name).toList(), calls);
        }
    }

    private List<Matrix.Call> from(Container from, List<Container> all) {
        List<Container> others =
                all.stream().filter(c -> !c.id().equals(from.id())).toList();
        StringBuilder script = new StringBuilder(ASK);
        List<Reachability> predicted = new ArrayList<>();
        for (Container to : others) {
            Reachability verdict = Reachability.predict(snapshot, from.id(), to.id());
            List<String> addresses = addresses(verdict, to);
            if (!addresses.isEmpty()) {
                script.append("ask ")
                        .append(predicted.size())
                        .append(" '")
                        .append(to.name())
                        .append("' ");
                script.append(String.join(" ", addresses)).append(" &\n");
            }
            predicted.add(verdict);
        }
        Set<String> answers = Topology.isLive(from) ? answers(from, script.append("wait\n")) : Set.of();
        List<Matrix.Call> calls = new ArrayList<>();
        for (int i = 0; i < predicted.size(); i++) {
            calls.add(
                    new Matrix.Call(predicted.get(i), answers.contains(i + " name"), answers.contains(i + " address")));
        }
        return calls;
    }

    private Set<String> answers(Container from, StringBuilder script) {
        try {
            return new HashSet<>(docker.guests()
                    .run(Guest.of(from), script.toString())
                    .stdout()
                    .lines()
                    .toList());
        } catch (EngineException e) {
            if (docker.snapshot().container(from.id()).filter(Topology::isLive).isPresent()) {
                throw e;
            }
            // It has ended meanwhile: then it reaches nobody.
            return Set.of();
        }
    }

    /** Where the called might be found: where the prediction says, and everywhere it has an address. */
    private List<String> addresses(Reachability verdict, Container to) {
        return Stream.concat(
                        verdict.address().stream(),
                        Topology.isLive(to)
                                ? Caller.sandbox(snapshot, to).endpoints().stream()
                                        .flatMap(e -> e.address().stream())
                                : Stream.of())
                .distinct()
                .toList();
    }
}
