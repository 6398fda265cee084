package porthole.probe.journey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.probe.call.Target;
import porthole.topology.JourneyEvidence;
import porthole.topology.PacketFlow;

/**
 * What is asked.
 *
 * @param typed the target as it was given
 * @param address that was called
 * @param looked where a name was looked up
 * @param tried what became of calls to the name's addresses before this one
 * @param called who may be meant
 * @param ports that may be the called's: the one that was called, those that it leads to
 * @param first the first source port that may be the caller's
 * @param last the last
 * @param mark the text that the request carries
 * @param sides the hosts, with what was on them before the call
 */
record CallAsked(
        Following.Party from,
        String typed,
        Target target,
        String address,
        Optional<Looked> looked,
        List<JourneyEvidence.Tried> tried,
        Called called,
        Set<Integer> ports,
        int first,
        int last,
        String mark,
        List<Following.Side> sides) {
    boolean isOurs(PacketFlow flow) {
        return isOwn(flow.sourcePort()) || ports.contains(flow.destinationPort());
    }

    boolean isOwn(int sourcePort) {
        return first <= sourcePort && sourcePort <= last;
    }
}
