package porthole.topology;

import java.util.Optional;
import porthole.network.Container;
import porthole.network.Network;

/** One thing that is not as it was. */
public sealed interface Difference {
    /** Never {@link Mark#SAME}. */
    Mark mark();

    /** A network was created or removed. */
    record OfNetwork(Mark mark, Network network) implements Difference {}

    /**
     * A container started, ended, or changed its name or state.
     *
     * @param container as it is now, or was last
     */
    record OfContainer(Mark mark, Container container) implements Difference {}

    /**
     * A container that is there before and after got a leg, lost one, or has another address on it.
     *
     * @param leg as it is now, or was last
     * @param was the leg before, where it moved
     */
    record OfLeg(Mark mark, Container container, Leg leg, Optional<Leg> was) implements Difference {}

    /** A container that is there before and after publishes a port more or less. */
    record OfPort(Mark mark, Container container, Published port) implements Difference {}
}
