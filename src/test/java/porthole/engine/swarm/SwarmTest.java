package porthole.engine.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.EngineFixture;
import porthole.engine.EngineSetup;
import porthole.engine.answer.Node;
import porthole.engine.answer.Service;
import porthole.engine.answer.Task;
import porthole.network.Network;

/** A swarm of one engine: what its words do, and that nothing of it stays. */
@Tag("engine")
class SwarmTest extends EngineSetup {
    private JoinToken swarm() {
        return docker.swarm.init(s -> s.advertise("127.0.0.1"));
    }

    @Test
    void withoutASwarmEachWordSaysHowToGetOne() {
        String none = "This engine is in no swarm. docker.swarm.init() makes one of it";
        assertTrue(refusal(() -> docker.node.ls()).startsWith(none));
        assertTrue(refusal(() -> docker.service.ls()).startsWith(none));
        assertTrue(refusal(() -> docker.service.ps("web")).startsWith(none));
        assertTrue(refusal(() -> docker.service.create(EngineFixture.NGINX)).startsWith(none));
        assertTrue(refusal(() -> docker.swarm.joinToken()).startsWith(none));
        assertEquals("This engine is in no swarm, so there is none to leave.", refusal(() -> docker.swarm.leave()));
        assertTrue(refusal(() -> docker.network.create(engine.name("over"), n -> n.driver("overlay")))
                .contains("this engine is in none"));
    }

    @Test
    void aSwarmIsMadeOnceAndLeftByForceAndResetLeavesNothing() {
        List<String> before = networks();
        JoinToken token = swarm();
        assertEquals("127.0.0.1:2377", token.address());
        assertTrue(engine.commands.contains("docker swarm init --advertise-addr 127.0.0.1"));
        Node node = docker.node.ls().get(0);
        assertTrue(node.ready());
        assertEquals("Leader", node.manager());
        assertTrue(refusal(() -> docker.swarm.init()).contains("already, as a manager with address 127.0.0.1"));
        assertTrue(refusal(() -> docker.swarm.join(token)).contains("already, as a manager"));
        assertTrue(refusal(() -> docker.swarm.leave()).contains("docker.swarm.leave(FORCE)"));
        docker.reset();
        assertFalse(docker.swarm.active());
        assertEquals(before, networks());
    }

    @Test
    void aServiceRunsItsTasksAndTellsThemApart() {
        swarm();
        docker.network.create(engine.name("over"), n -> n.driver("overlay").attachable());
        Service web = docker.service.create(
                EngineFixture.NGINX,
                s -> s.name(engine.name("web"))
                        .replicas(2)
                        .network(engine.name("over"))
                        .dnsrr());
        assertEquals("2/2", web.replicas());
        assertEquals("dnsrr", web.endpointMode());
        List<Task> tasks = docker.service.ps(web.name());
        assertEquals(2, tasks.stream().filter(Task::running).count());
        assertEquals(
                2,
                tasks.stream().flatMap(t -> t.addresses().stream()).distinct().count());
        assertTrue(refusal(() -> docker.service.create(EngineFixture.NGINX, s -> s.name(web.name())))
                .contains("exists already"));
        assertTrue(refusal(() -> docker.service.ps(engine.name("wbe"))).contains("Did you mean \"" + web.name()));
        docker.network.create(engine.name("here"), n -> n.subnet(engine.subnet()));
        assertTrue(refusal(() -> docker.service.create(
                        EngineFixture.NGINX, s -> s.name(engine.name("local")).network(engine.name("here"))))
                .contains("A service joins only networks that span the swarm"));
        assertEquals(List.of(web.name()), docker.service.rm(web.name()));
        assertEquals(0, docker.service.ls().size());
    }

    @Test
    void aServiceThatCannotStartIsToldWithItsReason() {
        swarm();
        String sentence = refusal(() -> docker.service.create(
                EngineFixture.NGINX,
                s -> s.name(engine.name("bad")).restart("none").command("no-such-program")));
        assertTrue(sentence.contains("has 0/1 tasks running"), sentence);
        assertTrue(sentence.contains("no-such-program"), sentence);
    }

    @Test
    void aPublishedPortIsReadInBothForms() {
        String sentence = "is not a valid port for a service to publish";
        swarm();
        for (String bad : List.of("80:81:82", "0", "published=80", "http:80", "target=80,colour=red")) {
            assertTrue(
                    refusal(() -> docker.service.create(EngineFixture.NGINX, s -> s.publish(bad)))
                            .contains(sentence),
                    bad);
        }
        Service web = docker.service.create(
                EngineFixture.NGINX, s -> s.name(engine.name("web")).publish("published=18080,target=80,mode=host"));
        assertEquals(List.of("18080 → 80/tcp (host)"), web.ports());
    }

    @Test
    void aManagerThatDoesNotAnswerAndAWrongTokenAreTold() {
        assertTrue(refusal(() -> docker.swarm.join("SWMTKN-1-x", "127.0.0.1:2377"))
                .contains("The swarm does not accept this token"));
        assertTrue(refusal(() -> docker.swarm.init(s -> s.advertise("nonsense0")))
                .contains("\"nonsense0\" is not an address or interface of this engine"));
    }

    private List<String> networks() {
        return docker.network.ls().stream().map(Network::name).toList();
    }
}
