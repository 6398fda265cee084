package porthole.picture.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import porthole.picture.story.Claims.Caller;
import porthole.topology.Box;
import porthole.topology.Topology;

/**
 * Whether the host's published ports lead from containers to those with which they share no network.
 *
 * @param open whether some container can call another so
 * @param closed names of the containers that cannot, though others publish ports
 * @param internal whether these are on internal networks alone, from which the engine drops such calls
 */
record WaysAcross(boolean open, List<String> closed, boolean internal) {
    WaysAcross {
        closed = List.copyOf(closed);
    }

    /** Asks the prediction for all containers of a topology; those on the same networks are asked once. */
    static WaysAcross of(Topology topology) {
        Claims claims = new Claims(topology.snapshot());
        List<Box> boxes =
                topology.groups().stream().flatMap(List::stream).distinct().toList();
        List<Box> published =
                boxes.stream().filter(b -> !claims.offered(b).isEmpty()).toList();
        Map<Caller, Boolean> asked = new HashMap<>();
        boolean open = false;
        boolean internal = true;
        List<String> closed = new ArrayList<>();
        for (Box from : boxes) {
            List<Box> others = published.stream()
                    .filter(to -> !to.equals(from)
                            && from.legs().stream()
                                    .noneMatch(l -> to.leg(l.network()).isPresent()))
                    .toList();
            if (others.isEmpty()) {
                continue;
            }
            if (asked.computeIfAbsent(Caller.of(from), c -> others.stream().anyMatch(to -> claims.leads(from, to)))) {
                open = true;
            } else {
                closed.add(Figures.shown(from.name()));
                internal &= from.legs().stream().allMatch(leg -> leg.network().internal());
            }
        }
        return new WaysAcross(open, closed, internal);
    }

    /** The key of the sentence that mentions published ports, if they lead anywhere. */
    String key(String plain) {
        return open ? plain + ".doors" : plain;
    }

    /** A sentence about those that cannot call published ports, with its space before it; else empty text. */
    String exception() {
        return closed.isEmpty()
                ? ""
                : Phrases.SENTENCES.say("who.next")
                        + Phrases.SENTENCES.say(internal ? "who.closed.internal" : "who.closed", Phrases.names(closed));
    }
}
