package porthole.lesson.expect;

/** Something that can be measured on the network, and is true or not. */
public sealed interface Expectation {
    /**
     * A call that arrives or does not: {@code audit -> database:80 reached}.
     *
     * @param from a container's name, or {@code host}
     * @param target as curl takes it: {@code database:80}
     * @param wanted whether it is to arrive
     */
    record Reach(String from, String target, boolean wanted) implements Expectation {}

    /**
     * A page that is asked for from the host: {@code curl localhost:8080 contains Welcome}.
     *
     * @param url as curl takes it
     * @param text what is to be in the page; empty if any answer will do
     * @param wanted whether it is to be there
     */
    record PageText(String url, String text, boolean wanted) implements Expectation {}

    /**
     * What a network is: {@code network back internal}.
     *
     * @param name the network's
     * @param state which state
     * @param wanted whether it is to be so
     */
    record NetworkIs(String name, NetworkState state, boolean wanted) implements Expectation {}

    /** What can be said of a network. */
    enum NetworkState {
        /** There is one of that name. */
        PRESENT,
        /** It has no way out. */
        INTERNAL
    }

    /**
     * What a container is: {@code container audit running}.
     *
     * @param name the container's
     * @param state which state
     * @param wanted whether it is to be so
     */
    record ContainerIs(String name, ContainerState state, boolean wanted) implements Expectation {}

    /** What can be said of a container. */
    enum ContainerState {
        /** There is one of that name, running or not. */
        PRESENT,
        /** It runs. */
        RUNNING
    }

    /**
     * A container's place: {@code container audit on back}.
     *
     * @param name the container's
     * @param network the network's name
     * @param wanted whether it is to be there
     */
    record ContainerOn(String name, String network, boolean wanted) implements Expectation {}

    /** What a cell measures itself: {@code cell}, and {@code verify("audit", () -> …)} in the notebook. */
    record InCell() implements Expectation {}
}
