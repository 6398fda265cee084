package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.answer.Removed;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.Notices;
import porthole.engine.flag.All;
import porthole.engine.owner.Belongings;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.Guests;
import porthole.network.Container;

@Tag("engine")
class OwnershipTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;

    @AfterEach
    void close() {
        engine.close();
    }

    private boolean exists(String name) {
        return docker.ps(All.ALL).stream().anyMatch(c -> c.name().equals(name));
    }

    @Test
    void resetRemovesTheNewestFirstAndUnplugsOthers() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("one"))
                        .network(engine.name("shop"))
                        .volume(engine.name("box") + ":/box")
                        .command("sleep", "infinity"));
        try (EngineFixture other = new EngineFixture()) {
            String foreign = other.idle("foreign").name();
            other.docker.network.connect(engine.name("shop"), foreign);
            assertEquals(
                    List.of(
                            new Removed("container", engine.name("one")),
                            new Removed("endpoint", foreign + " – " + engine.name("shop")),
                            new Removed("network", engine.name("shop")),
                            new Removed("volume", engine.name("box"))),
                    List.copyOf(docker.reset()));
            Container left = other.docker.snapshot().container(foreign).orElseThrow();
            assertTrue(left.running());
            assertEquals(1, left.endpoints().size());
        }
        assertTrue(docker.reset().isEmpty());
    }

    @Test
    void aVolumeThatAMountNamesIsRemovedToo() {
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("one"))
                        .mount("type=volume,source=" + engine.name("box") + ",target=/box")
                        .command("sleep", "infinity"));
        assertTrue(docker.reset().contains(new Removed("volume", engine.name("box"))));
    }

    @Test
    void resetWaitsForContainersThatAreJustRemovingThemselves() {
        docker.network.create(engine.name("shop"), n -> n.subnet(engine.subnet()));
        docker.run(
                EngineFixture.TOOLS,
                c -> c.name(engine.name("brief"))
                        .rm()
                        .network(engine.name("shop"))
                        .command("true"));
        docker.reset();
        assertFalse(docker.network.ls().stream().anyMatch(n -> n.name().equals(engine.name("shop"))));
    }

    @Test
    void sweepRemovesWhatADeadKernelLeftAndNothingElse() {
        String mine = engine.idle("mine").name();
        KernelProcess me = KernelProcess.current();
        KernelProcess dead = new KernelProcess(me.machine(), me.boot(), me.namespace(), me.pid(), "1");
        KernelProcess elsewhere = new KernelProcess("another-machine", me.boot(), me.namespace(), 1, "1");
        Docker ofDead = as(dead);
        Docker ofElsewhere = as(elsewhere);
        try {
            ofDead.run(EngineFixture.TOOLS, c -> c.name(engine.name("dead")).command("sleep", "infinity"));
            ofElsewhere.run(
                    EngineFixture.TOOLS, c -> c.name(engine.name("else")).command("sleep", "infinity"));
            List<Removed> swept = List.copyOf(docker.sweep());
            assertTrue(swept.contains(new Removed("container", engine.name("dead"))), swept.toString());
            assertTrue(exists(mine));
            assertTrue(exists(engine.name("else")));
        } finally {
            ofDead.reset();
            ofElsewhere.reset();
        }
    }

    private static String cli(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
        return said.strip();
    }

    @Test
    void whatAnImageOrAPersonsLabelSaysRemovesNothing() throws Exception {
        String image = engine.prefix + "/app:1";
        KernelProcess me = KernelProcess.current();
        Docker dead = as(new KernelProcess(me.machine(), me.boot(), me.namespace(), me.pid(), "another"));
        try {
            String mine = engine.idle("mine").name();
            String deads = dead.run(
                            EngineFixture.TOOLS,
                            c -> c.name(engine.name("dead")).network("none").command("sleep", "infinity"))
                    .name();
            for (String from : List.of(mine, deads)) {
                Map<String, String> labels =
                        docker.snapshot().container(from).orElseThrow().labels();
                cli("commit", from, image);
                cli("run", "--detach", "--network", "none", "--name", from + "-prod", image, "sleep", "infinity");
                List<String> labelled = new ArrayList<>(List.of("network", "create", "--subnet", engine.subnet()));
                List<String> volume = new ArrayList<>(List.of("volume", "create"));
                labels.forEach((key, value) -> {
                    labelled.addAll(List.of("--label", key + "=" + value));
                    volume.addAll(List.of("--label", key + "=" + value));
                });
                labelled.add(from + "-net");
                volume.add(from + "-vol");
                cli(labelled.toArray(String[]::new));
                cli(volume.toArray(String[]::new));
                if (from.equals(mine)) {
                    docker.reset();
                } else {
                    docker.sweep();
                }
                assertFalse(exists(from));
                assertTrue(exists(from + "-prod"));
                assertTrue(docker.unrecorded().contains(new Removed("container", from + "-prod")));
                cli("network", "inspect", from + "-net");
                cli("volume", "inspect", from + "-vol");
                cli("rm", "--force", from + "-prod");
                cli("network", "rm", from + "-net");
                cli("volume", "rm", from + "-vol");
                cli("rmi", image);
            }
        } finally {
            dead.reset();
        }
    }

    @Test
    void whatWasBegunWhenItsKernelWasKilledIsSwept() throws Exception {
        KernelProcess me = KernelProcess.current();
        Owner owner = new Owner(
                UUID.randomUUID().toString(),
                "test",
                new KernelProcess(me.machine(), me.boot(), me.namespace(), me.pid(), "another"));
        Belongings killed =
                Belongings.of(owner, EngineAddress.find(System.getenv()).uri().toString());
        String label = Belongings.NONCE + "=" + killed.begin();
        String image = engine.prefix + "/begun:1";
        cli("create", "--name", engine.name("begun"), "--label", label, EngineFixture.TOOLS, "true");
        cli("commit", engine.name("begun"), image);
        cli("create", "--name", engine.name("copy"), image, "true");
        try {
            assertEquals(
                    List.of(new Removed("container", engine.name("begun"))),
                    docker.sweep().stream()
                            .filter(r -> r.name().startsWith(engine.prefix))
                            .toList());
            assertTrue(exists(engine.name("copy")));
        } finally {
            cli("rm", "--force", engine.name("begun"), engine.name("copy"));
            cli("rmi", image);
        }
    }

    @Test
    void aContainerThatAPersonLabelsAsAGuestIsInThePicture() throws Exception {
        String name = engine.name("labelled");
        cli("create", "--name", name, "--label", Guests.LABEL + "=true", EngineFixture.TOOLS, "true");
        try {
            assertTrue(docker.snapshot().container(name).isPresent());
        } finally {
            cli("rm", name);
        }
    }

    @Test
    void noLabelTellsTheMachinesId() throws IOException {
        Path file = Path.of("/etc/machine-id");
        assumeTrue(Files.isReadable(file));
        String id = Files.readString(file).strip();
        assertFalse(engine.owner.labels().toString().contains(id));
        KernelProcess me = KernelProcess.current();
        assertFalse(new KernelProcess("", "another boot", me.namespace(), 1, "1").surelyDead());
        assertTrue(new KernelProcess(me.machine(), "another boot", me.namespace(), 1, "1").surelyDead());
    }

    private static Docker as(KernelProcess process) {
        return Docker.connect(Notices.none(), new Owner(UUID.randomUUID().toString(), "test", process));
    }
}
