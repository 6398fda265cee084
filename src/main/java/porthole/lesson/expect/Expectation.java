package porthole.lesson.expect;

/** Something that a lesson expects of the network and that can be measured. In a lesson's file it is one line. */
public sealed interface Expectation {
    /**
     * A call that should arrive, or should not. In a lesson's file: {@code audit -> database:80 reached}.
     *
     * @param from who calls: a container's name, or {@code host}
     * @param target what is called, as curl takes it: {@code database:80}
     * @param wanted whether the call should arrive
     */
    record Reach(String from, String target, boolean wanted) implements Expectation {}

    /**
     * A page that the host requests. In a lesson's file: {@code curl localhost:8080 contains Welcome}.
     *
     * @param url the page's URL, as curl takes it
     * @param text what should be in the page; empty text if any answer will do
     * @param wanted whether it should be there
     */
    record PageText(String url, String text, boolean wanted) implements Expectation {}

    /**
     * A state of a network. In a lesson's file: {@code network back internal}.
     *
     * @param name the network's name
     * @param state which state
     * @param wanted whether the network should be in it
     */
    record NetworkIs(String name, NetworkState state, boolean wanted) implements Expectation {}

    /** What can be expected of a network. */
    enum NetworkState {
        /** There is one of that name. */
        PRESENT,
        /** It has no way out of the host. */
        INTERNAL
    }

    /**
     * A state of a container. In a lesson's file: {@code container audit running}.
     *
     * @param name the container's name
     * @param state which state
     * @param wanted whether the container should be in it
     */
    record ContainerIs(String name, ContainerState state, boolean wanted) implements Expectation {}

    /** What can be expected of a container. */
    enum ContainerState {
        /** There is one of that name, running or not. */
        PRESENT,
        /** It runs. */
        RUNNING
    }

    /**
     * A connection of a container to a network. In a lesson's file: {@code container audit on back}.
     *
     * @param name the container's name
     * @param network the network's name
     * @param wanted whether the container should be connected to it
     */
    record ContainerOn(String name, String network, boolean wanted) implements Expectation {}

    /**
     * Anything that Java can tell. In a lesson's file: {@code java docker.exec("audit", "nproc").exitCode() == 0}.
     *
     * @param expression an expression as a cell has it, which gives {@code true} or {@code false}
     */
    record InJava(String expression) implements Expectation {}

    /**
     * Something that a cell of the notebook measures itself. In a lesson's file: {@code cell}; in the notebook:
     * {@code verify("audit", () -> …)}.
     */
    record InCell() implements Expectation {}
}
