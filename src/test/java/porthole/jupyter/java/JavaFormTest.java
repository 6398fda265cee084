package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.notebook.NotebookExtension;

/** The call in Java that is shown under a {@code %docker} line, held against the command that the call itself tells. */
@Tag("engine")
class JavaFormTest {
    private static final String NAME = "jf" + UUID.randomUUID().toString().substring(0, 8);
    private static Session session;

    @BeforeAll
    static void open() {
        Attached.now();
        Language.use(Language.ENGLISH);
        session = new Session(new NotebookExtension());
    }

    @AfterAll
    static void close() {
        session.shows("lab.reset()");
        session.java.close();
    }

    /** A line and what undoes it, so that the call can do the same again. */
    private record Typed(String line, String undo) {}

    private static final List<Typed> LINES = List.of(
            new Typed("network create --subnet 10.214.7.0/24 NAME-n", "docker.network.rm(\"NAME-n\")"),
            new Typed(
                    "run --detach --name NAME --network NAME-n --network-alias shop porthole/tools sleep infinity",
                    "docker.rm(FORCE, \"NAME\")"),
            new Typed("exec NAME ls /sys/class/net", ""),
            new Typed("exec NAME sh -c 'echo \"a b\" > /tmp/x'", ""),
            new Typed("exec --user nobody NAME id", ""),
            new Typed("ps", ""),
            new Typed("ps --all --filter name=NAME", ""),
            new Typed("network ls --filter driver=bridge", ""),
            new Typed("inspect NAME | grep -i ipaddress", ""),
            new Typed("network inspect NAME-n", ""),
            new Typed("logs --tail 1 NAME", ""),
            new Typed("network disconnect NAME-n NAME", "docker.network.connect(\"NAME-n\", \"NAME\")"),
            new Typed("network connect --alias back NAME-n NAME", "docker.network.disconnect(\"NAME-n\", \"NAME\")"),
            new Typed("stop --timeout 0 NAME", "docker.start(\"NAME\")"),
            new Typed("rm --force NAME", "docker.run(\"porthole/tools\", c -> c.name(\"NAME\"))"),
            new Typed("network rm NAME-n", "docker.network.create(\"NAME-n\")"));

    @Test
    void theCallShownUnderALineDoesJustTheSame() {
        for (Typed typed : LINES) {
            String line = typed.line().replace("NAME", NAME);
            List<String> shown = shown("%docker " + line);
            String call = shown.stream()
                    .filter(text -> text.startsWith("Java: "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no call under " + line + ": " + shown));
            if (!typed.undo().isEmpty()) {
                shown(typed.undo().replace("NAME", NAME) + ";");
            }
            List<String> told = shown(call.substring("Java: ".length()));
            assertEquals("$ docker " + line.replaceFirst(" \\|.*", ""), told.get(0), call);
        }
    }

    @Test
    void aLineThatNoCallEqualsHasNoneUnderIt() {
        for (String line :
                List.of("ps --quiet", "network ls | wc -l", "inspect bridge none", "network ls | grep bridge")) {
            assertTrue(shown("%docker " + line).stream().noneMatch(text -> text.contains("Java: ")), line);
        }
    }

    private static List<String> shown(String cell) {
        RecordedOutputs outputs = new RecordedOutputs();
        Session.shows(session.run(cell, outputs));
        return outputs.displays.stream()
                .map(text -> text.replaceFirst("^display ", ""))
                .toList();
    }
}
