package porthole.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine's lists do not tell of a container, and an inspection or a look into its namespace does.
 *
 * @param aliases further names of it, by the network whose DNS knows them
 * @param links names that it alone knows ({@code --link web:db} gives {@code db}), and the container that each means
 * @param exposed the ports that it or its image exposes
 * @param listening the sockets that wait in its namespace; empty where that could not be looked at
 * @param filtered whether its namespace has packet filter rules of its own, so that these decide
 * @param process the number of its first process on the host; 0 where it does not run
 */
public record Inside(
        Map<String, List<String>> aliases,
        Map<String, String> links,
        List<Port> exposed,
        Optional<List<Listener>> listening,
        boolean filtered,
        int process) {
    /** Nothing is known. */
    public static final Inside UNKNOWN = new Inside(Map.of(), Map.of(), List.of(), Optional.empty(), false, 0);

    public Inside {
        aliases = Map.copyOf(aliases);
        links = Map.copyOf(links);
        exposed = List.copyOf(exposed);
        listening = listening.map(List::copyOf);
    }

    /**
     * A socket that waits.
     *
     * @param address the local one in numbers; {@code 0.0.0.0} and {@code ::} for all of them
     * @param port with its protocol
     * @param both whether a socket on {@code ::} takes IPv4 too
     */
    public record Listener(String address, Port port, boolean both) {
        /**
         * Whether a call to that address and port ends here.
         *
         * @param target in numbers, IPv6 in its short form ({@code fd00::2})
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

        /** Whether only its own namespace can reach it. */
        public boolean loopback() {
            return address.startsWith("127.") || address.equals("::1");
        }
    }

    /** The same with what waits there, and whether rules decide. */
    public Inside seen(List<Listener> found, boolean rules) {
        return new Inside(aliases, links, exposed, Optional.of(found), rules, process);
    }
}
