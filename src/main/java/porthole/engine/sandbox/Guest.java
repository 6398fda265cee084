package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Container;

/**
 * From where a guest looks: a short-lived container of our own that shares another's sandbox, so that nothing is needed
 * inside that one. It has the rights of any container, and those that are named here; never {@code --privileged}.
 *
 * @param network whose network namespace it sees: {@code container:ID} or {@code host}
 * @param processes whose processes it sees: {@code container:ID} or {@code host}; empty for its own alone
 * @param capabilities what it may do beyond any container: {@code NET_ADMIN} to read NAT rules, {@code SYS_PTRACE} to
 *     read which process holds a socket or whose a namespace is, {@code SYS_ADMIN} to enter other namespaces than its own
 */
public record Guest(String network, Optional<String> processes, List<String> capabilities) {
    public Guest {
        capabilities = List.copyOf(capabilities);
    }

    /** In the sandbox of {@code container}. */
    public static Guest of(Container container) {
        return new Guest("container:" + container.id(), Optional.empty(), List.of());
    }

    /** In the network namespace of the engine's host. */
    public static Guest ofHost() {
        return new Guest("host", Optional.empty(), List.of());
    }

    /** The same, seeing the processes of {@code container} too. */
    public Guest amongProcessesOf(Container container) {
        return new Guest(network, Optional.of("container:" + container.id()), capabilities);
    }

    /** The same, seeing all processes of the host. */
    public Guest amongAllProcesses() {
        return new Guest(network, Optional.of("host"), capabilities);
    }

    /** The same with one right more. */
    public Guest allowed(String capability) {
        List<String> more = new ArrayList<>(capabilities);
        more.add(capability);
        return new Guest(network, processes, more);
    }
}
