package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.network.Container;
import porthole.network.Port;
import porthole.picture.MatrixPicture;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;
import porthole.topology.Matrix.Call;
import porthole.topology.Reachability.Reason;

@Tag("engine")
class MatrixTest extends ProbeSetup {
    private void idle(String name, String network, String... command) {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(name).network(network).capAdd("NET_ADMIN").command(command));
    }

    @Test
    void aRestartingContainerIsARowWithThatReason() throws InterruptedException {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        String loop = engine.name("loop");
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(loop).network(shop).restart("always").command("false"));
        for (int i = 0; i < 600 && !state(loop).equals("restarting"); i++) {
            Thread.onSpinWait();
        }
        Matrix matrix = probe.matrix(web, loop);
        assertEquals(List.of(web, loop), matrix.names());
        Call call = matrix.call(web, loop).orElseThrow();
        assertFalse(call.reaches());
        String text = MatrixPicture.of(matrix).text();
        assertTrue(matrix.states().containsKey(loop) || call.outcome() == CallOutcome.NOT_RUNNING, text);
    }

    @Test
    void whatAnInterfaceThatIsOffOrLacksItsAddressKeepsFromArrivingIsPredicted() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        String bare = engine.name("bare");
        idle(test, shop, "sh", "-c", "ip link set eth0 down; exec sleep infinity");
        idle(bare, shop, "sh", "-c", "ip addr flush dev eth0; exec sleep infinity");
        Matrix matrix = probe.matrix(web, test, bare, "host");
        String text = MatrixPicture.of(matrix).text();
        assertEquals(List.of(), matrix.surprises(), text);
        for (String patient : List.of(test, bare)) {
            for (String other : List.of(web, "host")) {
                assertEquals(
                        Reason.CUT,
                        matrix.call(other, patient).orElseThrow().predicted().reason(),
                        text);
            }
            assertFalse(matrix.call(patient, web).orElseThrow().byAddress(), text);
        }
        assertTrue(text.contains("is off, or without its address"), text);
    }

    private String state(String name) {
        return docker.snapshot().container(name).map(Container::state).orElse("");
    }

    @Test
    void itTellsNamesAddressesPortsTheHostAndPublishedPorts() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(
                EngineFixture.NGINX,
                c -> c.name(web).network(shop).publish(free() + ":80").publish(free() + ":81"));
        docker.run(EngineFixture.NGINX, c -> c.name(test));
        Matrix matrix = probe.matrix(web, test, "host");
        System.out.println(MatrixPicture.of(matrix));
        assertEquals(List.of(), matrix.surprises(), MatrixPicture.of(matrix)::text);
        assertEquals(List.of(web, test, "host"), matrix.names());
        Call isolated = matrix.call(test, web).orElseThrow();
        assertEquals(CallOutcome.DROPPED, port(isolated, 80));
        assertFalse(isolated.reaches());
        Call fromHost = matrix.call("host", web).orElseThrow();
        assertEquals(CallOutcome.REACHED, port(fromHost, 80));
        assertEquals(CallOutcome.REFUSED, port(fromHost, 81));
        assertTrue(matrix.call(test, "host").orElseThrow().byAddress());
        Map<Integer, String> doors = Map.of(80, door(80), 81, door(81));
        assertEquals(
                CallOutcome.REACHED,
                matrix.call("host", doors.get(80)).orElseThrow().outcome());
        assertEquals(
                CallOutcome.REACHED,
                matrix.call(test, doors.get(80)).orElseThrow().outcome());
        assertEquals(
                CallOutcome.REFUSED,
                matrix.call("host", doors.get(81)).orElseThrow().outcome());
        String text = MatrixPicture.of(matrix).text();
        assertTrue(text.contains(test + " → " + web + ", by name: name unknown ("), text);
        assertTrue(text.contains("the engine drops what goes from one to another"), text);
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallOutcome port(Call call, int number) {
        return call.ports()
                .filter(t -> t.port().filter(Port.tcp(number)::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private String door(int containerPort) {
        return docker.snapshot().container(web).orElseThrow().ports().stream()
                .filter(b -> b.containerPort().number() == containerPort)
                .map(b -> ":" + b.hostPort())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void chosenPortsAreAskedInPlaceOfTheOthers() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.NGINX, c -> c.name(test).network(shop));
        Matrix matrix = probe.matrix(List.of(web, test), List.of(Port.tcp(443)));
        Call call = matrix.call(test, web).orElseThrow();
        assertEquals(1, call.ports().count());
        assertEquals(CallOutcome.REFUSED, port(call, 443));
        assertTrue(MatrixPicture.of(matrix).text().contains("the ports 443/tcp"));
    }

    @Test
    void whereRulesOfAContainerDecideItIsMeasuredAndNothingIsPredicted() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        idle(web, shop, "bash", "-c", "iptables -A INPUT -p icmp -j DROP; exec nc -lk 80");
        idle(test, shop, "sleep", "infinity");
        docker.exec(
                web,
                "bash",
                "-c",
                "until iptables -S INPUT | grep -q icmp; do :; done; until ss -tln | grep -q :80; do :; done");
        Matrix matrix = probe.matrix(test, web);
        Call call = matrix.call(test, web).orElseThrow();
        assertEquals(List.of(), matrix.surprises(), MatrixPicture.of(matrix)::text);
        assertEquals(Reason.OWN_RULES, call.predicted().reason());
        assertTrue(call.reaches(), MatrixPicture.of(matrix)::text);
        assertEquals(CallOutcome.REACHED, port(call, 80));
    }
}
