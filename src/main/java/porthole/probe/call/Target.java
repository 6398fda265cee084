package porthole.probe.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineException;
import porthole.network.Literal;
import porthole.network.Subnet;

/**
 * What is called, as curl takes it: {@code web}, {@code web:80}, {@code 172.17.0.2:80}, {@code [fd00::2]:80}, {@code
 * http://web/page}; {@code web:53/udp} and {@code udp://web:53} for datagrams.
 *
 * @param text as it was typed
 * @param host a name or an address in numbers, without brackets
 * @param port 1 to 65535; 80 where {@code http://} stands before; empty where none was named
 * @param path what a browser would ask for, with its slash
 * @param protocol {@code tcp} or {@code udp}
 */
public record Target(String text, String host, Optional<Integer> port, String path, String protocol) {
    static final String UDP = "udp";

    private static final Pattern FORM =
            Pattern.compile("(?:(http|tcp|udp)://)?(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?|"
                    + "[0-9A-Fa-f]*:[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)(?::([0-9]{1,9}))?(/[^\\s'\"]*)?");
    private static final int HIGHEST = 65535;

    /**
     * Reads it.
     *
     * @throws EngineException with a sentence, where it is none
     */
    public static Target of(String text) {
        String typed = text.strip();
        if (typed.startsWith("https://")) {
            throw ProbeSentences.sentence("target.https", typed);
        }
        Matcher parts = FORM.matcher(typed);
        if (!parts.matches()) {
            throw ProbeSentences.sentence("target.bad", typed);
        }
        Optional<Integer> port = Optional.ofNullable(parts.group(3)).map(Integer::valueOf);
        if (port.isPresent() && (port.get() < 1 || port.get() > HIGHEST)) {
            throw ProbeSentences.sentence("target.port", port.get(), typed);
        }
        String host = Literal.canonical(String.valueOf(parts.group(2)).replaceAll("[\\[\\]]", ""));
        boolean numbers = host.matches("[0-9]+(\\.[0-9]+){1,3}");
        if (numbers && !Subnet.isAddress(host)) {
            throw ProbeSentences.sentence("target.address", host);
        }
        boolean web = "http".equals(parts.group(1));
        String path = Optional.ofNullable(parts.group(4)).orElse("/");
        boolean named = port.isPresent() && !web && (path.equals("/udp") || path.equals("/tcp"));
        boolean datagrams = named ? path.equals("/udp") : UDP.equals(parts.group(1));
        return new Target(
                typed,
                host,
                port.isEmpty() && web ? Optional.of(80) : port,
                named ? "/" : path,
                datagrams ? UDP : "tcp");
    }

    /** Whether the host is an address in numbers, which no DNS is asked for. */
    public boolean isAddress() {
        return Subnet.isAddress(host);
    }

    /** Whether it means the caller itself. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || (isAddress() && host.startsWith("127."));
    }

    /** Whether datagrams are meant. */
    public boolean isUdp() {
        return protocol.equals(UDP);
    }

    /** The same with that port. */
    public Target on(int number) {
        return new Target(text, host, Optional.of(number), path, protocol);
    }

    /** The same without a port. */
    public Target anyPort() {
        return new Target(text, host, Optional.empty(), path, protocol);
    }

    /** Host and port as they stand in a URL. */
    public static String in(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
