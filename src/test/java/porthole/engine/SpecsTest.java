package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.command.ShellWords;
import porthole.engine.answer.Mapper;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.container.PublishedPorts;
import porthole.engine.container.RunRequest;
import porthole.engine.container.RunSpec;
import porthole.engine.image.StandIns;
import porthole.engine.network.ConnectSpec;
import porthole.engine.network.NetworkSpec;
import porthole.engine.owner.Owner;

class SpecsTest {
    @Test
    void aRunSaysTheCommandLineThatItEquals() {
        assertEquals(
                "docker run --detach --rm --name bridge --publish 81:80 nginx",
                new RunSpec("nginx").name("bridge").publish("81:80").rm().commandLine());
        assertEquals(
                "docker run --interactive --tty alpine sh -c 'echo it'\\''s'",
                new RunSpec("alpine")
                        .foreground()
                        .interactive()
                        .tty()
                        .command("sh", "-c", "echo it's")
                        .commandLine());
    }

    @Test
    void aNetworkSaysTheCommandLineThatItEquals() {
        assertEquals(
                "docker network create --driver bridge --subnet 10.9.0.0/24 --internal --label 'who=me too' shop",
                new NetworkSpec("shop")
                        .driver("bridge")
                        .subnet("10.9.0.0/24")
                        .internal()
                        .label("who", "me too")
                        .commandLine());
        assertEquals(
                "docker network connect --alias till --ip 10.9.0.9 shop test",
                new ConnectSpec("shop", "test").alias("till").ip("10.9.0.9").commandLine());
    }

    @Test
    void aNameInACallToBeTypedIsAJavaString() {
        String said = EngineSentences.SENTENCES.say(
                porthole.display.Language.ENGLISH, "network.exists", "a\"b\\c", "bridge", "-");
        assertTrue(said.contains("docker.network.rm(\"a\\\"b\\\\c\")"), said);
    }

    @Test
    void wordsSurviveQuotingAndSplitting() {
        List<String> words = List.of("a b", "it's", "\"$HOME\"", "", "back\\slash", "plain", "日本");
        assertEquals(words, ShellWords.split(ShellWords.join(words)));
        assertEquals(List.of("sh", "-c", "echo \"hi\" $X"), ShellWords.split("sh -c 'echo \"hi\" $X'"));
        assertThrows(EngineException.class, () -> new RunSpec("x").command("echo 'open"));
        assertEquals(List.of("sleep", "60", ""), new RunSpec("x").command("sleep 60 ''").command);
    }

    @Test
    void publishedPortsBecomeBindings() {
        PublishedPorts ports = new PublishedPorts(
                List.of("81:80", "127.0.0.1:53:53/udp", "443", "[::1]:90:90", "8000-8001:9000-9001"), List.of("9"));
        assertEquals("81", host(ports, "80/tcp").path("HostPort").asText());
        assertEquals("127.0.0.1", host(ports, "53/udp").path("HostIp").asText());
        assertEquals("", host(ports, "443/tcp").path("HostPort").asText());
        assertEquals("::1", host(ports, "90/tcp").path("HostIp").asText());
        assertEquals("8001", host(ports, "9001/tcp").path("HostPort").asText());
        PublishedPorts written =
                new PublishedPorts(List.of("published=81,target=80,protocol=UDP", "0:9/TCP"), List.of());
        assertEquals("81", host(written, "80/udp").path("HostPort").asText());
        assertEquals("", host(written, "9/tcp").path("HostPort").asText());
        assertEquals(7, ports.exposed.size());
        assertEquals(6, ports.bindings.size());
    }

    private static JsonNode host(PublishedPorts ports, String port) {
        return ports.bindings.path(port).path(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eighty",
                "80:0",
                "70000:80",
                "81:80/ip",
                "1:2:3:4",
                "90-80:80",
                "x:81:80",
                "published=81,goal=80"
            })
    void nonsenseIsNoPort(String text) {
        assertThrows(EngineException.class, () -> new PublishedPorts(List.of(text), List.of()));
    }

    @Test
    void aStandInsContainerRemembersTheImageThatWasAskedFor() {
        JsonNode body = RunRequest.of(new RunSpec("nginx:1.25"), "porthole/nginx", Map.of(Owner.SESSION, "s"));
        assertEquals("porthole/nginx", body.path("Image").asText());
        assertEquals("nginx:1.25", body.path("Labels").path(Mapper.ASKED_IMAGE).asText());
        assertEquals("s", body.path("Labels").path(Owner.SESSION).asText());
    }

    @Test
    void everyTagOfAKnownImageHasItsStandIn() {
        assertEquals("porthole/nginx", StandIns.of("nginx").orElseThrow());
        assertEquals(
                "porthole/nginx",
                StandIns.of("docker.io/library/nginx:1.25-alpine").orElseThrow());
        assertEquals("porthole/curl", StandIns.of("curlimages/curl:7.68.0").orElseThrow());
        assertEquals(true, StandIns.of("mynginx").isEmpty());
    }
}
