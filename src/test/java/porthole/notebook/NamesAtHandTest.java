package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.owner.Owner;
import porthole.jupyter.api.Completions;
import porthole.jupyter.java.JavaInterpreter;

/** Names of what is on the real engine, where a cell wants one. */
@Tag("engine")
class NamesAtHandTest {
    private static final String PREFIX = "pt" + UUID.randomUUID().toString().substring(0, 8);
    private static final String NETWORK = PREFIX + "-net";
    private static final String CONTAINER = PREFIX + "-web";

    private static Docker docker;
    private static JavaInterpreter java;

    @BeforeAll
    static void open() {
        docker = Docker.connect(Notices.none(), Owner.ofThisProcess("names test"));
        docker.network.create(NETWORK);
        docker.run("porthole/tools", c -> c.name(CONTAINER).command("sleep", "infinity"));
        java = new JavaInterpreter(List.of(new NotebookExtension()));
        java.warmUp();
    }

    @AfterAll
    static void close() {
        java.close();
        SharedEngine.close();
        docker.reset();
        docker.close();
    }

    private static List<String> complete(String code) {
        return java.complete(code, code.length()).items().stream()
                .map(Completions.Item::text)
                .toList();
    }

    @Test
    void theFirstTabOfAkernelKnowsTheNames() {
        SharedEngine.close();
        try (JavaInterpreter fresh = new JavaInterpreter(List.of(new NotebookExtension()))) {
            String code = "docker.network.rm(\"" + PREFIX;
            assertEquals(
                    List.of(NETWORK),
                    fresh.complete(code, code.length()).items().stream()
                            .map(Completions.Item::text)
                            .toList());
        }
    }

    @Test
    void noFileIsOfferedWhereAnameIsWanted() {
        assertEquals(List.of(), complete("docker.network.rm(\"no-such-"));
        assertEquals(List.of(), complete("why(\"po"));
        assertEquals(List.of(), complete("%maven "));
        assertTrue(complete("%load po").contains("pom.xml"));
    }

    @Test
    void stringsAreCompletedByWhatTheParameterWants() {
        assertEquals(List.of(NETWORK), complete("docker.network.rm(\"" + PREFIX));
        assertEquals(List.of(NETWORK), complete("docker.network.connect(\"" + PREFIX));
        assertEquals(List.of(CONTAINER), complete("docker.network.connect(\"" + NETWORK + "\", \"" + PREFIX));
        assertEquals(List.of(CONTAINER), complete("docker.exec(\"" + PREFIX));
        assertEquals(List.of(CONTAINER), complete("docker.stop(\"some\", \"" + PREFIX));
        assertEquals(List.of(NETWORK, CONTAINER), complete("topology(\"" + PREFIX));
        assertEquals(List.of(NETWORK, CONTAINER), complete("docker.inspect(\"" + PREFIX));
        assertTrue(complete("docker.run(\"porthole/too").contains("porthole/tools"));
        assertEquals(List.of(NETWORK), complete("docker.run(\"nginx\", c -> c.name(\"web\").network(\"" + PREFIX));
    }

    @Test
    void aNewNameIsNotTakenFromTheEngine() {
        assertEquals(List.of(), complete("docker.network.create(\"" + PREFIX));
        assertEquals(List.of(), complete("docker.run(\"nginx\", c -> c.name(\"" + PREFIX));
    }

    @Test
    void commandLinesAreCompletedTheSameWay() {
        assertEquals(List.of(NETWORK), complete("%docker network inspect " + PREFIX));
        assertEquals(List.of(CONTAINER), complete("%docker exec " + PREFIX));
        assertEquals(List.of(NETWORK), complete("%%docker\ndocker ps\ndocker run -d --network " + PREFIX));
    }
}
