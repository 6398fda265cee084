package porthole.engine.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineSetup;
import porthole.engine.answer.Engine;
import porthole.engine.answer.Mapper;
import porthole.engine.api.EngineVersion;
import porthole.engine.api.ExecResult;
import porthole.engine.container.Run;
import porthole.engine.flag.All;

/** Where the hub answers, its images are used and there is nothing to see here. */
@Tag("engine")
class ImagesTest extends EngineSetup {
    @Test
    void withoutAHubAStandInIsUsedAndToldOnce() {
        assumeTrue(docker.images().stream().noneMatch(i -> i.tags().contains("nginx:latest")));
        Run first = docker.run("nginx", c -> c.name(engine.name("one")).rm());
        Run second = docker.run("nginx", c -> c.name(engine.name("two")).rm());
        assumeTrue(first.container().labels().containsKey(Mapper.ASKED_IMAGE), "the hub answered");
        assertEquals(
                List.of("nginx", "nginx"),
                List.of(first.container().image(), second.container().image()));
        assertEquals(
                List.of(
                        "No registry answers. Images built from Debian packages are used instead: porthole/nginx for nginx."),
                engine.notes);
        assertTrue(docker.pull("curlimages/curl:7.68.0").tags().contains("porthole/curl:latest"));
    }

    @Test
    void theNoticeOfAToolsImageNamesWhatItsStandInLacks() {
        engine.idle("tools");
        for (String image : List.of("nicolaka/netshoot", "busybox", "alpine:3.19", "ubuntu", "debian:12")) {
            assertEquals(List.of(), found(StandIns.lacking(image)), image);
            assertFalse(StandIns.lacking(image).isEmpty(), image);
        }
        assertEquals(List.of("ip", "curl", "tcpdump"), found(List.of("ip", "curl", "tcpdump")));
        assertEquals(List.of(), StandIns.lacking("nginx"));
        assumeTrue(docker.images().stream().noneMatch(i -> i.tags().contains("nicolaka/netshoot:latest")));
        Run run = docker.run(
                "nicolaka/netshoot", c -> c.name(engine.name("shoot")).rm());
        assumeTrue(run.container().labels().containsKey(Mapper.ASKED_IMAGE), "the hub answered");
        String said = String.join("\n", engine.notes);
        assertTrue(
                said.contains(
                        "porthole/tools for nicolaka/netshoot. They have fewer programs than the originals: no dig, "),
                said);
    }

    @Test
    void whatALessonNeedsIsToldInOneNoteAndNotAgain() {
        List<String> images = List.of("nginx", "nicolaka/netshoot", "ubuntu");
        assumeTrue(docker.images().stream()
                .flatMap(i -> i.tags().stream())
                .noneMatch(tag -> tag.matches("(nginx|nicolaka/netshoot|ubuntu):latest")));
        docker.prepare(images);
        Run run = docker.run("ubuntu", c -> c.name(engine.name("later")).rm().command("sleep", "60"));
        assumeTrue(run.container().labels().containsKey(Mapper.ASKED_IMAGE), "the hub answered");
        assertEquals(1, engine.notes.size(), engine.notes.toString());
        images.forEach(image -> assertTrue(engine.notes.get(0).contains(" for " + image), engine.notes.get(0)));
    }

    /** Those of {@code programs} that are there, asked of the image itself. */
    private List<String> found(List<String> programs) {
        String each =
                "for p in " + String.join(" ", programs) + "; do command -v $p > /dev/null && echo $p; done; true";
        return docker.exec(engine.name("tools"), "sh", "-c", each)
                .toString()
                .lines()
                .toList();
    }

    @Test
    void anUnknownImageIsToldWithTheNearestName() {
        String said = refusal(() -> docker.run("porthole/ngnix", c -> c.name(engine.name("x"))));
        assertTrue(
                said.startsWith("Image \"porthole/ngnix\" is not here")
                        || said.startsWith("Image \"porthole/ngnix\" was not found"),
                said);
        assertTrue(said.endsWith("Did you mean \"porthole/nginx\"?"), said);
        assertTrue(docker.ps(All.ALL).stream().noneMatch(c -> c.name().equals(engine.name("x"))));
        assertTrue(refusal(() -> docker.pull("a b")).startsWith("\"a b\" is not a valid image"));
    }

    @Test
    void theEngineTellsWhatItIs() {
        Engine info = docker.info();
        assertTrue(info.networkDrivers().containsAll(List.of("bridge", "host", "null")));
        assertTrue(info.toString().contains("network drivers"));
        EngineVersion version = docker.version();
        assertEquals(version.api(), info.host().apiVersion());
        assertEquals(version.engine(), info.host().engineVersion());
    }

    @Test
    void aCommandThatOnlyTheCommandLineKnowsIsHandedOver() {
        ExecResult result = docker.cli(List.of("volume", "ls", "--format", "{{.Name}} {{.Driver}}"));
        assertEquals(0, result.exitCode());
        assertEquals("docker volume ls --format '{{.Name}} {{.Driver}}'", engine.commands.get(0));
        assertEquals(1, docker.cli(List.of("inspect", "no-such-thing-at-all")).exitCode());
    }

    /** A label alone owns nothing: what the program creates is not in the session's record. */
    @Test
    void whatTheCommandLineCreatesStaysAfterAReset() {
        String data = engine.name("data");
        try {
            assertEquals(0, docker.cli(List.of("volume", "create", data)).exitCode());
            assertEquals(Map.of(), docker.volume.ls("name=" + data).get(0).labels());
            docker.reset();
            assertEquals(1, docker.volume.ls("name=" + data).size());
        } finally {
            docker.volume.rm(data);
        }
    }
}
