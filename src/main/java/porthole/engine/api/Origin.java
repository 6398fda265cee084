package porthole.engine.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where answers come from: the engine and this machine, or a recording of what they once answered. All that an
 * {@link Api} hears passes here, so that nothing is live while a recording answers.
 */
public interface Origin extends Machine {
    /** The engine and this machine themselves. */
    Origin LIVE = new Origin() {};

    /**
     * The connections to an engine.
     *
     * @param host the name of the cluster's host that the engine is on; empty for one that stands alone
     * @param live makes connections to the engine itself
     */
    default DockerHttpClient connections(String host, Supplier<DockerHttpClient> live) {
        return live.get();
    }

    /**
     * What a program of this machine answers.
     *
     * @param command the program and its arguments
     * @param lines gets each line of both streams
     * @param live runs it, telling each line
     * @return empty if there is no such program
     */
    default Optional<ExecResult> program(
            List<String> command, Consumer<String> lines, Function<Consumer<String>, Optional<ExecResult>> live) {
        return live.apply(lines);
    }

    /** Hears of each connection to an engine that is made with this origin. */
    default void serves(Api api, String host) {}

    /** What one can do where no engine answers, in a sentence; empty if there is nothing. */
    default String offer() {
        return "";
    }
}
