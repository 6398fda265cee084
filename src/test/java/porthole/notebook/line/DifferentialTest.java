package porthole.notebook.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.engine.container.Run;
import porthole.engine.owner.Owner;

/**
 * Each line of differential.txt, run by {@code %docker} on one engine and by the docker program, through a shell, on a
 * second from the same state: what the engines are afterwards agrees, and so do success, exit codes and texts. A line
 * that differs on purpose has its reason after {@code #=}.
 *
 * <p>{@code -Dporthole.differential=all} runs all of them, a number that many, drawn with {@code
 * -Dporthole.differential.seed} (else the day's), and an expression those in which it is found.
 */
@Tag("engine")
class DifferentialTest {
    private static final int SAMPLE = 12;

    /** Until the engines' states agree, where they come to agree. */
    private static final int SETTLED_SECONDS = 3;

    private final ExecutorService both = Executors.newFixedThreadPool(2);

    /** A line with the reason for which it may differ; empty where it may not. */
    record Case(String line, String reason) {}

    /** How a line ended: success, the exit code where one is known (-1 where not), and what it printed. */
    record Ended(boolean success, int exitCode, String text) {}

    private static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream file =
                Objects.requireNonNull(DifferentialTest.class.getResourceAsStream("differential.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\s*#=\\s*", 2);
                    cases.add(new Case(parts[0].strip(), parts.length == 2 ? parts[1] : ""));
                }
            }
        }
        return cases;
    }

    private static List<Case> chosen() throws IOException {
        List<Case> cases = all();
        String wanted = System.getProperty("porthole.differential", String.valueOf(SAMPLE));
        if (wanted.equals("all")) {
            return cases;
        }
        if (!wanted.matches("\\d+")) {
            Pattern pattern = Pattern.compile(wanted);
            return cases.stream().filter(c -> pattern.matcher(c.line()).find()).toList();
        }
        long seed = Long.getLong("porthole.differential.seed", LocalDate.now().toEpochDay());
        System.out.println("differential lines of seed " + seed);
        Collections.shuffle(cases, new Random(seed));
        return cases.subList(0, Math.min(Integer.parseInt(wanted), cases.size()));
    }

    @Test
    void thereAreAtLeastThreeHundredLinesAndNoneTwice() throws IOException {
        List<String> lines = all().stream().map(Case::line).toList();
        assertEquals(lines.stream().distinct().toList(), lines);
        assertTrue(lines.size() >= 300, "only " + lines.size());
    }

    @Test
    void aLineDoesWhatTheProgramDoes() throws Exception {
        Language.use(Language.ENGLISH);
        List<String> differences = new ArrayList<>();
        int same = 0;
        int known = 0;
        try (TwinEngine ours = twin();
                TwinEngine theirs = twin();
                Docker docker = ours.engine.connect(Owner.ofThisProcess("differential"), Notices.none())) {
            for (Case each : chosen()) {
                String difference = compare(each, ours, theirs, new DockerLine(docker, Notices.none()));
                if (difference.isEmpty()) {
                    same++;
                    if (!each.reason().isEmpty()) {
                        System.out.println("no longer different: " + each.line());
                    }
                } else if (!each.reason().isEmpty()) {
                    known++;
                } else {
                    differences.add(each.line() + "\n    " + difference.replace("\n", "\n    "));
                    System.out.println(differences.get(differences.size() - 1));
                }
            }
        } finally {
            both.shutdown();
        }
        System.out.println("lines: " + same + " the same, " + known + " different for a reason that is given, "
                + differences.size() + " different");
        assertEquals(List.of(), differences);
    }

    private static TwinEngine twin() throws IOException, InterruptedException {
        return new TwinEngine();
    }

    private String compare(Case each, TwinEngine ours, TwinEngine theirs, DockerLine line) throws Exception {
        Future<Ended> here = both.submit(() -> here(line, each.line()));
        Future<Ended> there = both.submit(() -> there(theirs, each.line()));
        Ended mine = here.get();
        Ended right = there.get();
        String states;
        String myState;
        String rightState;
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLED_SECONDS);
        do { // a container ends a moment after its signal
            myState = ours.state();
            rightState = theirs.state();
            states = difference(myState, right.success() ? rightState : withoutHalfMade(rightState));
        } while (!states.isEmpty() && each.reason().isEmpty() && System.nanoTime() < limit);
        String difference = difference(mine, right) + states;
        Future<?> one = both.submit(restore(ours, myState));
        Future<?> two = both.submit(restore(theirs, rightState));
        one.get();
        two.get();
        return difference.strip();
    }

    /** After a run that failed the program leaves the container that it could not start; Porthole removes it. */
    private static String withoutHalfMade(String state) {
        return state.lines()
                .filter(line -> !line.contains("\"Status\":\"created\""))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static Callable<Void> restore(TwinEngine engine, String state) {
        return () -> {
            engine.restore(state);
            return null;
        };
    }

    private static Ended here(DockerLine line, String typed) {
        try {
            List<String> texts = new ArrayList<>();
            Object last = line.run(typed, List.of(), value -> texts.add(text(value)));
            texts.add(text(last));
            int exitCode = last instanceof ExecResult result
                    ? result.exitCode()
                    : last instanceof Run run && run.result().isPresent()
                            ? run.result().get().exitCode()
                            : 0;
            texts.removeIf(String::isEmpty);
            boolean compares = !texts.contains("?");
            return new Ended(exitCode == 0, exitCode, compares ? String.join("\n", texts) : "?");
        } catch (Exception e) {
            return new Ended(false, -1, "? " + e.getMessage());
        }
    }

    /** What can be compared letter by letter; "?" where the form is Porthole's own. */
    private static String text(Object value) {
        if (value instanceof Run run && run.result().isPresent()) {
            return run.result().get().stdout().stripTrailing();
        }
        if (value instanceof porthole.engine.container.Log log) {
            return log.stdout().stripTrailing();
        }
        return value instanceof ExecResult result
                ? result.stdout().stripTrailing()
                : value instanceof String text ? text.stripTrailing() : "?";
    }

    private static Ended there(TwinEngine engine, String typed) throws IOException, InterruptedException {
        TwinEngine.Said said = engine.shell("docker " + typed);
        String text = said.stdout().stripTrailing();
        return new Ended(
                said.exitCode() == 0, said.exitCode(), said.exitCode() == 0 ? text : text + " " + said.stderr());
    }

    private static String difference(Ended mine, Ended right) {
        if (mine.success() != right.success()) {
            return "%docker " + (mine.success() ? "succeeds" : "fails") + ", docker does not: "
                    + (mine.success() ? right.text() : mine.text()).strip() + "\n";
        }
        if (mine.exitCode() >= 0 && mine.exitCode() != right.exitCode()) {
            return "exit code " + mine.exitCode() + " instead of " + right.exitCode() + "\n";
        }
        boolean texts = right.success() && !mine.text().startsWith("?");
        return texts && !plain(mine.text()).equals(plain(right.text()))
                ? "text\n" + plain(mine.text()) + "\ninstead of\n" + plain(right.text()) + "\n"
                : "";
    }

    /** Without ids, times and trailing blanks. */
    private static String plain(String text) {
        return text.replaceAll("\\b(sha256:)?[0-9a-f]{64}\\b", "ID")
                .replaceAll("\\b[0-9a-f]{12}\\b", "ID")
                .replaceAll("\\b\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+( [+-]\\d{4} UTC|Z)?", "TIME")
                .replaceAll("(About a |\\d+ |Less than a )(second|minute)s?( ago)?", "AGO")
                .replaceAll("(?m) +$", "");
    }

    private static String difference(String mine, String right) {
        if (mine.equals(right)) {
            return "";
        }
        List<String> ours = new ArrayList<>(mine.lines().toList());
        List<String> theirs = new ArrayList<>(right.lines().toList());
        ours.removeAll(right.lines().toList());
        theirs.removeAll(mine.lines().toList());
        StringBuilder told = new StringBuilder("state\n");
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            String a = i < ours.size() ? ours.get(i) : "";
            String b = i < theirs.size() ? theirs.get(i) : "";
            int same = 0;
            while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
                same++;
            }
            int from = Math.max(0, same - 40);
            told.append(a, Math.min(from, a.length()), Math.min(a.length(), same + 100))
                    .append("\ninstead of\n")
                    .append(b, Math.min(from, b.length()), Math.min(b.length(), same + 100))
                    .append('\n');
        }
        return told.toString();
    }
}
