package porthole.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.engine.answer.Node;
import porthole.engine.answer.Task;
import porthole.engine.api.EngineException;
import porthole.engine.api.Notices;
import porthole.engine.cluster.ClusterFolder;
import porthole.engine.cluster.NamespaceHosts;
import porthole.engine.flag.Force;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Underlay;
import porthole.network.Vxlan;

/** Several engines on this machine, for real, in both of the ways. */
@Tag("engine")
public class ClusterTest extends EngineSetup {
    private Cluster cluster(String kind) {
        Assumptions.assumeTrue(
                kind.equals("containers") || NamespaceHosts.missing().isEmpty(),
                "hosts in namespaces want root on Linux");
        return docker.cluster(2, kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces", "containers"})
    void containersOnTwoHostsTalkByNameOverAnOverlay(String kind) throws Exception {
        List<String> before = things();
        Cluster hosts = cluster(kind);
        assertEquals(List.of("host1", "host2"), hosts.names());
        assertEquals(
                List.of("host1", "host2"),
                hosts.get(0).node.ls().stream().map(Node::hostname).toList());
        assertEquals(
                hosts.addresses(),
                hosts.get(0).node.ls().stream().map(Node::address).toList());
        Network shop =
                hosts.get(0).network.create("shop", n -> n.driver("overlay").attachable());
        assertEquals("overlay", shop.driver());
        assertTrue(shop.pool().isPresent());
        hosts.get(0).run(EngineFixture.NGINX, c -> c.name("web").network("shop"));
        hosts.get(1)
                .run(EngineFixture.TOOLS, c -> c.name("client").network("shop").command("sleep", "infinity"));
        assertTrue(hosts.get("host2").exec("client", "curl -s --max-time 5 web").success());
        List<Vxlan> heard = hosts.capture(() -> hosts.get(1).exec("client", "curl -s --max-time 5 web"));
        Vxlan request = heard.stream()
                .filter(p -> p.inner().says().contains("GET / HTTP/1.1"))
                .findFirst()
                .orElseThrow();
        assertEquals(hosts.addresses().get(1), request.source());
        assertEquals(hosts.addresses().get(0), request.destination());
        assertEquals(Underlay.VXLAN_PORT, request.port());
        assertEquals(address(hosts.get(1), "client"), request.inner().source());
        assertEquals(address(hosts.get(0), "web"), request.inner().destination());
        assertEquals(
                heard.size(), heard.stream().map(Vxlan::toString).distinct().count());
        hosts.get(0).network.create("closed", n -> n.driver("overlay"));
        assertTrue(refusal(() ->
                        hosts.get(0).run(EngineFixture.NGINX, c -> c.name("no").network("closed")))
                .startsWith("On host1: The overlay \"closed\" accepts only the tasks of services."));
        assertEquals(List.of("client"), names(hosts.get(1)));
        assertEquals(List.of("web"), names(hosts.get(0)));
        docker.reset();
        assertEquals(before, things());
        assertEquals(List.of(), ours());
    }

    /** No name server answers there; without an answer, a program looks for 10 s and more. */
    @Test
    void onAClusterTheDnsSaysAtOnceThatNobodyHasAName() throws Exception {
        Cluster hosts = cluster("namespaces");
        Docker manager = hosts.get(0);
        manager.network.create("shop");
        manager.run(EngineFixture.TOOLS, c -> c.name("client").network("shop").command("sleep", "infinity"));
        var looked = manager.exec("client", "timeout 4 getent ahostsv4 nobody");
        assertEquals(2, looked.exitCode(), looked.toString());
        docker.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces", "containers"})
    void aServiceHasItsTasksOnBothHosts(String kind) {
        Cluster hosts = cluster(kind);
        Docker manager = hosts.get(0);
        manager.network.create("shop", n -> n.driver("overlay").attachable());
        manager.service.create(
                "nginx",
                s -> s.name("web").replicas(2).maxPerNode(1).network("shop").dnsrr());
        List<Task> tasks = manager.service.ps("web");
        assertEquals(
                List.of("host1", "host2"),
                tasks.stream().filter(Task::running).map(Task::node).sorted().toList());
        hosts.get(1)
                .run(EngineFixture.TOOLS, c -> c.name("client").network("shop").command("sleep", "infinity"));
        String found = hosts.get(1).exec("client", "getent ahostsv4 web").stdout();
        tasks.forEach(task -> assertTrue(found.contains(task.addresses().get(0)), found + task));
    }

    @ParameterizedTest
    @ValueSource(strings = {"namespaces", "containers"})
    void aHostThatDiesIsNamedAndTheRestGoesOnAndEnds(String kind) {
        List<String> before = things();
        Cluster hosts = cluster(kind);
        kill(kind);
        String gone = refusal(() -> hosts.get(1).ps());
        assertTrue(gone.startsWith("Host \"host2\" of the cluster does not answer any more"), gone);
        assertEquals("host1", hosts.get(0).info().host().name());
        assertEquals("", hosts.addresses().get(1));
        docker.reset();
        assertEquals(before, things());
    }

    private void kill(String kind) {
        if (kind.equals("containers")) {
            String host = docker.ps().stream()
                    .map(Container::name)
                    .filter(n -> n.endsWith("-host2"))
                    .findFirst()
                    .orElseThrow();
            docker.kill(host);
            return;
        }
        ProcessHandle.current()
                .descendants()
                .filter(p -> p.info().commandLine().orElse("").contains("/host2/docker.sock"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatNoClusterCanBeIsToldBeforeAnythingIsMade() {
        assertEquals("A cluster has 2 to 7 hosts, not 1.", refusal(() -> docker.cluster(1)));
        assertTrue(refusal(() -> docker.cluster(2, "clouds")).contains("\"containers\" or \"namespaces\""));
        assertTrue(refusal(() -> docker.cluster("only-one")).startsWith("A cluster takes two engines or more"));
        assertTrue(refusal(() -> docker.cluster("no-such-context", "other")).startsWith("No Docker context"));
        assertEquals(List.of(), ours());
    }

    @Test
    void anUnknownHostIsToldWithThoseThatThereAre() {
        Cluster hosts = docker.cluster(2);
        assertEquals(
                "No host 2 in this cluster: they are numbered from 0 to 1 (host1, host2).",
                refusal(() -> hosts.get(2)));
        assertTrue(refusal(() -> hosts.get("hots1")).endsWith("Did you mean \"host1\"?"));
        whatAHostRefusesNamesItAndTheWordsForIt(hosts.get(1));
    }

    private static void whatAHostRefusesNamesItAndTheWordsForIt(Docker host) {
        host.network.create("shop", n -> n.subnet("10.99.1.0/24"));
        assertEquals(
                "On host2: A network \"shop\" exists already (driver bridge, subnet 10.99.1.0/24). Use it, remove it with"
                        + " hosts.get(\"host2\").network.rm(\"shop\"), or choose another name.",
                refusal(() -> host.network.create("shop")));
        assertTrue(
                refusal(() -> host.network.connect("shop", "nobody")).startsWith("On host2: No container \"nobody\""));
    }

    @Test
    void anotherClusterTakesThePlaceOfTheFormer() {
        Cluster first = docker.cluster(2);
        docker.cluster(3);
        assertThrows(EngineException.class, () -> first.get(0).ps());
        assertEquals(1, ours().size());
        assertEquals(
                List.of("The former cluster (host1, host2) has ended: a session has one cluster at a time."),
                engine.notes.stream().filter(n -> n.contains("cluster")).toList());
    }

    @Test
    void enginesThatExistAlreadyMakeAClusterAndAreLeftAsTheyWere() {
        Cluster machines = docker.cluster(2, "containers");
        List<String> engines =
                machines.engines().stream().map(a -> a.uri().toString()).toList();
        machines.subList(0, 2).forEach(m -> m.swarm.leave(Force.FORCE));
        List<Integer> before = machines.stream().map(m -> m.network.ls().size()).toList();
        try (EngineFixture other = new EngineFixture()) {
            Cluster hosts = other.docker.cluster(engines.get(0), engines.get(1));
            assertEquals(machines.addresses(), hosts.addresses());
            hosts.get(0).network.create("shop", n -> n.driver("overlay").attachable());
            assertEquals(2, hosts.get(0).node.ls().size());
        }
        machines.forEach(m -> assertFalse(m.swarm.active()));
        assertEquals(before, machines.stream().map(m -> m.network.ls().size()).toList());
    }

    @Test
    void whatAKilledKernelLeavesInNamespacesEndsByItself() throws Exception {
        Assumptions.assumeTrue(NamespaceHosts.missing().isEmpty(), "hosts in namespaces want root on Linux");
        Process kernel = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Left.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ClusterFolder folder = new ClusterFolder(Path.of(kernel.inputReader().readLine()));
        ProcessHandle holder = KernelProcess.of(folder.read("start.process"))
                .flatMap(p -> ProcessHandle.of(p.pid()))
                .orElseThrow();
        assertTrue(Files.exists(folder.path().resolve("host2/data")));
        kernel.destroyForcibly();
        holder.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(Files.exists(folder.path()));
    }

    /** Makes a cluster, says where, and waits to be killed. */
    static final class Left {
        public static void main(String[] arguments) throws Exception {
            Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("killed"));
            docker.cluster(2, "namespaces");
            String me = KernelProcess.current().label();
            ClusterFolder mine = ClusterFolder.all().stream()
                    .filter(f -> f.read("owner").equals(me))
                    .findFirst()
                    .orElseThrow();
            System.out.println(mine.path());
            Thread.sleep(60_000);
        }
    }

    /** The folders of this session's clusters. */
    private List<ClusterFolder> ours() {
        return ClusterFolder.all().stream()
                .filter(f -> f.isOf(engine.owner.session()))
                .toList();
    }

    private static String address(Docker docker, String container) {
        return docker.snapshot()
                .container(container)
                .orElseThrow()
                .endpoint("shop")
                .orElseThrow()
                .address()
                .orElseThrow();
    }

    private static List<String> names(Docker docker) {
        return docker.ps().stream().map(Container::name).toList();
    }

    private List<String> things() {
        List<String> things = new java.util.ArrayList<>(names(docker));
        docker.network.ls().stream().map(Network::name).forEach(things::add);
        return things;
    }
}
