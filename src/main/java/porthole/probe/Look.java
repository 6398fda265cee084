package porthole.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.engine.SocketTable;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.topology.Reachability;

/**
 * All that was found out about one call.
 *
 * @param snapshot the engine when it was asked
 * @param caller who calls
 * @param target what was typed, with the port that was chosen where none was
 * @param callee who is meant
 * @param sockets what listens in the called's sandbox; empty where that could not be looked at
 * @param calls what the caller's side saw
 */
record Look(
        Snapshot snapshot,
        Caller caller,
        Target target,
        Callee callee,
        Optional<List<SocketTable.Line>> sockets,
        Calls calls) {

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
                .filter(s -> s.listening() && !s.address().equals("127.0.0.11"));
    }

    static boolean isLoopback(SocketTable.Line socket) {
        return socket.address().startsWith("127.") || socket.address().equals("0:0:0:0:0:0:0:1");
    }

    /** What a snapshot alone would say; empty where one of the two is no container. */
    Optional<Reachability> predicted() {
        return caller.container()
                .flatMap(from -> called().map(to -> Reachability.predict(snapshot, from.id(), to.id())));
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
