package porthole.lesson.expect;

import org.jspecify.annotations.Nullable;
import porthole.network.Snapshot;
import porthole.probe.why.Ladder;

/** With what a lesson measures. */
public interface Instruments {
    /** What a call from one to the other meets. */
    Ladder why(String from, String target);

    /** What the host gets from a URL. */
    HttpAnswer page(String url) throws InterruptedException;

    /**
     * What an expression gives that a lesson's file has in Java; it sees what a cell sees.
     *
     * @throws Exception where it is no Java, and what it throws
     */
    @Nullable
    Object java(String expression) throws Exception;

    /** The engine now. */
    Snapshot snapshot();
}
