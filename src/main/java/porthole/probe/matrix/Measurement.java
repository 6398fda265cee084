package porthole.probe.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.engine.Docker;
import porthole.network.Container;
import porthole.network.Inside;
import porthole.network.NetworkMode;
import porthole.network.Port;
import porthole.network.Snapshot;
import porthole.probe.call.Caller;
import porthole.probe.call.ProbeSentences;
import porthole.probe.matrix.Survey.Answers;
import porthole.probe.matrix.Survey.Source;
import porthole.topology.Matrix;
import porthole.topology.Prediction;
import porthole.topology.Published;
import porthole.topology.Topology;

/** Measures who reaches whom: from each namespace, all others at once. What surprises is measured a second time. */
public final class Measurement {
    static final int QUICK_MILLISECONDS = 400;
    static final int PATIENT_MILLISECONDS = 1500;

    private static final int MOST_PORTS = 12;
    private static final int MOST_ROUNDS = 4;

    private final Docker docker;
    private final UnaryOperator<Snapshot> look;
    private final List<Port> ports;
    private final Snapshot snapshot;
    private final Map<String, Inside> inside;
    private final Parties parties;
    private final List<Published> doors;
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private Measurement(
            Docker docker, UnaryOperator<Snapshot> look, Snapshot snapshot, Parties parties, List<Port> ports) {
        this.docker = docker;
        this.look = look;
        this.ports = ports;
        this.snapshot = snapshot;
        this.parties = parties;
        List<Container> live =
                snapshot.containers().stream().filter(Topology::isLive).toList();
        inside = new HashMap<>(docker.inside(live));
        doors = new Prediction(snapshot, inside)
                .published(parties.containers().stream()
                        .filter(c -> !(c.mode() instanceof NetworkMode.OfContainer))
                        .toList());
        parties.all().forEach(this::source);
    }

    /**
     * Measures all pairs, and predicts the same.
     *
     * @param look adds to a snapshot what interfaces are like in which somebody may have changed something
     */
    public static Matrix of(Docker docker, UnaryOperator<Snapshot> look, List<String> names, List<Port> ports) {
        Snapshot snapshot = look.apply(docker.snapshot());
        Parties parties = Parties.of(snapshot, names);
        if (parties.rows().size() < 2) {
            throw ProbeSentences.sentence("matrix.few", parties.rows().size());
        }
        return of(docker, look, snapshot, parties, ports).matrix();
    }

    /**
     * What was measured on one host, and what it was measured with.
     *
     * @param inside what is known of the inside of each container, and of the host, by id
     * @param sources from where it was asked, by name
     * @param chosen the ports, where they were chosen
     */
    record Local(
            Docker docker,
            Matrix matrix,
            Snapshot snapshot,
            Parties parties,
            Map<String, Inside> inside,
            Map<String, Source> sources,
            List<Published> doors,
            List<Port> chosen) {
        /** The ports of a container at which others can try it: those that were chosen, else all that it listens on. */
        List<Port> ports(Optional<Container> container) {
            if (!chosen.isEmpty() || container.isEmpty()) {
                return chosen;
            }
            Container owner = Caller.sandbox(snapshot, container.get());
            Inside known = inside.getOrDefault(owner.id(), Inside.UNKNOWN);
            boolean own = !(owner.mode() instanceof NetworkMode.Host);
            Stream<Port> open = own
                    ? known.listening().stream()
                            .flatMap(List::stream)
                            .filter(s -> !s.loopback())
                            .map(Inside.Listener::port)
                    : container.get().listening().stream();
            return Stream.concat(open, own ? known.exposed().stream() : Stream.of())
                    .filter(p -> !p.protocol().equals("sctp"))
                    .distinct()
                    .sorted()
                    .limit(MOST_PORTS)
                    .toList();
        }
    }

    /** All that is on one host, which may be nothing but the host; its interfaces are taken to be as the engine set them up. */
    static Local local(Docker docker, List<Port> ports) {
        UnaryOperator<Snapshot> look = UnaryOperator.identity();
        Snapshot snapshot = look.apply(docker.snapshot());
        return of(docker, look, snapshot, Parties.of(snapshot, List.of()), ports);
    }

