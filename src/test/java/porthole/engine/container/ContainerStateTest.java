package porthole.engine.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.EngineFixture;
import porthole.engine.answer.ContainerUsage;
import porthole.engine.answer.Event;
import porthole.engine.answer.FileChange;
import porthole.engine.answer.Image;
import porthole.engine.answer.Volume;
import porthole.engine.api.EngineException;
import porthole.engine.flag.Force;
import porthole.engine.format.Inspection;
import porthole.network.Container;

/** The words for volumes, waiting, processes, limits, changes, images and events, on a real engine. */
@Tag("engine")
class ContainerStateTest {
    private final EngineFixture engine = new EngineFixture();
    private final String web = engine.name("web");

    ContainerStateTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private String refused(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(EngineException.class, call).getMessage();
    }

    /** As {@code docker ps --format '{{.Networks}}'} has the first two; of the third it prints nothing. */
    @Test
    void theListOfContainersSaysWhichHaveNoNetworkOfTheirOwn() {
        String host = engine.name("host");
        String guest = engine.name("guest");
        engine.docker.run(EngineFixture.TOOLS, c -> c.name(web).network("none").command("sleep", "infinity"));
        engine.docker.run(EngineFixture.TOOLS, c -> c.name(host).network("host").command("sleep", "infinity"));
        engine.docker.run(
                EngineFixture.TOOLS,
                c -> c.name(guest).network("container:" + web).command("sleep", "infinity"));
        String list = engine.docker
                .ps(p -> p.filter("name=" + engine.prefix))
                .outputs()
                .get(0)
                .data()
                .get("text/plain")
                .toString();
        assertTrue(list.matches("(?s).* none +" + web + ".*"), list);
        assertTrue(list.matches("(?s).* host +" + host + ".*"), list);
        assertTrue(list.matches("(?s).* container:" + web + " +" + guest + ".*"), list);
    }

    @Test
    void waitGivesTheExitCode() {
        engine.docker.run(EngineFixture.TOOLS, c -> c.name(web).command("sh", "-c", "sleep 1; exit 7"));
        assertEquals(7, engine.docker.wait(web));
        assertTrue(refused(() -> engine.docker.wait(web + "x")).contains("No container \"" + web + "x\""));
    }

    @Test
    void aContainerIsMadeWithoutBeingStarted() {
        Container made = engine.docker.create(
                EngineFixture.NGINX, c -> c.name(web).memory("32m").label("a", "b"));
        assertEquals("created", made.state());
        assertEquals("b", made.labels().get("a"));
        assertEquals(
                "docker create --name " + web + " --label a=b --memory 32m porthole/nginx", engine.commands.get(0));
        engine.docker.reset();
        assertEquals(0, engine.docker.ps(p -> p.all().filter("name=" + web)).size());
    }

    @Test
    void processesUsageAndChangesAreListed() {
        engine.docker.run(EngineFixture.TOOLS, c -> c.name(web).command("sleep", "infinity"));
        assertTrue(engine.docker.top(web).toString().contains("sleep infinity"));
        assertEquals(
                List.of("PID", "COMMAND"),
                engine.docker.top(web, "-o", "pid,comm").table().columns());
        ContainerUsage usage = engine.docker.stats(web).get(0);
        assertEquals(web, usage.container());
        assertTrue(usage.processes() >= 1 && usage.memoryLimit() > 0, usage::toString);
        engine.docker.exec(web, "touch", "/a-new-file");
        assertTrue(engine.docker.diff(web).contains(new FileChange("added", "/a-new-file")));
    }

    @Test
    void limitsAreChanged() {
        engine.docker.run(EngineFixture.NGINX, c -> c.name(web).memory("64m"));
        engine.docker.update(
                u -> u.memory("32m").option("--memory-swap", "64m").cpus(0.5).restart("on-failure:2"), web);
        Inspection now = engine.docker.inspect(web);
        assertEquals("33554432", now.get("HostConfig.Memory").text());
        assertEquals("500000000", now.get("HostConfig.NanoCpus").text());
        assertEquals("2", now.get("HostConfig.RestartPolicy.MaximumRetryCount").text());
        assertTrue(refused(() -> engine.docker.update(u -> {}, web)).contains("at least one limit"));
        assertTrue(
                refused(() -> engine.docker.update(u -> u.memory("lots"), web)).contains("\"lots\""));
    }

