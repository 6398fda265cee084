package porthole.picture.story;

import porthole.network.Container;
import porthole.network.Network;
import porthole.topology.Change;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Published;

/** What to say of each thing's coming and going; nothing in the picture of one moment. */
public interface Marks {
    Marks NONE = new Marks() {};

    static Marks of(Change change) {
        return new Marks() {
            @Override
            public Mark of(Network network) {
                return change.mark(network);
            }

            @Override
            public Mark of(Container container) {
                return change.mark(container);
            }

            @Override
            public Mark of(Container container, Leg leg) {
                return change.mark(container, leg);
            }

            @Override
            public Mark of(Container container, Published port) {
                return change.mark(container, port);
            }
        };
    }

    default Mark of(Network network) {
        return Mark.SAME;
    }

    default Mark of(Container container) {
        return Mark.SAME;
    }

    default Mark of(Container container, Leg leg) {
        return Mark.SAME;
    }

    default Mark of(Container container, Published port) {
        return Mark.SAME;
    }
}
