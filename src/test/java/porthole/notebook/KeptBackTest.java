package porthole.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Displayable;
import porthole.display.Language;
import porthole.display.MimeBundle;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;
import porthole.network.Underlay;
import porthole.picture.ClusterPicture;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;

/** What would answer a question is kept back until its check. */
class KeptBackTest {
    private boolean open = true;
    private final KeptBack kept = new KeptBack(() -> open);

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    private static String all(Displayable value) {
        return value.outputs().stream()
                .map(MimeBundle::data)
                .map(data -> data.values().toString())
                .reduce("", String::concat);
    }

    private static ClusterPicture cluster() {
        Lab one = Lab.engine().overlay("shop", "10.0.1.0/24", 4097).run("web", "nginx", "shop=10.0.1.2");
        Lab two = Lab.engine().overlay("shop", "10.0.1.0/24", 4097).run("client", "curl", "shop=10.0.1.4");
        return ClusterPicture.of(ClusterTopology.of(
                List.of("host1", "host2"),
                List.of(one.snapshot(), two.snapshot()),
                new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2"))));
    }

    @Test
    void aClustersPictureSaysNeitherItsAnswerNorWhetherNamesWork() {
        String told = all(cluster());
        assertTrue(told.contains("are on the overlay") && told.contains("call by name: yes"), told);
        String held = all(kept.of(cluster()));
        assertFalse(held.contains("are on the overlay") || held.contains("by name: yes"), held);
        assertTrue(held.contains("A question is open") && held.contains("10.0.1.4"), held);
        open = false;
        assertTrue(all(kept.of(cluster())).contains("are on the overlay"));
    }

    /** In cells, with the engine: a matrix, a ladder and a warning wait, and the check tells them all. */
    @Test
    @Tag("engine")
    void theCheckTellsWhatAMatrixALadderAndAWarningKeptBack() {
        String name = "kb" + ThreadLocalRandom.current().nextInt(100_000, 999_999);
        String question = "Does " + name + " reach a port that nobody listens on?";
        try (Session session = new Session(new NotebookExtension())) {
            try {
                run(session, "predict(\"" + question + "\", \"yes\", \"no\");");
                String warned = run(session, started(name + "-h", "host", ".publish(\"28077:80\")"))
                        + run(session, started(name, "bridge", ""))
                        + run(session, started(name + "-b", "bridge", ""));
                assertFalse(warned.contains("⚠"), warned);
                String measured = run(session, "matrix(\"" + name + "\", \"" + name + "-b\")")
                        + run(session, "why(\"" + name + "\", \"" + name + "-b:80\")");
                assertFalse(measured.contains("get through") || measured.contains("\n\n✗ "), measured);
                assertTrue(measured.contains("A question is open"), measured);
                String checked = run(session, "check(\"" + question + "\", () -> \"no\")");
                assertTrue(checked.contains("did not give away"), checked);
                assertTrue(
                        checked.contains("⚠") && checked.contains("get through") && checked.contains("\n\n✗ "),
                        checked);
                String after = run(session, "matrix(\"" + name + "\", \"" + name + "-b\")");
                assertTrue(after.contains("get through") && !after.contains("A question is open"), after);
            } finally {
                run(session, "lab.reset();");
            }
        }
    }

    private static String started(String name, String network, String more) {
        return "docker.run(\"porthole/tools\", c -> c.name(\"" + name + "\").network(\"" + network + "\")" + more
                + ".command(\"sleep\", \"infinity\"));";
    }

    private static String run(Session session, String code) {
        RecordedOutputs outputs = new RecordedOutputs();
        String value = Session.shows(session.run(code, outputs));
        return String.join("\n", outputs.displays) + "\n" + outputs.out() + outputs.err() + value;
    }
}
