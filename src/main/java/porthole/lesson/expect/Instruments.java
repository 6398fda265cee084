package porthole.lesson.expect;

import java.util.Optional;
import porthole.network.Snapshot;
import porthole.probe.why.Ladder;

/** With what a lesson measures. */
public interface Instruments {
    /** What a call from one to the other meets. */
    Ladder why(String from, String target);

    /** The page that the host gets from a URL, whatever its status; empty if none comes. */
    Optional<String> page(String url) throws InterruptedException;

    /** The engine now. */
    Snapshot snapshot();
}
