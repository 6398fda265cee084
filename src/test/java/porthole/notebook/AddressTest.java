package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static porthole.network.IpFamily.IPV4;
import static porthole.network.IpFamily.IPV6;
import static porthole.notebook.Words.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.EngineFixture;
import porthole.engine.api.EngineException;
import porthole.engine.flag.Force;
import porthole.jupyter.api.Completions;
import porthole.jupyter.java.JavaInterpreter;

/** The word {@code address(…)} in both families, beside what {@code ip} says inside the container. */
@Tag("engine")
class AddressTest {
    private static EngineFixture engine;
    private static String net;
    private static String web;

    @BeforeAll
    static void open() {
        Language.use(Language.ENGLISH);
        engine = new EngineFixture();
        net = engine.name("six");
        web = engine.name("web");
        String six = "fd" + engine.prefix.substring(2, 4) + ":" + engine.prefix.substring(4, 8) + "::/64";
        engine.docker.network.create(net, n -> n.subnet(engine.subnet()).ipv6().subnet(six));
        engine.docker.run(EngineFixture.TOOLS, c -> c.name(web).network(net).command("sleep", "infinity"));
        engine.idle("four");
    }

    @AfterAll
    static void close() {
        SharedEngine.close();
        engine.close();
    }

    private static String inside(String family) {
        return engine.docker
                .exec(
                        web,
                        "sh",
                        "-c",
                        "ip " + family + " -o addr show dev eth0 scope global | awk '{print $4}' | cut -d/ -f1")
                .toString()
                .strip();
    }

    private static String refusal(Runnable asked) {
        return String.valueOf(assertThrows(EngineException.class, asked::run).getMessage());
    }

    @Test
    void anAddressIsOfVersionFourUnlessSixIsAskedFor() {
        assertEquals(inside("-4"), address(web));
        assertEquals(inside("-6"), address(web, IPV6));
        assertEquals(inside("-4"), address(web, net, IPV4));
        assertEquals(inside("-6"), address(web, net, IPV6));
    }

    @Test
    void aFamilyThatIsNotThereIsRefusedWithTheOneThatIs() {
        String four = engine.name("four");
        String said = refusal(() -> address(four, IPV6));
        assertTrue(said.contains("has no IPv6 address") && said.endsWith("address(\"" + four + "\")."), said);
        engine.docker.network.connect(net, four);
        said = refusal(() -> address(four, IPV6));
        assertTrue(said.contains("address(\"" + four + "\", \"bridge\", IPV6)"), said);
        said = refusal(() -> address(four, "bridge", IPV6));
        assertTrue(said.endsWith("address(\"" + four + "\", \"bridge\")."), said);
        assertTrue(address(four, net, IPV6).startsWith("fd"));
        engine.docker.network.disconnect(net, four);
    }

    @Test
    void whoHasNoAddressIsToldTheOneCauseThatHolds() {
        Map<String, String> causes = new LinkedHashMap<>();
        causes.put("host", "uses the host's network (host mode)");
        causes.put("none", "it is on no network: it has only lo.");
        causes.put("container:" + web, "shares the network of another container");
        causes.forEach((mode, cause) -> {
            String name = engine.name("mode");
            engine.docker.run(
                    EngineFixture.TOOLS, c -> c.name(name).network(mode).command("sleep", "infinity"));
            String said = refusal(() -> address(name));
            assertTrue(said.contains(cause) && !said.contains(" or "), said);
            engine.docker.rm(Force.FORCE, name);
        });
        String four = engine.name("four");
        assertEquals(
                "Container \"" + web + "\" is not on the network \"bridge\". It is on: " + net + ".",
                refusal(() -> address(web, "bridge")));
        engine.docker.stop(s -> s.timeout(0), four);
        assertTrue(refusal(() -> address(four)).endsWith("because it is not running (exited)."));
        engine.docker.start(four);
    }

    @Test
    void aCellKnowsTheFamiliesWithoutAnImport() {
        try (JavaInterpreter java = new JavaInterpreter(List.of(new NotebookExtension()))) {
            String code = "address(\"" + web + "\", IPV";
            List<String> offered = java.complete(code, code.length()).items().stream()
                    .map(Completions.Item::text)
                    .toList();
            assertTrue(offered.containsAll(List.of("IPV4", "IPV6")), offered.toString());
        }
    }
}
