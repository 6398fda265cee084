package porthole.probe.why;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.sandbox.SocketTable;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.probe.call.Attempt;
import porthole.probe.call.CallFindings;
import porthole.probe.call.Callee;
import porthole.probe.call.Caller;
import porthole.probe.call.Drop;
import porthole.probe.call.Target;
import porthole.topology.Prediction;
import porthole.topology.Reachability;
import porthole.topology.Verdict;

/**
 * All that was found out about one call.
 *
 * @param snapshot the engine when it was asked
 * @param caller who calls
 * @param target what was typed, with the port that was chosen where none was
 * @param callee who is meant
 * @param sockets what listens in the called's sandbox; empty where that could not be looked at
 * @param calls what the caller's side saw
 * @param arrived how many of three datagrams the called's sandbox took in; empty where that was not counted
 * @param drops rules that counted what was sent and let nothing pass
 */
record CallObservation(
        Snapshot snapshot,
        Caller caller,
        Target target,
        Callee callee,
        Optional<List<SocketTable.Line>> sockets,
        CallFindings calls,
        Optional<Long> arrived,
        List<Drop> drops) {
    CallObservation {
        drops = List.copyOf(drops);
    }

    /** Nothing has been found out yet. */
    static CallObservation first(Snapshot snapshot, Caller caller, Target target, Callee callee) {
        return new CallObservation(
                snapshot, caller, target, callee, Optional.empty(), CallFindings.NONE, Optional.empty(), List.of());
    }

    CallObservation target(Target chosen) {
        return new CallObservation(snapshot, caller, chosen, callee, sockets, calls, arrived, drops);
    }

    CallObservation callee(Callee meant) {
        return new CallObservation(snapshot, caller, target, meant, sockets, calls, arrived, drops);
    }

    CallObservation sockets(List<SocketTable.Line> found) {
        return new CallObservation(snapshot, caller, target, callee, Optional.of(found), calls, arrived, drops);
    }

    CallObservation calls(CallFindings made) {
        return new CallObservation(snapshot, caller, target, callee, sockets, made, arrived, drops);
    }

    CallObservation arrived(long datagrams) {
        return new CallObservation(snapshot, caller, target, callee, sockets, calls, Optional.of(datagrams), drops);
    }

    CallObservation drops(List<Drop> found) {
        return new CallObservation(snapshot, caller, target, callee, sockets, calls, arrived, found);
    }

    /** The called container. */
    Optional<Container> called() {
        return callee.container();
    }

    /** Its name, or the host that was typed. */
    String calledName() {
        return called().map(Container::name).orElse(target.host());
    }

    /** The port on which the called must listen; 0 where none was asked for. */
    int port() {
        return target.port().map(callee::port).orElse(0);
    }

    /** What listens on that port. The engine's own DNS inside a container (127.0.0.11) is no server of the container's. */
    List<SocketTable.Line> onPort() {
        return servers().filter(s -> s.port() == port()).toList();
    }

    /** Ports that others can call. */
    List<Integer> openPorts() {
        return servers()
                .filter(s -> !isLoopback(s))
                .map(SocketTable.Line::port)
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<SocketTable.Line> servers() {
        return sockets.stream()
                .flatMap(List::stream)
                .filter(s -> (target.isUdp() ? s.bound() : s.listening())
                        && !s.address().equals("127.0.0.11"));
    }

    /** The addresses called, as the called sees them: behind a published port its own, of either family. */
    private Stream<String> families() {
        return callee instanceof Callee.Door
                ? Stream.of("0", ":")
                : calls.attempts().isEmpty()
                        ? Stream.of(target.isAddress() ? target.host() : "0")
                        : calls.attempts().stream().map(Attempt::address);
    }

    /** Whether a server on that port takes a call to one of the addresses, as far as the sockets tell. */
    boolean listens() {
        boolean inside = callee instanceof Callee.Itself || onOneHost();
        return onPort().stream()
                .filter(s -> inside || !isLoopback(s))
                .anyMatch(s -> families().anyMatch(address -> takes(s, address)));
    }

    /** A socket on :: takes IPv4 too, where it is not for IPv6 alone. */
    private static boolean takes(SocketTable.Line socket, String address) {
        return (socket.address().equals("::") && !socket.sixOnly())
                || socket.address().contains(":") == address.contains(":");
    }

    /** From host to host, the loopback address is as good as any. */
    boolean onOneHost() {
        return caller.onHost(snapshot)
                && called().filter(c -> new Caller(c.name(), Optional.of(c)).onHost(snapshot))
                        .isPresent();
    }

    /** Packets from the host to a container's address leave the host by a router: what answers there is another machine. */
    boolean elsewhere() {
        return caller.onHost(snapshot)
                && callee instanceof Callee.OfContainer
                && !onOneHost()
                && calls.best().route().contains(" via ");
    }

    /** The containers that have the addresses which the name has for the caller, and these addresses. */
    Map<String, List<String>> holders() {
        Map<String, List<String>> holders = new LinkedHashMap<>();
        for (String address : calls.addresses()) {
            Callee.holder(snapshot, address)
                    .ifPresent(c -> holders.computeIfAbsent(c.name(), n -> new ArrayList<>())
                            .add(address));
        }
        return holders;
    }

    static boolean isLoopback(SocketTable.Line socket) {
        return socket.address().startsWith("127.") || socket.address().equals("::1");
    }

    /** What a snapshot alone would say; empty where one of the two is no container. */
    Optional<Reachability> predicted() {
        return caller.container()
                .flatMap(from -> called().map(to -> Reachability.predict(snapshot, from.id(), to.id())));
    }

    /** What a snapshot alone would say of an address. */
    Verdict predicted(String address) {
        return new Prediction(snapshot, Map.of()).call(caller.container(), address, Optional.empty());
    }

    /** The networks of the called. */
    List<Network> calledNetworks() {
        return called().map(c -> Caller.networks(snapshot, c)).orElse(List.of());
    }

    /** The networks of the caller. */
    List<Network> callerNetworks() {
        return caller.container().map(c -> Caller.networks(snapshot, c)).orElse(List.of());
    }
}
