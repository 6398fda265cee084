package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;

/** The host's links are asked for from outside, by a container that the docker program runs. */
@Tag("engine")
class ByHandTest {
    private static final KernelProcess ME = KernelProcess.current();
    private static final KernelProcess DEAD =
            new KernelProcess(ME.machine(), ME.boot(), ME.namespace(), ME.pid(), "another");

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final Docker docker = as(ME);
    private final Docker other = as(DEAD);

    private static Docker as(KernelProcess process) {
        return Docker.connect(Notices.none(), new Owner(UUID.randomUUID().toString(), "by hand", process));
    }

    ByHandTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        docker.reset();
        other.reset();
        docker.close();
        other.close();
    }

    private static String onHost(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "docker",
                "run",
                "--rm",
                "--network",
                "host",
                "--cap-add",
                "NET_ADMIN",
                "--entrypoint",
                "ip",
                EngineFixture.TOOLS));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static Set<String> links() throws Exception {
        return onHost("-o", "link")
                .lines()
                .map(line -> line.split("[:@] ?")[1].strip())
                .collect(Collectors.toSet());
    }

    private static void cable(ByHand hand) {
        HandStep made = hand.onHost("ip link add " + hand.veth() + " type veth peer name " + hand.peer());
        assertTrue(made.result().success(), made.toString());
    }

    private static void wire(ByHand hand) {
        cable(hand);
        hand.onHost("ip link set " + hand.peer() + " netns " + hand.pid());
        hand.inRoom("ip link set " + hand.peer() + " name eth0");
        hand.onHost("ip link set " + hand.veth() + " master docker0 up");
        hand.inRoom("ip addr add " + hand.address() + " dev eth0");
        hand.inRoom("ip link set eth0 up");
    }

    @Test
    void twoBuildAtOnceAndWhatTheDeadOneLeftIsSweptAlone() throws Exception {
        ByHand mine = ByHand.begin(docker);
        ByHand deads = ByHand.begin(other);
        assertNotEquals(mine.room(), deads.room());
        assertNotEquals(mine.address(), deads.address());
        wire(mine);
        cable(deads);
        assertTrue(links().containsAll(Set.of(mine.veth(), deads.veth(), deads.peer())), links().toString());

        List<Removed> swept = List.copyOf(docker.sweep());

        assertTrue(swept.contains(new Removed("link", deads.veth() + " – " + deads.peer())), swept.toString());
        assertTrue(swept.contains(new Removed("container", deads.room())), swept.toString());
        Set<String> left = links();
        assertFalse(left.contains(deads.veth()) || left.contains(deads.peer()), left.toString());
        assertTrue(left.contains(mine.veth()), left.toString());
        HandStep packet = mine.inRoom("ping -c 1 " + mine.gateway());
        assertTrue(packet.result().success(), packet.toString());
    }

    @Test
    void twoRoomsCannotTalkUntilTheCableIsInBothOfThem() throws Exception {
        ByHand hand = ByHand.begin(docker, 2);
        String ping = "ping -c 1 -W 1 " + hand.address(2).replaceFirst("/.*", "");
        HandStep before = hand.inRoom(ping);
        assertFalse(before.result().success());
        assertTrue(before.picture().text().startsWith("After step 1 of 6\n"), before.toString());
        assertTrue(before.picture().text().endsWith("not sent: Linux knows no way to that address"), before.toString());
        hand.onHost("ip link add " + hand.peer(1) + " type veth peer name " + hand.peer(2));
        for (int room = 1; room <= 2; room++) {
            hand.onHost("ip link set " + hand.peer(room) + " netns " + hand.pid(room));
            hand.inRoom(room, "ip addr add " + hand.address(room) + " dev " + hand.peer(room));
            hand.inRoom(room, "ip link set " + hand.peer(room) + " up");
        }
        HandStep after = hand.inRoom(ping);
        assertTrue(after.result().success(), after.toString());
        assertTrue(after.picture().text().endsWith("a packet went and came back"), after.toString());
        assertEquals(10, hand.film().steps().size());
        assertFalse(hand.film().text().contains("docker0"), "they need no bridge");
        hand.close();
        assertEquals(List.of(), List.copyOf(docker.reset()), "nothing is left");
    }

    @Test
    void twoWhoBuildWithTwoRoomsDoNotClashAndARoomThatIsNotThereIsRefused() {
        ByHand mine = ByHand.begin(docker, 2);
        ByHand theirs = ByHand.begin(other, 2);
        Set<String> addresses = Set.of(mine.address(1), mine.address(2), theirs.address(1), theirs.address(2));
        assertEquals(4, addresses.size());
        assertNotEquals(mine.room(2), theirs.room(2));
        assertTrue(assertThrows(EngineException.class, () -> mine.inRoom(3, "ip link"))
                .getMessage()
                .startsWith("There is no room 3: this byHand has 2."));
        assertTrue(assertThrows(EngineException.class, () -> ByHand.begin(docker, 3))
                .getMessage()
                .startsWith("\"3\" is not a valid number of rooms"));
    }

    @Test
    void theBridgesFilmHasTheDefaultRouteAsItsLastStep() throws Exception {
        ByHand hand = ByHand.begin(docker);
        wire(hand);
        HandStep route = hand.inRoom("ip route add default via " + hand.gateway());
        assertTrue(route.picture().text().startsWith("Step 7 of 7: a default route\n"), route.toString());
        HandStep own = hand.inRoom("ping -c 1 127.0.0.1");
        assertTrue(own.result().success());
        assertFalse(own.picture().text().contains("a packet went"), "no packet left through the cable");
        HandStep down = hand.inRoom("ip link set eth0 down");
        assertTrue(down.picture().text().startsWith("Step 6 of 7 is undone"), down.toString());
        assertTrue(down.picture().text().contains("− default via " + hand.gateway()), "Linux removes the route too");
        assertEquals(9, hand.film().steps().size(), "a ping of oneself is no step");
    }

    @Test
    void resetTakesTheCableAndTellsIt() throws Exception {
        ByHand hand = ByHand.begin(docker);
        cable(hand);
        cable(hand);
        List<Removed> removed = List.copyOf(docker.reset());
        assertEquals(
                List.of(new Removed("link", hand.veth() + " – " + hand.peer())),
                removed.stream().filter(r -> r.kind().equals("link")).toList());
        assertFalse(links().contains(hand.veth()));
    }

    @Test
    void closedHandsNeverTouchTheOneWhoTookTheirNames() {
        ByHand closed = ByHand.begin(other);
        closed.close();
        ByHand next = ByHand.begin(docker);
        assumeTrue(next.room().equals(closed.room()), "somebody else builds by hand on this engine too");
        closed.close();
        String refused = assertThrows(EngineException.class, () -> closed.inRoom("ip link"))
                .getMessage();
        assertTrue(refused.contains("\"" + next.room() + "\" is no longer this notebook's"), refused);
        assertTrue(next.inRoom("ip link").result().success());
    }

    @Test
    void aBridgeMadeByHandAndACommandThatFailsAfterwardsAreNotedToo() throws Exception {
        ByHand hand = ByHand.begin(docker);
        String bridge = "b" + unique;
        HandStep failed = hand.onHost("sh -c 'ip link add " + bridge + " type bridge; exit 3'");
        assertEquals(3, failed.result().exitCode());
        assertTrue(links().contains(bridge));
        assertTrue(docker.reset().contains(new Removed("link", bridge)));
        assertFalse(links().contains(bridge));
    }

    @Test
    void aLinkThatSomebodyElseHasMadeStays() throws Exception {
        String name = "p" + unique;
        onHost("link", "add", name, "type", "bridge");
        try {
            ByHand hand = ByHand.begin(docker);
            HandStep refused = hand.onHost("ip link add " + name + " type veth peer name q" + unique);
            assertTrue(refused.result().text().contains("File exists"), refused.toString());
            hand.close();
            docker.reset();
            assertTrue(links().contains(name));
        } finally {
            onHost("link", "del", name);
        }
    }
}