    private static Local of(
            Docker docker, UnaryOperator<Snapshot> look, Snapshot snapshot, Parties parties, List<Port> ports) {
        Measurement first = new Measurement(docker, look, snapshot, parties, ports);
        Answers answers = first.ask(parties.pairs(), QUICK_MILLISECONDS);
        Matrix matrix = first.settled(first.matrix(answers, parties.pairs()));
        return new Local(docker, matrix, snapshot, parties, first.seen(answers), first.sources, first.doors, ports);
    }

    /**
     * Rules are being changed while an engine makes a network, guests wait on a busy machine, containers are restarted: what
     * surprises is asked again until the same comes of it twice.
     */
    private Matrix settled(Matrix measured) {
        Matrix matrix = measured;
        Measurement last = this;
        for (int round = 0; round < MOST_ROUNDS && !matrix.surprises().isEmpty(); round++) {
            Snapshot now = look.apply(docker.snapshot());
            Measurement next = new Measurement(docker, look, now, parties.at(now), ports);
            Matrix again = next.again(matrix);
            boolean steady =
                    next.standing().equals(last.standing()) && odd(again).equals(odd(matrix));
            matrix = again;
            last = next;
            if (steady) {
                break;
            }
        }
        return matrix;
    }

    private static List<Matrix.Try> odd(Matrix matrix) {
        return matrix.surprises().stream()
                .flatMap(c -> c.tries().stream())
                .filter(t -> !t.asPredicted())
                .toList();
    }

    /** Of all who take part, what a restart changes. */
    private List<List<Object>> standing() {
        return parties.containers().stream()
                .map(c -> List.<Object>of(
                        c.id(),
                        c.state(),
                        c.endpoints(),
                        c.ports(),
                        inside.getOrDefault(c.id(), Inside.UNKNOWN).process()))
                .toList();
    }

    private Matrix again(Matrix matrix) {
        Set<String> odd =
                matrix.surprises().stream().map(c -> c.from() + " " + c.to()).collect(Collectors.toSet());
        // A published port is asked for along with the calls of its row.
        Set<String> doorless = matrix.surprises().stream()
                .filter(c -> !matrix.names().contains(c.to()))
                .map(Matrix.Call::from)
                .collect(Collectors.toSet());
        List<Parties.Pair> pairs = parties.pairs().stream()
                .filter(p -> odd.contains(p.from().name() + " " + p.column())
                        || doorless.contains(p.from().name()))
                .toList();
        Matrix measured = matrix(ask(pairs, PATIENT_MILLISECONDS), pairs);
        List<Matrix.Call> calls = matrix.calls().stream()
                .map(c -> measured.call(c.from(), c.to()).orElseGet(() -> {
                    boolean gone = doorless.contains(c.from())
                            && !matrix.names().contains(c.to())
                            && !measured.targets().contains(c.to());
                    return gone ? Told.ended(c.from(), c.to()) : c;
                }))
                .toList();
        return new Matrix(matrix.names(), matrix.targets(), calls, ports, parties.states(), matrix.groups());
    }

    private void source(Parties.Party party) {
        Optional<Container> container = party.container();
        int process = container
                .map(c -> inside.getOrDefault(c.id(), Inside.UNKNOWN).process())
                .orElse(0);
        if (container.isEmpty() || (process > 0 && Topology.isLive(container.get()))) {
            sources.put(party.name(), new Source("s" + sources.size(), container, process));
        }
    }

    private Answers ask(List<Parties.Pair> pairs, int milliseconds) {
        Survey survey = new Survey(docker, milliseconds);
        sources.values().forEach(survey::source);
        Prediction prediction = new Prediction(snapshot, inside);
        for (Parties.Pair pair : pairs) {
            Source from = sources.get(pair.from().name());
            if (from != null) {
                ask(survey, prediction, from, pair);
            }
        }
        for (Parties.Party party : parties.rows()) {
            Source from = sources.get(party.name());
            if (from != null && pairs.stream().anyMatch(p -> p.from().equals(party))) {
                doors.forEach(door -> ask(survey, prediction, from, door));
            }
        }
        return survey.run();
    }

