package porthole.topology;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Port;

/**
 * Who reaches whom, measured, beside what was predicted.
 *
 * @param names those who call, in the order of the snapshot, the host last
 * @param targets those who are called: the same, and then the published ports as the host's sockets ({@code :8080})
 * @param calls one for each pair of two
 * @param ports those that were chosen; empty where they were those that are exposed, published or listened on
 * @param states of those who take part and do not plainly run: {@code paused}, {@code restarting}, {@code exited}
 * @param groups for those who stand for others: who they stand for, themselves first
 */
public record Matrix(
        List<String> names,
        List<String> targets,
        List<Call> calls,
        List<Port> ports,
        Map<String, String> states,
        List<List<String>> groups) {
    public Matrix {
        ports = List.copyOf(ports);
        states = Map.copyOf(states);
        names = List.copyOf(names);
        targets = List.copyOf(targets);
        calls = List.copyOf(calls);
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * One thing that was asked.
     *
     * @param name the name that was used; empty where an address was
     * @param address where the call went; empty where there was none
     * @param port the port; empty for an echo (ping)
     * @param predicted what ought to come of it
     * @param outcome what came of it
     */
    public record Try(
            Optional<String> name,
            Optional<String> address,
            Optional<Port> port,
            Verdict predicted,
            CallOutcome outcome) {
        /**
         * Whether it came out as predicted; what could not be predicted has not come out otherwise. A datagram that nobody
         * takes may stay without a word: Linux limits how many ICMP errors it sends ({@code net.ipv6.icmp.ratelimit}, {@code
         * net.ipv4.icmp_ratelimit}).
         */
        public boolean asPredicted() {
            CallOutcome expected = predicted.outcome();
            return expected == CallOutcome.UNKNOWN
                    || expected == outcome
                    || (silent(expected) && silent(outcome))
                    || (expected == CallOutcome.SILENT && outcome == CallOutcome.REACHED)
                    || (datagram() && expected == CallOutcome.REFUSED && outcome == CallOutcome.SILENT)
                    || (datagram() && unheard(expected) && unheard(outcome));
        }

        /** Nobody can tell a datagram that is lost from one that a server keeps to itself. */
        private static boolean unheard(CallOutcome outcome) {
            return outcome == CallOutcome.SILENT || silent(outcome);
        }

        private boolean datagram() {
            return port.filter(p -> p.protocol().equals("udp")).isPresent();
        }

        /** A missing route and a rule that drops look alike where the missing route is another's. */
        private static boolean silent(CallOutcome outcome) {
            return outcome == CallOutcome.DROPPED
                    || outcome == CallOutcome.NO_ROUTE
                    || outcome == CallOutcome.NOT_RUNNING;
        }
    }

    /**
     * One pair, and all that was asked about it.
     *
     * @param from who called
     * @param to who was called
     * @param predicted what ought to come of an echo to the best of its addresses
     * @param tries in the order in which they are told: names, echoes, ports
     */
    public record Call(String from, String to, Verdict predicted, List<Try> tries) {
        public Call {
            tries = List.copyOf(tries);
        }

        /** Whether the name became an address of the called that answered. */
        public boolean byName() {
            return tries.stream().anyMatch(t -> t.name().isPresent() && t.outcome() == CallOutcome.REACHED);
        }

        /** Whether an address of the called answered. */
        public boolean byAddress() {
            return tries.stream().anyMatch(t -> t.name().isEmpty() && t.outcome() == CallOutcome.REACHED);
        }

        /** Whether an answer came in any way. */
        public boolean reaches() {
            return byName() || byAddress();
        }

        /** The best that came of it. */
        public CallOutcome outcome() {
            return tries.stream().map(Try::outcome).reduce(CallOutcome::or).orElse(predicted.outcome());
        }

        /** Whether all came out as predicted. */
        public boolean asPredicted() {
            return tries.stream().allMatch(Try::asPredicted);
        }

        /** What was asked of ports. */
        public Stream<Try> ports() {
            return tries.stream().filter(t -> t.port().isPresent());
        }
    }

    /** The call from one to the other; empty where it is the same, or one took no part. */
    public Optional<Call> call(String from, String to) {
        return calls.stream()
                .filter(c -> c.from().equals(from) && c.to().equals(to))
                .findFirst();
    }

    /**
     * All of it as JSON text, for programs: {@code names}, {@code targets}, {@code ports}, {@code states}, {@code groups} as
     * here, and {@code calls}, each with {@code from}, {@code to}, {@code outcome}, {@code byName}, {@code byAddress}, {@code
     * asPredicted}, {@code predicted} ({@code outcome}, {@code reason}, {@code network}, {@code because} in the reader's
     * language) and {@code tries}: {@code name}, {@code address}, {@code port} (null for an echo), {@code protocol} ({@code
     * tcp}, {@code udp}, {@code icmp}), {@code outcome}, {@code asPredicted}, {@code predicted}. An outcome is one of {@code
     * reached}, {@code silent}, {@code refused}, {@code unknown}, {@code dropped}, {@code no-route}, {@code name-unknown},
     * {@code name-unanswered}, {@code not-running}.
     */
    public String json() {
        return MatrixJson.of(this);
    }

    /** The calls that did not come out as predicted. */
    public List<Call> surprises() {
        return calls.stream().filter(c -> !c.asPredicted()).toList();
    }

    /** Everything that came out otherwise in another matrix, by who called whom and how. */
    public List<Change> since(Matrix earlier) {
        return calls.stream()
                .flatMap(now -> earlier.call(now.from(), now.to()).stream().flatMap(then -> changes(then, now)))
                .sorted(Comparator.comparing(Change::from).thenComparing(Change::to))
                .toList();
    }

    /**
     * What has become another.
     *
     * @param from who called
     * @param to who was called
     * @param what was asked: {@code name}, {@code address} or a port
     * @param before what came of it
     * @param after what comes of it now
     */
    public record Change(String from, String to, String what, CallOutcome before, CallOutcome after) {}

    private static Stream<Change> changes(Call then, Call now) {
        return Stream.concat(
                        Stream.of("name", "address"),
                        now.ports().map(t -> t.port().orElseThrow().toString()))
                .distinct()
                .flatMap(what -> {
                    Optional<CallOutcome> before = of(then, what);
                    Optional<CallOutcome> after = of(now, what);
                    return before.isPresent() && after.isPresent() && !before.equals(after)
                            ? Stream.of(new Change(now.from(), now.to(), what, before.get(), after.get()))
                            : Stream.empty();
                });
    }

    private static Optional<CallOutcome> of(Call call, String what) {
        return call.tries().stream()
                .filter(t -> switch (what) {
                    case "name" -> t.name().isPresent();
                    case "address" -> t.name().isEmpty() && t.port().isEmpty();
                    default -> t.port().map(Port::toString).filter(what::equals).isPresent();
                })
                .map(Try::outcome)
                .reduce(CallOutcome::or);
    }
}
