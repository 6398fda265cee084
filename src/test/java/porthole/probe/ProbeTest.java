package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.flag.All;
import porthole.engine.sandbox.Guests;
import porthole.network.Snapshot;
import porthole.picture.Picture;
import porthole.probe.who.Answerer;
import porthole.probe.wiring.LinuxCommands;
import porthole.probe.wiring.Trace;
import porthole.probe.wiring.Wiring;
import porthole.topology.Topology;

@Tag("engine")
class ProbeTest extends ProbeSetup {
    @Test
    void whoAnswersAtAPublishedPortIsProven() throws IOException {
        int port = freePort();
        int other = freePort();
        docker.run(EngineFixture.NGINX, c -> c.name(web).publish(port + ":80"));
        docker.run(EngineFixture.NGINX, c -> c.name(test).publish(other + ":80"));
        Answerer answerer = probe.who("localhost:" + port);
        System.out.println(answerer);
        assertEquals(Optional.of(web), answerer.container());
        assertEquals(Optional.of(80), answerer.port());
        assertEquals(
                7,
                answerer.evidence().get(0).during() - answerer.evidence().get(0).before());
        assertEquals(
                Optional.of(test), probe.who("http://127.0.0.1:" + other + "/").container());
        assertEquals(
                Optional.of(web),
                probe.who(docker.snapshot()
                                .container(web)
                                .orElseThrow()
                                .endpoints()
                                .get(0)
                                .address()
                                .orElseThrow())
                        .container());
    }

    /** What somebody did inside with ip, the engine does not know; whoever may not do it is not looked at. */
    @Test
    void thePictureKnowsAnInterfaceThatIsOffAndAnAddressThatIsGone() {
        for (String name : List.of(web, test)) {
            docker.run(
                    EngineFixture.TOOLS, c -> c.name(name).capAdd("NET_ADMIN").command("sleep", "infinity"));
        }
        docker.quietly(web, "ip", "link", "set", "eth0", "down");
        docker.quietly(test, "ip", "addr", "flush", "dev", "eth0");
        Snapshot now = probe.looked(docker.snapshot());
        Picture picture = Picture.of(Topology.of(now, List.of(web, test)));
        String off = "eth0 off · " + address(web);
        String gone = "eth0 without " + address(test);
        assertTrue(picture.text().contains(off) && picture.text().contains(gone), picture.text());
        assertFalse(picture.answer().contains("reach each other"), picture.answer());
        docker.quietly(web, "ip", "link", "set", "eth0", "up");
        docker.quietly(test, "ip", "addr", "add", address(test) + "/16", "dev", "eth0");
        Picture mended = Picture.of(Topology.of(probe.looked(docker.snapshot()), List.of(web, test)));
        assertTrue(mended.answer().contains("they reach each other at their addresses"), mended.answer());
    }

    @Test
    void theEndsOfCablesInAPictureAreThoseThatWiringTells() {
        docker.run(EngineFixture.NGINX, c -> c.name(web));
        String id = docker.snapshot().container(web).orElseThrow().id();
        String end = String.valueOf(probe.cableEnds().get(id).get("eth0"));
        String told = probe.wiring(web).cables().get(0).outside();
        assertTrue(told.startsWith(end + " ("), told + " is not " + end);
        Picture picture =
                Picture.of(Topology.of(docker.snapshot(), List.of(web))).withVeths(probe::cableEnds);
        assertTrue(picture.cables().svg().contains(end), end);
    }

    @Test
    void whoAnswersInHostModeIsProven() {
        docker.run(EngineFixture.NGINX, c -> c.name(web).network("host"));
        Answerer answerer = retried("localhost:80");
        System.out.println(answerer);
        assertEquals(Optional.of(web), answerer.container());
    }

    /** The server may still be starting. */
    private Answerer retried(String target) {
        Answerer answerer = probe.who(target);
        for (int i = 0; i < 20 && answerer.container().isEmpty(); i++) {
            answerer = probe.who(target);
        }
        return answerer;
    }

