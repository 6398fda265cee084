package porthole.picture.story;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.network.Container;
import porthole.topology.Leg;

/**
 * What a picture is to tell beyond its topology, or to keep back.
 *
 * @param withheld whether to keep back what calls by name do, since a question about it is open
 * @param others ids of the containers that somebody else has made
 * @param veths by a container's id and its interface, the cable's end on the host
 */
public record Telling(boolean withheld, Set<String> others, Map<String, Map<String, String>> veths) {
    public static final Telling PLAIN = new Telling(false, Set.of(), Map.of());

    public Telling {
        others = Set.copyOf(others);
        veths = Map.copyOf(veths);
    }

    public Telling withholding() {
        return new Telling(true, others, veths);
    }

    public Telling withOthers(Set<String> ids) {
        return new Telling(withheld, ids, veths);
    }

    public Telling withVeths(Map<String, Map<String, String>> ends) {
        return new Telling(withheld, others, ends);
    }

    boolean isOther(Container container) {
        return others.contains(container.id());
    }

    /** The cable's end on the host, as in {@code vethab12}. */
    Optional<String> veth(Container container, Leg leg) {
        return leg.endpoint()
                .interfaceName()
                .flatMap(name -> Optional.ofNullable(
                        veths.getOrDefault(container.id(), Map.of()).get(name)));
    }
}
