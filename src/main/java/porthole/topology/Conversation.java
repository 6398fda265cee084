package porthole.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import porthole.network.EthernetFrame;

/**
 * Frames that a container sent and received.
 *
 * @param where the container's name
 * @param own its IP addresses
 * @param names the names of others by their IP addresses, as far as the engine knows them
 * @param frames in the order in which they passed
 */
public record Conversation(String where, Set<String> own, Map<String, String> names, List<EthernetFrame> frames) {
    public Conversation {
        own = Set.copyOf(own);
        names = Map.copyOf(names);
        frames = List.copyOf(frames);
    }

    /** Whether the container sent it. */
    public boolean isSent(EthernetFrame frame) {
        return own.contains(frame.source());
    }

    /** The other party's address. */
    public String party(EthernetFrame frame) {
        return isSent(frame) ? frame.destination() : frame.source();
    }

    /** The addresses of all others, in the order in which they appear; the container's own is none of them. */
    public List<String> others() {
        return frames.stream()
                .map(this::party)
                .filter(party -> !own.contains(party))
                .distinct()
                .toList();
    }

    /** All others by name and address, where the name is known. */
    public List<String> parties() {
        return others().stream().map(this::called).toList();
    }

    /** A party by name and address. */
    public String called(String address) {
        return names.containsKey(address) ? names.get(address) + " " + address : address;
    }

    /** The frame that shows most: one with a text in it, else an echo, else of TCP, of DNS, with ports, else the first. */
    public Optional<EthernetFrame> example() {
        return first(f -> f.says().contains("\""))
                .or(() -> first(f -> f.protocol().equals("ICMP") && f.says().startsWith("echo")))
                .or(() -> first(f -> f.protocol().equals("TCP")))
                .or(() -> first(f -> f.protocol().equals("DNS")))
                .or(() -> first(f -> f.hasPorts()))
                .or(() -> first(f -> true));
    }

    private Optional<EthernetFrame> first(Predicate<EthernetFrame> some) {
        return frames.stream().filter(some).findFirst();
    }
}
