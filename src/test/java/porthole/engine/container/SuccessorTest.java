package porthole.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;

/** A container is replaced by one of its name only when the new one can be. */
@Tag("engine")
class SuccessorTest {
    private final EngineFixture engine = new EngineFixture();
    private final String keep = engine.name("keep");
    private String id = "";

    SuccessorTest() {
        Language.use(Language.ENGLISH);
    }

    @BeforeEach
    void run() {
        id = engine.docker.run(EngineFixture.NGINX, c -> c.name(keep)).id();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String refused(Consumer<RunSpec> more) {
        engine.notes.clear();
        String sentence = assertThrows(
                        EngineException.class,
                        () -> engine.docker.run(EngineFixture.NGINX, c -> more.accept(c.name(keep))))
                .getMessage();
        assertEquals(id, engine.docker.inspect(keep).get("Id").text(), sentence);
        assertEquals("running", engine.docker.inspect(keep).get("State.Status").text(), sentence);
        assertFalse(engine.notes.stream().anyMatch(n -> n.contains("taken its place")), engine.notes::toString);
        assertEquals(1, engine.docker.ps(p -> p.all().filter("name=" + keep)).size(), "nothing half-made is left");
        return sentence;
    }

    @Test
    void aRequestThatCannotBeLeavesTheOldContainer() {
        refused(c -> c.ip("nonsense"));
        refused(c -> c.publish("99999:80"));
        refused(c -> c.network("nowhere-" + keep));
        refused(c -> c.network("container:" + keep));
        refused(c -> c.network("container:nobody-" + keep));
        refused(c -> c.macAddress("zz"));
        refused(c -> c.restart("sometimes"));
        refused(c -> c.option("--memory", "1b"));
        refused(c -> c.volume("relative:and:wrong:x"));
        refused(c -> c.workdir("not/absolute"));
        refused(c -> c.option("--runtime", "none-such"));
    }

    @Test
    void anImageThatDoesNotExistLeavesTheOldContainer() {
        engine.notes.clear();
        assertThrows(EngineException.class, () -> engine.docker.run("porthole/none-such", c -> c.name(keep)));
        assertEquals(id, engine.docker.inspect(keep).get("Id").text());
    }

    @Test
    void aPortThatAnotherHoldsLeavesTheOldContainer() throws IOException {
        var other = engine.docker.run(
                EngineFixture.NGINX, c -> c.name(engine.name("other")).publish("127.0.0.1::80"));
        int port = other.container().ports().get(0).hostPort();
        assertTrue(refused(c -> c.publish("127.0.0.1:" + port + ":80")).contains(engine.name("other")));
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            refused(c -> c.publish(held.getLocalPort() + ":80"));
        }
    }

    @Test
    void anAddressThatAnotherHoldsLeavesTheOldContainer() {
        String shop = engine.name("shop");
        engine.docker.network.create(shop, n -> n.subnet(engine.subnet()));
        engine.docker.run(
                EngineFixture.NGINX,
                c -> c.name(engine.name("other")).network(shop).ip(engine.address(9)));
        assertTrue(refused(c -> c.network(shop).ip(engine.address(9))).contains(engine.name("other")));
    }

    @Test
    void itsOwnPortsAndAddressGoToTheNewOne() {
        String shop = engine.name("shop");
        engine.docker.network.create(shop, n -> n.subnet(engine.subnet()));
        Consumer<RunSpec> same =
                c -> c.name(keep).network(shop).ip(engine.address(9)).publish("127.0.0.1::80");
        int port = engine.docker
                .run(EngineFixture.NGINX, same)
                .container()
                .ports()
                .get(0)
                .hostPort();
        engine.notes.clear();
        Run again = engine.docker.run(
                EngineFixture.NGINX,
                c -> c.name(keep).network(shop).ip(engine.address(9)).publish("127.0.0.1:" + port + ":80"));
        assertEquals(keep, again.name());
        assertTrue(engine.notes.stream().anyMatch(n -> n.contains("taken its place")), engine.notes::toString);
    }

    @Test
    void aStartThatFailsSaysThatTheOldContainerIsGone() {
        String sentence = assertThrows(
                        EngineException.class,
                        () -> engine.docker.run(
                                EngineFixture.NGINX, c -> c.name(keep).entrypoint("/no/such/program")))
                .getMessage();
        assertTrue(sentence.contains("was removed for it"), sentence);
        assertEquals(0, engine.docker.ps(p -> p.all().filter("name=" + keep)).size());
    }

    @Test
    void theNameOfAnotherNotebooksContainerSaysWhose() {
        try (EngineFixture second = new EngineFixture()) {
            String sentence = assertThrows(
                            EngineException.class, () -> second.docker.run(EngineFixture.NGINX, c -> c.name(keep)))
                    .getMessage();
            assertTrue(sentence.contains("which notebook \"engine test\" made"), sentence);
        }
    }
}
