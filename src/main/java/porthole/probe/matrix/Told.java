package porthole.probe.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import porthole.network.Container;
import porthole.network.Port;
import porthole.probe.matrix.Survey.Answers;
import porthole.probe.matrix.Survey.Source;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Try;
import porthole.topology.Prediction;
import porthole.topology.Published;
import porthole.topology.Reachability.Reason;
import porthole.topology.Verdict;

/**
 * What was found about each pair, beside what was predicted.
 *
 * @param own the ports that are a called's own where its namespace is the host's, which has others; else empty
 */
record Told(
        Prediction prediction,
        Answers answers,
        Map<String, Source> sources,
        Function<Optional<Container>, Optional<List<Port>>> own) {

    Matrix.Call call(Parties.Pair pair) {
        Optional<Container> from = pair.from().container();
        Optional<Container> to = pair.to().container();
        Source source = sources.get(pair.from().name());
        if (source != null && answers.failed().contains(source.id())) {
            return ended(pair.from().name(), pair.column());
        }
        Verdict best = prediction.best(from, to).verdict();
        List<Try> tries = new ArrayList<>();
        if (source != null && best.outcome() != CallOutcome.NOT_RUNNING) {
            for (String address : prediction.addresses(from, to)) {
                echo(source, from, address).ifPresent(tries::add);
            }
            for (String address : prediction.addresses(from, to)) {
                List<Port> ports = own.apply(to).orElseGet(() -> answers.ports(source.id(), address));
                for (Port port : ports) {
                    port(source, from, address, port).ifPresent(tries::add);
                }
            }
            if (to.isPresent()
                    && answers.names().containsKey(source.id() + " " + to.get().name())) {
                tries.add(0, named(source, from, to, to.get().name(), tries));
            }
        }
        return new Matrix.Call(pair.from().name(), pair.column(), best, tries);
    }

    Matrix.Call door(Parties.Party party, Published door) {
        Source source = sources.get(party.name());
        if (source != null && answers.failed().contains(source.id())) {
            return ended(party.name(), door.socket());
        }
        List<Try> tries = new ArrayList<>();
        if (source != null) {
            for (String address : prediction.at(party.container(), door)) {
                port(source, party.container(), address, door.outside()).ifPresent(tries::add);
            }
        }
        Verdict best = tries.stream()
                .map(Try::predicted)
                .reduce((one, other) -> one.outcome().compareTo(other.outcome()) <= 0 ? one : other)
                .orElseGet(() -> source == null
                        ? new Verdict(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING, Optional.empty())
                        : prediction.untried(party.container(), door));
        return new Matrix.Call(party.name(), door.socket(), best, tries);
    }

    /** Between two who have been looked at, of whom one has ended before it was asked. */
    static Matrix.Call ended(String from, String to) {
        Verdict ended = new Verdict(CallOutcome.NOT_RUNNING, Reason.NOT_RUNNING, Optional.empty());
        return new Matrix.Call(from, to, ended, List.of());
    }

    private Optional<Try> echo(Source source, Optional<Container> from, String address) {
        return answers.outcome(source.id(), address, "echo")
                .map(word -> new Try(
                        Optional.empty(),
                        Optional.of(address),
                        Optional.empty(),
                        prediction.call(from, address, Optional.empty()),
                        outcome(word)));
    }

    private Optional<Try> port(Source source, Optional<Container> from, String address, Port port) {
        return answers.outcome(source.id(), address, Measurement.what(port))
                .map(word -> new Try(
                        Optional.empty(),
                        Optional.of(address),
                        Optional.of(port),
                        prediction.call(from, address, Optional.of(port)),
                        heard(source, address, outcome(word))));
    }

    /** A datagram that nobody answers has vanished, where an echo to the same address has too. */
    private CallOutcome heard(Source source, String address, CallOutcome outcome) {
        boolean lost = answers.outcome(source.id(), address, "echo")
                .filter(echo -> echo.equals("dropped") || echo.equals("no-route"))
                .isPresent();
        return outcome == CallOutcome.SILENT && lost ? CallOutcome.DROPPED : outcome;
    }

    /** By name it goes as it goes to the addresses that the name gives. */
    private Try named(Source source, Optional<Container> from, Optional<Container> to, String name, List<Try> tries) {
        List<String> found = answers.names().getOrDefault(source.id() + " " + name, List.of());
        Verdict predicted = prediction.byName(from, to, name);
        Optional<String> own =
                found.stream().filter(address -> prediction.owns(to, address)).findFirst();
        CallOutcome outcome = tries.stream()
                .filter(t -> t.address().filter(found::contains).isPresent())
                .map(Try::outcome)
                .reduce((one, other) -> one.compareTo(other) <= 0 ? one : other)
                .orElse(CallOutcome.REACHED);
        return new Try(
                Optional.of(name),
                own.or(() -> found.stream().findFirst()),
                Optional.empty(),
                predicted,
                own.isPresent() ? outcome : nameless(source, name, predicted));
    }

    /** A name that no DNS of the engine's has is asked of others, which may be out of reach: it is as unknown to them. */
    private CallOutcome nameless(Source source, String name, Verdict predicted) {
        boolean late = answers.unanswered().contains(source.id() + " " + name);
        return late && predicted.outcome() != CallOutcome.NAME_UNKNOWN
                ? CallOutcome.NAME_UNANSWERED
                : CallOutcome.NAME_UNKNOWN;
    }

    static CallOutcome outcome(String word) {
        return switch (word) {
            case "reached" -> CallOutcome.REACHED;
            case "refused", "hung" -> CallOutcome.REFUSED;
            case "silent" -> CallOutcome.SILENT;
            case "no-route" -> CallOutcome.NO_ROUTE;
            default -> CallOutcome.DROPPED;
        };
    }
}
