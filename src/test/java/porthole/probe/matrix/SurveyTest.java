package porthole.probe.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.flag.Force;
import porthole.network.Container;
import porthole.network.Snapshot;

@Tag("engine")
class SurveyTest {
    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final String web = engine.name("web");
    private final String test = engine.name("test");
    private final String shop = engine.name("shop");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void withoutRightsOneGuestInEachSaysTheSame() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        docker.run(EngineFixture.NGINX, c -> c.name(web).network(shop));
        docker.run(EngineFixture.NGINX, c -> c.name(test));
        Snapshot snapshot = docker.snapshot();
        Survey survey = new Survey(docker, 1000);
        Container called = snapshot.container(web).orElseThrow();
        Survey.Source one = source("a", called);
        Survey.Source two = source("b", snapshot.container(test).orElseThrow());
        List.of(one, two).forEach(survey::source);
        String address = called.endpoints().get(0).address().orElseThrow();
        survey.ask(two, address, "echo");
        survey.ask(one, "127.0.0.1", "tcp/81");
        survey.askOpen(one, "127.0.0.1", one);
        survey.name(one, web);
        Survey.Answers together = survey.run();
        Survey.Answers apart = survey.one();
        assertEquals(together.outcomes(), apart.outcomes());
        assertEquals(together.names(), apart.names());
        assertEquals(Optional.of("dropped"), together.outcome("b", address, "echo"));
        assertEquals(Optional.of("reached"), together.outcome("a", "127.0.0.1", "tcp/80"));
        assertEquals(Optional.of("refused"), together.outcome("a", "127.0.0.1", "tcp/81"));
        assertEquals(List.of(address), together.names().get("a " + web));
    }

    @Test
    void whoHasEndedBeforeItIsAskedLeavesTheOthersTheirAnswers() {
        docker.network.create(shop, n -> n.subnet(engine.subnet()));
        String gone = engine.name("gone");
        List.of(web, test, gone)
                .forEach(name -> docker.run(
                        EngineFixture.TOOLS, c -> c.name(name).network(shop).command("sleep", "infinity")));
        List<Survey.Source> sources = List.of(source(web), source(test), source(gone));
        docker.kill(test);
        docker.rm(Force.FORCE, gone);
        Survey survey = new Survey(docker, 400);
        sources.forEach(survey::source);
        survey.ask(sources.get(0), "127.0.0.1", "tcp/9");
        for (Survey.Answers answers : List.of(survey.run(), survey.one())) {
            assertEquals(Set.of(test, gone), answers.failed());
            assertEquals(Optional.of("refused"), answers.outcome(web, "127.0.0.1", "tcp/9"));
        }
    }

    private Survey.Source source(String name) {
        return source(name, docker.snapshot().container(name).orElseThrow());
    }

    private Survey.Source source(String id, Container container) {
        int process = docker.inside(List.of(container)).get(container.id()).process();
        return new Survey.Source(id, Optional.of(container), process);
    }
}