    @Test
    void aProgramOfTheHostIsNoContainer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.start();
        try {
            docker.run(EngineFixture.NGINX, c -> c.name(web));
            Answerer answerer = probe.who("localhost:" + server.getAddress().getPort());
            assertEquals(Optional.empty(), answerer.container());
            assertTrue(answerer.answer().contains("none of this engine's containers"), answerer.answer());
        } finally {
            server.stop(0);
        }
        Answerer nobody = probe.who("localhost:" + freePort());
        assertTrue(nobody.answer().startsWith("Nothing answers at"), nobody.answer());
    }

    @Test
    void nonsenseGetsASentence() {
        assertEquals(
                "\"70000\" is not a valid port in \"localhost:70000\": ports are 1 to 65535.",
                refusal("localhost:70000"));
        assertTrue(refusal("local host").startsWith("\"local host\" is not a valid target"));
        assertTrue(refusal("").startsWith("\"\" is not a valid target"));
        assertTrue(refusal("1.2.3.400:80").startsWith("\"1.2.3.400\" is not a valid address"));
        assertTrue(refusal("https://web").startsWith("\"https://web\" asks for HTTPS"));
        assertTrue(refusal("nowhere-at-all:81").startsWith("Nothing is named \"nowhere-at-all\" here"));
        assertTrue(refusal("$(reboot):80").contains("is not a valid target"));
    }

    private String refusal(String target) {
        return assertThrows(EngineException.class, () -> probe.who(target)).getMessage();
    }

    @Test
    void theWiringLeadsFromTheContainerToTheBridge() throws IOException {
        int port = freePort();
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).publish(port + ":80"));
        Wiring wiring = probe.wiring(web);
        System.out.println(wiring);
        Wiring.Cable cable = wiring.cables().get(0);
        assertTrue(cable.inside().startsWith("eth0 ("), cable.inside());
        assertTrue(cable.outside().startsWith("veth"), cable.outside());
        assertEquals(docker.network.get(shop).device().orElseThrow(), cable.bridge());
        assertEquals(engine.address(1) + "/24", cable.gateway());
        assertTrue(wiring.rules().stream().anyMatch(r -> r.meaning().contains("port " + port + " of the host")));
        assertTrue(wiring.rules().stream().anyMatch(r -> r.line().contains("MASQUERADE")));
        assertEquals(wiring.cables(), probe.wiring(shop).cables());
        String sentence = assertThrows(EngineException.class, () -> probe.wiring(engine.name("sho")))
                .getMessage();
        assertTrue(sentence.contains("Did you mean \"" + shop + "\"?"), sentence);
    }

    @Test
    void theCommandsOfLinuxBuildTheSameNetwork() {
        shop();
        docker.run(EngineFixture.TOOLS, c -> c.name(web).network(shop).command("sleep", "infinity"));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        LinuxCommands commands = probe.asLinux(shop);
        System.out.println(commands);
        String room = engine.name("linux");
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(room)
                        .network("none")
                        .capAdd("SYS_ADMIN", "NET_ADMIN")
                        .sysctl("net.ipv4.ip_forward", "1")
                        .securityOption("apparmor=unconfined")
                        .command("sleep", "infinity"));
        String outside =
                "iptables -P FORWARD DROP\nip netns add far\nip link add out type veth peer name eth0 netns far\n"
                        + "ip addr add 192.0.2.1/30 dev out\nip link set out up\nip -n far addr add 192.0.2.2/30 dev eth0\n"
                        + "ip -n far link set eth0 up\n";
        String script = "set -e\n" + outside + commands.text().replaceAll("(?m)^sysctl .*$", "") + "\n";
        ExecResult built = docker.exec(room, "bash", "-c", script);
        assertTrue(built.success(), built.text());
        String address = docker.snapshot()
                .container(web)
                .orElseThrow()
                .endpoints()
                .get(0)
                .address()
                .orElseThrow();
        ExecResult ping =
                docker.exec(room, "nsenter", "--net=/run/netns/" + test, "ping", "-n", "-c", "1", "-W", "1", address);
        assertTrue(ping.success(), ping.text());
        ExecResult out = docker.exec(
                room, "nsenter", "--net=/run/netns/" + test, "ping", "-n", "-c", "1", "-W", "1", "192.0.2.2");
        assertTrue(out.success(), "The far host knows no route back but to the room's own address: " + out.text());
    }

    @Test
    void aPingNeedsNothingInsideTheContainer() {
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.NGINX, c -> c.name(test).network(shop));
        Ping ping = probe.ping(test, web);
        assertEquals(3, ping.milliseconds().size(), ping.text());
        assertEquals(engine.address(2), ping.address().orElseThrow());
        Ping lost = probe.ping(test, engine.address(99));
        assertFalse(lost.answered());
        assertTrue(lost.text().contains("none of 3 echoes came back"), lost.text());
        assertTrue(probe.ping(test, "nobody-here").text().contains("resolves to no address"));
    }

    @Test
    void aTraceNamesEachStation() throws IOException {
        int port = freePort();
        shop();
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop).publish(port + ":80"));
        docker.run(EngineFixture.TOOLS, c -> c.name(test).network(shop).command("sleep", "infinity"));
        Trace direct = probe.trace(test, web + ":80");
        System.out.println(direct);
        assertEquals(
                List.of(test, "host", "host", "host", web),
                direct.stations().stream().map(Trace.Station::where).toList());
        assertTrue(direct.milliseconds().isPresent());
        String third = engine.name("third");
        docker.run(EngineFixture.TOOLS, c -> c.name(third).command("sleep", "infinity"));
        Trace door = probe.trace(third, "172.17.0.1:" + port);
        System.out.println(door);
        assertTrue(door.stations().stream().anyMatch(s -> s.device().equals("NAT")));
        Trace outside = probe.trace("host", web);
        System.out.println(outside);
    }

    @Test
    void anInterruptLeavesNoGuestBehind() throws Exception {
        docker.run(EngineFixture.NGINX, c -> c.name(web));
        docker.run(EngineFixture.NGINX, c -> c.name(test));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread cell = new Thread(() -> {
            begun.countDown();
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    probe.why(test, engine.address(77) + ":80");
                }
                end.complete(new IllegalStateException("no interrupt was told"));
            } catch (EngineException e) {
                end.complete(e);
            }
        });
        cell.start();
        begun.await();
        while (guests() == 0 && !end.isDone()) {
            Thread.onSpinWait();
        }
        cell.interrupt();
        assertTrue(
                end.get(10, TimeUnit.SECONDS).getMessage().contains("nterrupt"),
                end.get().toString());
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (guests() > 0 && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        assertEquals(0, guests());
    }

    private long guests() {
        return docker.ps(All.ALL).stream()
                .filter(c -> c.labels().containsKey(Guests.LABEL))
                .filter(c -> engine.owner.session().equals(c.labels().get("porthole.session")))
                .count();
    }
}
