package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.network.Port;
import porthole.picture.MatrixPicture;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Try;

/** What looks like a surprise and is none, or looks like an answer and is none. */
@Tag("engine")
class SilenceTest extends ProbeSetup {
    /** Linux refuses a few at once and then one each so many milliseconds; the rest it takes without a word. */
    @Test
    void aRefusalThatLinuxKeepsToItselfIsNoSurprise() {
        shopOfBothFamilies();
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(web)
                        .network(shop)
                        .sysctl("net.ipv6.icmp.ratelimit", "100000000")
                        .command("sleep", "infinity"));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        List<Port> closed = IntStream.range(9100, 9112)
                .mapToObj(number -> new Port(number, "udp"))
                .toList();
        Matrix matrix = probe.matrix(List.of(test, web), closed);
        List<Try> tries = matrix.call(test, web).orElseThrow().ports().toList();
        assertTrue(tries.stream().allMatch(t -> t.predicted().outcome() == CallOutcome.REFUSED), tries::toString);
        assertTrue(tries.stream().anyMatch(t -> t.outcome() == CallOutcome.SILENT), tries::toString);
        assertEquals(List.of(), matrix.surprises(), MatrixPicture.of(matrix)::text);
    }

    @Test
    void aDnsThatDoesNotAnswerIsToldFromOneThatDoesNotKnow() {
        shopOfBothFamilies();
        docker.run(EngineFixture.TOOLS, c -> c.name(web).network(shop).command("sleep", "infinity"));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(test)
                        .network(shop)
                        .capAdd("NET_ADMIN")
                        .command("bash", "-c", "iptables -I OUTPUT -d 127.0.0.11 -j DROP; exec sleep infinity"));
        docker.exec(test, "bash", "-c", "until iptables -S OUTPUT | grep -q 127.0.0.11; do :; done");
        Matrix matrix = probe.matrix(test, web);
        Try named = matrix.call(test, web).orElseThrow().tries().get(0);
        assertEquals(CallOutcome.NAME_UNANSWERED, named.outcome());
        String text = MatrixPicture.of(matrix).text();
        assertTrue(text.contains(test + " → " + web + ", by name: no DNS answered in time ("), text);
        assertTrue(matrix.json().contains("name-unanswered"), matrix.json());
    }

    /** Engine 20.10 draws such ports by itself: one number, for IPv4 of one container and for IPv6 of another. */
    @Test
    void oneNumberPublishedForEachFamilyByAnotherContainerIsTwoPorts() {
        shopOfBothFamilies();
        int number = free();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).publish("0.0.0.0:" + number + ":80"));
        docker.run(EngineFixture.NGINX, c -> c.name(test).network(shop).publish("[::]:" + number + ":9"));
        docker.run(EngineFixture.NGINX, c -> c.name(engine.name("four")));
        Matrix matrix = probe.matrix(web, test, engine.name("four"), "host");
        String text = MatrixPicture.of(matrix).text();
        assertEquals(List.of(), matrix.surprises(), text);
        assertEquals(
                Set.of(":" + number, "[::]:" + number),
                matrix.targets().stream().filter(t -> t.contains(":")).collect(Collectors.toSet()));
        assertEquals(List.of("127.0.0.1"), addresses(matrix, "host", ":" + number));
        assertEquals(List.of("::1"), addresses(matrix, "host", "[::]:" + number));
        assertEquals(
                CallOutcome.REACHED,
                matrix.call("host", ":" + number).orElseThrow().outcome());
        assertEquals(
                CallOutcome.REFUSED,
                matrix.call("host", "[::]:" + number).orElseThrow().outcome());
        assertEquals(List.of(), addresses(matrix, engine.name("four"), "[::]:" + number));
        assertTrue(text.contains(engine.name("four") + " has no way out for IPv6"), text);
    }

    private static List<String> addresses(Matrix matrix, String from, String to) {
        return matrix.call(from, to).orElseThrow().tries().stream()
                .map(t -> t.address().orElseThrow())
                .collect(Collectors.toList());
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
