package porthole.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import porthole.network.Port;

/**
 * Who reaches whom, measured, together with what was predicted.
 *
 * @param names the callers: the containers in the snapshot's order, the host last
 * @param targets the called: the same, then the published ports as the host's sockets ({@code :8080})
 * @param calls one for each pair of a caller and a called
 * @param ports the ports that were chosen; empty if those were tried that are exposed, published or listened on
 * @param states by name, the state of those that do not simply run: {@code paused}, {@code restarting}, {@code exited}
 * @param groups if containers that are connected alike were measured once: each group, with the one that was measured
 *     first
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
     * One thing that was tried.
     *
     * @param name the name that was called; empty if an address was called
     * @param address the IP address to which the call went, in numbers; empty if there was none
     * @param port the port; empty for an ICMP echo
     * @param predicted what was predicted for it
     * @param outcome what came of it
     */
    public record Try(
            Optional<String> name,
            Optional<String> address,
            Optional<Port> port,
            Verdict predicted,
            CallOutcome outcome) {
        /**
         * Whether the outcome agrees with the prediction. If nothing could be predicted, it always does. A UDP datagram
         * that was predicted to be refused agrees with no answer, too: Linux limits how many ICMP errors it sends
         * ({@code net.ipv4.icmp_ratelimit}, {@code net.ipv6.icmp.ratelimit}).
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
     * Everything that was tried for one pair.
     *
     * @param from who called
     * @param to who was called
     * @param predicted what was predicted for an ICMP echo to the best of its addresses
     * @param tries first names, then echoes, then ports
     */
    public record Call(String from, String to, Verdict predicted, List<Try> tries) {
        public Call {
            tries = List.copyOf(tries);
        }

        /** Whether the name of the called resolved to an address that answered. */
        public boolean byName() {
            return tries.stream().anyMatch(t -> t.name().isPresent() && t.outcome() == CallOutcome.REACHED);
        }

        /** Whether an address of the called answered, to an echo or at a port. */
        public boolean byAddress() {
            return tries.stream().anyMatch(t -> t.name().isEmpty() && t.outcome() == CallOutcome.REACHED);
        }

        /** Whether any answer came, by name or by address. */
        public boolean reaches() {
            return byName() || byAddress();
        }

        /** Gives the best outcome of all tries; if nothing was tried, what was predicted. */
        public CallOutcome outcome() {
            return tries.stream().map(Try::outcome).reduce(CallOutcome::or).orElse(predicted.outcome());
        }

        /** Whether the outcome of each try agrees with its prediction. */
        public boolean asPredicted() {
            return tries.stream().allMatch(Try::asPredicted);
        }

        /** Gives the tries of ports, without names and echoes. */
        public Stream<Try> ports() {
            return tries.stream().filter(t -> t.port().isPresent());
        }
    }

    /**
     * Gives the part of this that is about some of its names: calls among them.
     *
     * @param some names of {@link #targets}
     */
    public Matrix only(Collection<String> some) {
        return part(some::contains);
    }

    /**
     * Gives this without some names.
     *
     * @param some names of {@link #targets}
     */
    public Matrix without(Collection<String> some) {
        return part(name -> !some.contains(name));
    }

    private Matrix part(Predicate<String> kept) {
        return new Matrix(
                names.stream().filter(kept).toList(),
                targets.stream().filter(kept).toList(),
                calls.stream()
                        .filter(c -> kept.test(c.from()) && kept.test(c.to()))
                        .toList(),
                ports,
                states,
                groups.stream().filter(g -> kept.test(g.get(0))).toList());
    }

    /**
     * Gives the call of a pair.
     *
     * @param from who called, by a name of {@link #names}
     * @param to who was called, by a name of {@link #targets}
     * @return the call; empty if the two are the same, or one took no part
     */
    public Optional<Call> call(String from, String to) {
        return calls.stream()
                .filter(c -> c.from().equals(from) && c.to().equals(to))
                .findFirst();
    }

    /**
     * Gives all of it as JSON text, for programs. It has {@code names}, {@code targets}, {@code ports}, {@code states}
     * and {@code groups} as here, and {@code calls}. Each call has {@code from}, {@code to}, {@code outcome},
     * {@code byName}, {@code byAddress}, {@code asPredicted}, {@code predicted} ({@code outcome}, {@code reason},
     * {@code network}, and {@code because} in the reader's language) and {@code tries}. Each try has {@code name},
     * {@code address}, {@code port} ({@code null} for an echo), {@code protocol} ({@code tcp}, {@code udp},
     * {@code icmp}), {@code outcome}, {@code asPredicted} and {@code predicted}. An outcome is one of {@code reached},
     * {@code silent}, {@code refused}, {@code unknown}, {@code dropped}, {@code no-route}, {@code name-unknown},
     * {@code name-unanswered} and {@code not-running}.
     */
    public String json() {
        return MatrixJson.of(this);
    }

    /** Lists the calls of which something did not come out as predicted. */
    public List<Call> surprises() {
        return calls.stream().filter(c -> !c.asPredicted()).toList();
    }

    /**
     * Lists what comes out differently now than in an earlier matrix, by caller and called. What only one of the two
     * has measured is left out.
     *
     * @param earlier the matrix to compare with
     */
    public List<Change> since(Matrix earlier) {
        return calls.stream()
                .flatMap(now -> earlier.call(now.from(), now.to()).stream().flatMap(then -> changes(then, now)))
                .sorted(Comparator.comparing(Change::from).thenComparing(Change::to))
                .toList();
    }

    /**
     * Something that comes out differently than before.
     *
     * @param from who called
     * @param to who was called
     * @param what what was tried: {@code name}, {@code address}, or a port such as {@code 80/tcp}
     * @param before the outcome in the earlier matrix
     * @param after the outcome now
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
