package porthole.probe.why;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.probe.call.Caller;
import porthole.probe.call.Quoting;

/**
 * What makes a call arrive, or brings it further: one command if one is enough.
 *
 * @param lines the commands as one types them in a shell, in order
 * @param calls the same as Java calls for a cell, in order
 * @param leads a sentence that says how far the call comes then, and whether that was tried or predicted; empty text if
 *     that is not known
 */
public record Remedy(List<String> lines, List<String> calls, String leads) {
    public Remedy {
        lines = List.copyOf(lines);
        calls = List.copyOf(calls);
    }

    private static Remedy of(String line, String call) {
        return new Remedy(List.of(line), List.of(call), "");
    }

    static Remedy none() {
        return new Remedy(List.of(), List.of(), "");
    }

    Remedy then(Remedy next) {
        return new Remedy(
                Stream.concat(lines.stream(), next.lines.stream()).toList(),
                Stream.concat(calls.stream(), next.calls.stream()).toList(),
                next.leads);
    }

    Remedy leading(String sentence) {
        return new Remedy(lines, calls, sentence);
    }

    /**
     * Gives the command that connects a container to a network.
     *
     * @param network the network's name
     * @param container the container's name
     */
    public static Remedy connect(String network, String container) {
        return docker(List.of("network", "connect", network, container), "docker.network.connect", network, container);
    }

    static Remedy disconnect(String network, String container) {
        return docker(
                List.of("network", "disconnect", network, container), "docker.network.disconnect", network, container);
    }

    static Remedy create(String network) {
        return docker(List.of("network", "create", network), "docker.network.create", network);
    }

    /** {@code docker WORD CONTAINER}. */
    static Remedy container(String word, String container) {
        return docker(List.of(word, container), "docker." + word, container);
    }

    /** {@code docker exec CONTAINER ip addr}, which shows the interfaces with their addresses. */
    static Remedy inside(String container) {
        return docker(List.of("exec", container, "ip", "addr"), "docker.exec", container, "ip", "addr");
    }

    /** The same page asked for in another way, by a program that the caller has. */
    static Remedy curl(String from, String url) {
        if (from.equals(Caller.HOST)) {
            return of("curl " + Quoting.shell(url), call("curl", url));
        }
        return docker(List.of("exec", from, "curl", url), "docker.exec", from, "curl", url);
    }

    /** The same page asked for from the caller's network namespace, where it has no curl of its own. */
    static Remedy beside(String from, String url) {
        String image = "curlimages/curl";
        return of(
                line(List.of("run", "--rm", "--network", "container:" + from, image, url)),
                "docker.run(" + Quoting.java(image) + ", c -> c.rm().network(" + Quoting.java("container:" + from)
                        + ").command(" + Quoting.java(url) + "))");
    }

    private static Remedy docker(List<String> words, String method, String... arguments) {
        return of(line(words), call(method, arguments));
    }

    private static String line(List<String> words) {
        return "docker " + words.stream().map(Quoting::shell).collect(Collectors.joining(" "));
    }

    private static String call(String method, String... arguments) {
        return method + Arrays.stream(arguments).map(Quoting::java).collect(Collectors.joining(", ", "(", ")"));
    }
}
