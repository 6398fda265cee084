package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import porthole.jupyter.java.evaluate.Preferences;
import porthole.jupyter.java.run.JdkHooks;

/**
 * What OpenJDK's tests evaluate, in the JDK's JShell and in cells. {@code kernel/jshell-tests} fetches the tests and runs
 * this; {@code -Dporthole.jshell.only=REGEX} chooses sessions.
 */
class JShellReplayTest {
    private static final String FOLDER = System.getProperty("porthole.jshell.tests", "");
    private static final String ONLY = System.getProperty("porthole.jshell.only", ".*");

    /** As JShell does it, which knows no semicolon that hides. */
    private static final Preferences SHOWING = Preferences.of(Map.of("PORTHOLE_SEMICOLON", "shows"));

    private final Map<String, Integer> sums = new TreeMap<>();
    private final List<String> differ = new ArrayList<>();
    private int count;
    private final Map<Pattern, String> reasons = new LinkedHashMap<>();

    @BeforeAll
    static void attach() {
        Attached.now();
        JdkHooks.place();
    }

    @Test
    void cellsMeanWhatTheyMeanInJShell() throws Exception {
        assumeTrue(!FOLDER.isEmpty(), "kernel/jshell-tests fetches what this replays");
        List<JdkSnippets.Recorded> sessions = JdkSnippets.of(Path.of(FOLDER));
        assertTrue(sessions.size() > 100, sessions.size() + " sessions in " + FOLDER);
        readReasons();
        for (JdkSnippets.Recorded session : sessions) {
            if (session.name().matches(ONLY)) {
                replay(session);
            }
        }
        sums.forEach((what, number) -> System.out.println(number + " " + what));
        assertEquals("", String.join("\n", differ));
    }

    private void readReasons() throws IOException {
        try (InputStream in = JShellReplayTest.class.getResourceAsStream("jshell-replay.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" #= ", 2))
                    .forEach(parts -> reasons.put(Pattern.compile(parts[0]), parts[1]));
        }
    }

    private void replay(JdkSnippets.Recorded recorded) throws Exception {
        count("sessions");
        CompletableFuture<Void> both = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try (PlainJShell plain = new PlainJShell();
                    JavaInterpreter cells = new JavaInterpreter(List.of(), SHOWING)) {
                compare(recorded, plain, cells);
                both.complete(null);
            } catch (Throwable t) {
                both.completeExceptionally(t);
            }
        });
        thread.setDaemon(true);
        thread.start();
        try {
            both.get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            differ.add(recorded.name() + " did not end within 2 minutes");
        }
    }

    private void compare(JdkSnippets.Recorded recorded, PlainJShell plain, JavaInterpreter cells) {
        int number = 0;
        for (String step : recorded.steps()) {
            number++;
            compare(recorded.name() + " " + number, step, plain.run(step), run(cells, step));
        }
        List<String> names = plain.variables();
        if (!names.isEmpty() && !agree(looksAt(String.join(", ", names)), plain, cells)) {
            for (String name : names) {
                String look = looksAt(name);
                compare(recorded.name() + " " + name, look, plain.run(look), run(cells, look));
            }
        }
    }

    private boolean agree(String code, PlainJShell plain, JavaInterpreter cells) {
        return plain.run(code).agrees(run(cells, code));
    }

    private Ended run(JavaInterpreter cells, String code) {
        return Ended.of(cells.run(code, ++count, new RecordedOutputs()));
    }

    private static String looksAt(String names) {
        return "java.util.Arrays.deepToString(new Object[] {" + names + "})";
    }

    private void compare(String where, String code, Ended plain, Ended cell) {
        count("steps");
        if (plain.agrees(cell)) {
            count("agree");
            return;
        }
        Optional<String> reason = reasons.entrySet().stream()
                .filter(r -> r.getKey().matcher(where).matches())
                .map(Map.Entry::getValue)
                .findFirst();
        count(reason.map(r -> "differ: " + r).orElse("differ without a reason"));
        if (reason.isEmpty()) {
            differ.add(where + ": JShell " + plain + ", cell " + cell + " | " + code.replace("\n", "\\n"));
        }
    }

    private void count(String what) {
        sums.merge(what, 1, Integer::sum);
    }
}
