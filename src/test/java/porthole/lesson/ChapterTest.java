package porthole.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.flag.Force;
import porthole.engine.owner.Owner;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonFiles;
import porthole.network.PortBinding;
import porthole.notebook.line.DockerLine;

/** The names and ports of the course are fixed, so these tests need an engine on which nobody else follows it. */
@Tag("engine")
class ChapterTest {
    private final Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("5.2.3_host.ipynb"));
    private final Docker neighbour = Docker.connect(Notices.none(), Owner.ofThisProcess("5.2.2_bridge.ipynb"));

    ChapterTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        docker.reset();
        neighbour.reset();
        docker.close();
        neighbour.close();
    }

    private Chapter chapter(String number) {
        return Chapter.of(number, new LessonFiles(Path.of("notebooks/en")), docker, docker::reset, this::run);
    }

    private void run(String line) {
        try {
            new DockerLine(docker, Notices.none()).run(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    private static String refusal(Runnable action) {
        return assertThrows(EngineException.class, action::run).getMessage();
    }

    @Test
    void hostModeStartsWhereTheBridgeSectionEndedHoweverOftenItIsBegun() {
        for (int i = 0; i < 2; i++) {
            Readiness ready = chapter("5.2.3").ready();
            assertEquals("5.2.3", ready.lesson());
            assertEquals(
                    List.of(81),
                    docker.port("bridge").stream()
                            .map(PortBinding::hostPort)
                            .distinct()
                            .toList());
        }
        assertTrue(chapter("5.2.3")
                .ready()
                .toString()
                .contains("✓ Left over from before, now removed: container \"bridge\""));
    }

    @Test
    void anotherNotebooksContainerGoesOnlyWhenAsked() {
        neighbour.run("nginx", c -> c.name("bridge"));
        assertEquals(
                "\"bridge\" is in the way of lesson 5.2.3: the notebook 5.2.2_bridge.ipynb has made it. Run lab.reset()"
                        + " there, or chapter(\"5.2.3\").ready(FORCE) here, which removes it.",
                refusal(() -> chapter("5.2.3").ready()));
        assertTrue(chapter("5.2.3")
                .ready(Force.FORCE)
                .done()
                .contains("Left over from before, now removed: container \"bridge\"."));
    }

    @Test
    void aPortThatIsTakenIsToldWithItsHolderAndAnotherCanBeUsed() throws IOException {
        try (ServerSocket mine = new ServerSocket(81)) {
            String sentence = refusal(() -> chapter("5.2.2").ready());
            assertTrue(sentence.startsWith("Port 81 of the host is taken by java (process "), sentence);
            assertTrue(sentence.endsWith("or use another with chapter(\"5.2.2\").ready(\"81=8081\")."), sentence);
            assertFalse(mine.isClosed());
            Readiness ready = chapter("5.2.2").ready("81=8081");
            assertTrue(ready.done().contains("Where a cell says port 81 of the host, 8081 is used."));
            docker.run("nginx", c -> c.name("bridge").publish("81:80"));
            assertEquals(
                    List.of(8081),
                    docker.port("bridge").stream()
                            .map(PortBinding::hostPort)
                            .distinct()
                            .toList());
        } catch (java.net.BindException e) {
            Assumptions.abort("port 81 is not for this user");
        }
    }

    @Test
    void aChoiceOfPortsThatMakesNoSenseIsRefused() {
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> chapter("5.2.2").ready("81:8081"))
                .getMessage()
                .startsWith("\"81:8081\" is not a valid choice of port"));
        assertEquals(
                "Lesson 5.2.2 uses no port 80 of the host; it uses [81, 83, 8087].",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> chapter("5.2.2").ready("80=8080"))
                        .getMessage());
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> chapter("5.2.3").ready("80=8080"))
                .getMessage()
                .startsWith("Port 80 cannot be another in lesson 5.2.3"));
        assertEquals(
                "No lesson \"5.9\" beside this notebook (0, primer, quizzes, 5.1.1, 5.1.2, 5.1.3, 5.1.4, 5.2, 5.2.1, 5.2.2, 5.2.3, 5.2.4, 5.3)."
                        + " Did you mean \"5.2\"?",
                assertThrows(LessonException.class, () -> chapter("5.9")).getMessage());
    }

    @Test
    void aRoomIsWiredToTheBridgeByHand() {
        try (ByHand hand = ByHand.begin(docker)) {
            String pair = "ip link add " + hand.veth() + " type veth peer name " + hand.peer();
            assertTrue(hand.inRoom("ip link")
                    .picture()
                    .text()
                    .contains("In \"" + hand.room() + "\": lo 127.0.0.1/8 (on)."));
            assertTrue(hand.onHost(pair)
                    .picture()
                    .text()
                    .contains(hand.veth() + " is on the host, connected to nothing (off)."));
            assertTrue(hand.onHost(pair).result().success(), "run again");
            hand.onHost("ip link set " + hand.peer() + " netns " + hand.pid());
            hand.inRoom("ip link set " + hand.peer() + " name eth0");
            assertTrue(hand.onHost("ip link set " + hand.veth() + " master docker0 up")
                    .picture()
                    .text()
                    .contains(hand.veth() + " is connected to docker0 (on)."));
            hand.inRoom("ip addr add " + hand.address() + " dev eth0");
            hand.inRoom("ip link set eth0 up");
            HandStep packet = hand.inRoom("ping -c 1 " + hand.gateway());
            assertTrue(packet.result().success(), packet.toString());
            assertTrue(packet.picture().text().endsWith("a packet went and came back"));
        }
    }

    @Test
    void cablesThatLieOnTheHostAreTakenAwayEvenWhereTheHandsAreGone() {
        ByHand hand = ByHand.begin(docker);
        hand.onHost("ip link add " + hand.veth() + " type veth peer name " + hand.peer());
        docker.rm(Force.FORCE, hand.room(), hand.room().replace("room", "hands"));
        hand.cutCables();
        try (ByHand again = ByHand.begin(docker)) {
            assertFalse(again.onHost("ip -o link").result().stdout().contains(hand.veth() + "@"));
        }
    }
}