    private void ask(Survey survey, Prediction prediction, Source from, Published door) {
        for (String address : prediction.at(from.container(), door)) {
            survey.door(from, address, what(door.outside()), behind(prediction, door), what(door.containerPort()));
        }
    }

    private String behind(Prediction prediction, Published door) {
        String owner = prediction.owner(door).map(Container::id).orElse("");
        return sources.values().stream()
                .filter(s -> s.container().filter(c -> c.id().equals(owner)).isPresent())
                .map(Source::id)
                .findFirst()
                .orElse("?");
    }

    private void ask(Survey survey, Prediction prediction, Source from, Parties.Pair pair) {
        Optional<Container> to = pair.to().container();
        for (String address : prediction.addresses(pair.from().container(), to)) {
            survey.ask(from, address, "echo");
            ports(to).forEach(port -> survey.ask(from, address, what(port)));
            Source owner = sources.get(pair.to().name());
            boolean own = to.filter(c -> !hostMode(c)).isPresent();
            if (ports.isEmpty() && own && owner != null) {
                survey.askOpen(from, address, owner);
            }
        }
        to.ifPresent(c -> survey.name(from, c.name()));
    }

    /** Those that were asked for, else those that are exposed, published, or listened on in host mode. */
    private List<Port> ports(Optional<Container> to) {
        if (!ports.isEmpty() || to.isEmpty()) {
            return ports;
        }
        Container container = to.get();
        return Stream.of(
                        inside.getOrDefault(container.id(), Inside.UNKNOWN).exposed().stream(),
                        container.ports().stream().map(b -> b.containerPort()),
                        container.listening().stream())
                .flatMap(s -> s)
                .filter(p -> !p.protocol().equals("sctp"))
                .distinct()
                .toList();
    }

    private boolean hostMode(Container container) {
        return Caller.sandbox(snapshot, container).mode() instanceof NetworkMode.Host;
    }

    static String what(Port port) {
        return port.protocol() + "/" + port.number();
    }

    /** What the guest saw inside, for the prediction. */
    private Map<String, Inside> seen(Answers answers) {
        Map<String, Inside> seen = new HashMap<>(inside);
        sources.values().forEach(source -> {
            List<Inside.Listener> sockets = answers.sockets().getOrDefault(source.id(), List.of());
            boolean filtered = answers.filtered().contains(source.id());
            if (source.container().isEmpty()) {
                seen.put(Prediction.HOST, Inside.UNKNOWN.seen(sockets, false));
            } else {
                Container owner = Caller.sandbox(snapshot, source.container().get());
                for (Container c : List.of(source.container().get(), owner)) {
                    seen.put(c.id(), seen.getOrDefault(c.id(), Inside.UNKNOWN).seen(sockets, filtered));
                }
            }
        });
        return seen;
    }

    private Matrix matrix(Answers answers, List<Parties.Pair> pairs) {
        Prediction prediction = new Prediction(snapshot, seen(answers));
        Told told = new Told(
                prediction,
                answers,
                sources,
                to -> to.filter(c -> !hostMode(c)).isPresent() ? Optional.empty() : Optional.of(ports(to)));
        List<Matrix.Call> calls = new ArrayList<>();
        for (Parties.Party from : parties.rows()) {
            pairs.stream().filter(p -> p.from().equals(from)).map(told::call).forEach(calls::add);
            if (pairs.stream().anyMatch(p -> p.from().equals(from))) {
                doors.forEach(door -> calls.add(told.door(from, door)));
            }
        }
        List<String> names = parties.rows().stream().map(Parties.Party::name).toList();
        List<String> targets = Stream.concat(names.stream(), doors.stream().map(Published::socket))
                .toList();
        return new Matrix(names, targets, calls, ports, parties.states(), parties.groups());
    }
}
