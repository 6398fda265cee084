package porthole.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine's lists do not tell of a container, but an inspection or a look into its network namespace does.
 *
 * @param aliases its further names, by the name of the network whose DNS knows them
 * @param links names that only this container resolves ({@code --link web:db} gives {@code db}), and the name of the
 *     container that each means
 * @param exposed the ports that it or its image exposes
 * @param listening the sockets that accept calls in its namespace; empty if that could not be looked at
 * @param filtered whether its namespace has packet filter rules of its own, so that these decide what passes
 * @param administrator whether it may change the interfaces of its namespace (privileged, or capability NET_ADMIN)
 * @param process the number of its first process on the host; 0 if it does not run
 */
public record Inside(
        Map<String, List<String>> aliases,
        Map<String, String> links,
        List<Port> exposed,
        Optional<List<Listener>> listening,
        boolean filtered,
        boolean administrator,
        int process) {
    /** What is known of a container that was not looked at: nothing. */
    public static final Inside UNKNOWN = new Inside(Map.of(), Map.of(), List.of(), Optional.empty(), false, false, 0);

    public Inside {
        aliases = Map.copyOf(aliases);
        links = Map.copyOf(links);
        exposed = List.copyOf(exposed);
        listening = listening.map(List::copyOf);
    }

    /**
     * A socket that accepts connections or datagrams.
     *
     * @param address the local IP address in numbers; {@code 0.0.0.0} and {@code ::} mean all of them
     * @param port its port and protocol
     * @param both whether a socket on {@code ::} accepts IPv4, too
     */
    public record Listener(String address, Port port, boolean both) {
        /**
         * Whether a call ends at this socket.
         *
         * @param target the address that is called, in numbers, IPv6 in its short form ({@code fd00::2})
         * @param wanted the port that is called
         */
        public boolean takes(String target, Port wanted) {
            if (!port.equals(wanted)) {
                return false;
            }
            boolean six = target.contains(":");
            return switch (address) {
                case "0.0.0.0" -> !six;
                case "::" -> six || both;
                default -> address.equals(target);
            };
        }

        /**
         * Whether only programs in its own namespace can reach it, because it listens on {@code 127.…} or {@code ::1}.
         */
        public boolean loopback() {
            return address.startsWith("127.") || address.equals("::1");
        }
    }

    /**
     * Gives the same with what a look into the namespace has found.
     *
     * @param found the sockets that accept calls
     * @param rules whether the namespace has packet filter rules of its own
     */
    public Inside seen(List<Listener> found, boolean rules) {
        return new Inside(aliases, links, exposed, Optional.of(found), rules, administrator, process);
    }
}
