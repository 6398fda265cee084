package porthole.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What would make a call arrive; one command wherever one is enough.
 *
 * @param lines as typed on the command line, without {@code %}
 * @param calls the same in Java
 */
public record Mend(List<String> lines, List<String> calls) {
    public Mend {
        lines = List.copyOf(lines);
        calls = List.copyOf(calls);
    }

    static Mend of(String line, String call) {
        return new Mend(List.of(line), List.of(call));
    }

    Mend then(Mend next) {
        return new Mend(
                java.util.stream.Stream.concat(lines.stream(), next.lines.stream())
                        .toList(),
                java.util.stream.Stream.concat(calls.stream(), next.calls.stream())
                        .toList());
    }

    static Mend connect(String network, String container) {
        return of(
                "docker network connect " + network + " " + container,
                call("docker.network.connect", network, container));
    }

    static Mend disconnect(String network, String container) {
        return of(
                "docker network disconnect " + network + " " + container,
                call("docker.network.disconnect", network, container));
    }

    static Mend create(String network) {
        return of("docker network create " + network, call("docker.network.create", network));
    }

    /** {@code docker WORD CONTAINER}. */
    static Mend container(String word, String container) {
        return of("docker " + word + " " + container, call("docker." + word, container));
    }

    /** The same page asked for in another way. */
    static Mend curl(String from, String url) {
        return from.equals(Caller.HOST)
                ? of("curl " + url, call("curl", url))
                : of("docker exec " + from + " curl " + url, call("docker.exec", from, "curl " + url));
    }

    private static String call(String method, String... arguments) {
        return method + Arrays.stream(arguments).map(a -> "\"" + a + "\"").collect(Collectors.joining(", ", "(", ")"));
    }
}
