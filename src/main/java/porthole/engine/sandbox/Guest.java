package porthole.engine.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Container;

/**
 * Where a guest runs: a short-lived container of Porthole's own that shares the network namespace of another container
 * or of the host, so that the other container needs no tools. It has the rights of any container, and those that are
 * named here; it is never {@code --privileged}.
 *
 * @param network whose network namespace it has: {@code container:ID} or {@code host}
 * @param processes whose processes it sees: {@code container:ID} or {@code host}; empty for its own only
 * @param capabilities its further Linux capabilities: {@code NET_ADMIN} to read NAT rules, {@code SYS_PTRACE} to read
 *     which process holds a socket, {@code SYS_ADMIN} to enter other namespaces than its own
 */
public record Guest(String network, Optional<String> processes, List<String> capabilities) {
    public Guest {
        capabilities = List.copyOf(capabilities);
    }

    /**
     * Gives a guest in the network namespace of a container.
     *
     * @param container a container that runs
     */
    public static Guest of(Container container) {
        return new Guest("container:" + container.id(), Optional.empty(), List.of());
    }

    /** Gives a guest in the network namespace of the engine's host. */
    public static Guest ofHost() {
        return new Guest("host", Optional.empty(), List.of());
    }

    /**
     * Gives the same guest, but one that sees the processes of a container, too.
     *
     * @param container a container that runs
     */
    public Guest amongProcessesOf(Container container) {
        return new Guest(network, Optional.of("container:" + container.id()), capabilities);
    }

    /** Gives the same guest, but one that sees all processes of the engine's host. */
    public Guest amongAllProcesses() {
        return new Guest(network, Optional.of("host"), capabilities);
    }

    /**
     * Gives the same guest with one capability more.
     *
     * @param capability a Linux capability without its prefix, as in {@code NET_ADMIN}
     */
    public Guest allowed(String capability) {
        List<String> more = new ArrayList<>(capabilities);
        more.add(capability);
        return new Guest(network, processes, more);
    }
}
