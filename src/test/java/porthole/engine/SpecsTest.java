package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import porthole.command.ShellWords;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineSentences;
import porthole.engine.container.RunSpec;
import porthole.engine.image.StandIns;
import porthole.engine.network.ConnectSpec;
import porthole.engine.network.NetworkSpec;

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
    void everyTagOfAKnownImageHasItsStandIn() {
        assertEquals("porthole/nginx", StandIns.of("nginx").orElseThrow());
        assertEquals(
                "porthole/nginx",
                StandIns.of("docker.io/library/nginx:1.25-alpine").orElseThrow());
        assertEquals("porthole/curl", StandIns.of("curlimages/curl:7.68.0").orElseThrow());
        assertEquals(true, StandIns.of("mynginx").isEmpty());
    }
}