    @Test
    void aVolumeIsMadeListedUsedAndRemoved() {
        String data = engine.name("data");
        Volume made = engine.docker.volume.create(data, v -> v.label("who", "me"));
        assertEquals("me", made.labels().get("who"));
        assertEquals(
                List.of(data),
                engine.docker.volume.ls("label=who=me", "name=" + data).stream()
                        .map(Volume::name)
                        .toList());
        engine.docker.run(EngineFixture.NGINX, c -> c.name(web).volume(data + ":/data"));
        assertTrue(refused(() -> engine.docker.volume.rm(data)).contains("in use by " + web));
        engine.docker.rm(Force.FORCE, web);
        engine.docker.volume.rm(data);
        assertTrue(refused(() -> engine.docker.volume.inspect(data)).contains("No volume \"" + data + "\""));
        engine.docker.volume.rm(Force.FORCE, data);
        engine.docker.volume.create(data);
        engine.docker.reset();
        assertEquals(0, engine.docker.volume.ls("name=" + data).size(), "what a notebook made goes with it");
    }

    @Test
    void onlyOwnThingsArePruned() {
        try (EngineFixture other = new EngineFixture()) {
            other.docker.create(EngineFixture.NGINX, c -> c.name(other.name("theirs")));
            other.docker.volume.create(other.name("theirs"));
            engine.docker.create(EngineFixture.NGINX, c -> c.name(web));
            String data = engine.name("data");
            engine.docker.volume.create(data);
            assertEquals(List.of(web), engine.docker.containerPrune());
            assertEquals(List.of(data), engine.docker.volume.prune());
            assertEquals(
                    1, other.docker.volume.ls("name=" + other.name("theirs")).size());
            assertEquals(
                    1,
                    other.docker
                            .ps(p -> p.all().filter("name=" + other.name("theirs")))
                            .size());
            assertEquals(
                    2, engine.notes.stream().filter(n -> n.startsWith("Only ")).count(), engine.notes::toString);
        }
    }

    @Test
    void anImageIsCommittedTaggedAndRemoved() {
        String image = engine.name("shop") + ":1";
        engine.docker.run(EngineFixture.NGINX, c -> c.name(web));
        engine.docker.exec(web, "sh", "-c", "echo hello > /greeting");
        Image made = engine.docker.commit(web, image, c -> c.message("a try").change("ENV A=1"));
        try {
            assertTrue(made.tags().contains(image), made::toString);
            assertTrue(engine.notes.stream().anyMatch(n -> n.contains(image)), engine.notes::toString);
            assertTrue(engine.docker
                    .inspect("image", image)
                    .get("Config.Env")
                    .text()
                    .contains("A=1"));
            engine.docker.tag(image, engine.name("shop") + ":2");
            assertTrue(
                    refused(() -> engine.docker.tag(engine.name("none"), "x:1")).contains("was not found"));
        } finally {
            List<String> done = engine.docker.rmi(engine.name("shop") + ":2", image);
            assertTrue(done.contains("untagged: " + image), done::toString);
        }
        assertTrue(refused(() -> engine.docker.rmi(image)).contains("Image \"" + image + "\" was not found"));
    }

    @Test
    void whatHappenedIsListed() {
        engine.docker.run(EngineFixture.NGINX, c -> c.name(web));
        engine.docker.rm(Force.FORCE, web);
        Set<String> actions = engine.docker.events("10m", "container=" + web).stream()
                .map(Event::action)
                .collect(Collectors.toSet());
        assertTrue(actions.containsAll(Set.of("create", "start", "destroy")), actions::toString);
    }

    @Test
    void whatAnEngineRefusesIsASentence() {
        String n = engine.name("net");
        assertTrue(refused(() -> engine.docker.network.create("host")).contains("belongs to the engine itself"));
        assertTrue(refused(() ->
                        engine.docker.network.create(n, c -> c.driver("macvlan").option("parent", "nope0")))
                .contains("No network interface \"nope0\""));
        assertTrue(refused(() ->
                        engine.docker.network.create(n, c -> c.driver("macvlan").option("parent", "nope0.10")))
                .contains("No network interface \"nope0\""));
        assertTrue(refused(() -> engine.docker.run("", c -> c.name(web))).contains("\"\" is not a valid image name"));
        assertTrue(refused(() ->
                        engine.docker.run(EngineFixture.NGINX, c -> c.name(web).network("container:" + n)))
                .startsWith("No container \"" + n + "\""));
        assertTrue(!refused(() ->
                        engine.docker.run(EngineFixture.NGINX, c -> c.name(web).network("container:" + n)))
                .contains(web));
        engine.docker.run(EngineFixture.NGINX, c -> c.name(web));
        assertTrue(refused(() -> engine.docker.network.connect("none", web))
                .contains("cannot be connected to \"none\" while it is on another network (bridge)"));
        assertEquals(
                "There is no folder \"/nope\" in this container.",
                engine.docker.exec(web, "ls", e -> e.workdir("/nope")).stderr());
        assertTrue(refused(() -> engine.docker.network.connect("bridge", web, c -> c.ip6("fd00::9")))
                .contains("fd00::9"));
    }
}
