package porthole.lesson.exercise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.Force;
import porthole.engine.owner.Owner;
import porthole.lesson.expect.Expectation.Reach;
import porthole.lesson.expect.HttpAnswer;
import porthole.lesson.expect.Instruments;
import porthole.lesson.expect.Measured;
import porthole.lesson.expect.Measuring;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.progress.ProgressFiles;
import porthole.network.Scope;
import porthole.network.Snapshot;
import porthole.notebook.line.DockerLine;
import porthole.probe.Probe;
import porthole.probe.why.Ladder;

/** Exercises on the live engine: a shop whose audit is to reach the database and must not reach the proxy. */
@Tag("engine")
class ExercisesTest {
    private static final String LESSON = """
            lesson: shop
            title: Shop
            exercises:
              audit:
                task: Let audit reach the database.
                scene:
                  images: [nginx, nicolaka/netshoot]
                  containers: [databaseX, proxyX, auditX]
                  networks: [frontX, backX]
                  docker:
                    - network create frontX
                    - network create --internal backX
                    - run -d --name databaseX --network backX nginx
                    - run -d --name proxyX --network frontX nginx
                    - run -d --name auditX --network none nicolaka/netshoot sleep 600
                expect:
                  - {that: "auditX -> databaseX:80 reached", points: 3}
                  - auditX -> proxyX:80 not reached
                  - network backX internal
                  - container auditX on backX
                  - container databaseX running
                  - container leftoverX gone
                  - {that: cell, words: {en: Two networks, ja: ネットワークは二つ}}
                hints:
                  - {en: On which network is the database?, ja: データベースはどのネットワーク？}
                  - {en: none goes with no other., ja: none は単独です。}
                solution:
                  cell: |
                    %docker network disconnect none auditX
                    %docker network connect backX auditX
                  why: {en: They need one network., ja: 同じネットワークが必要です。}
            """;

    private final Docker docker = Docker.connect(Notices.none(), Owner.ofThisProcess("exercises.ipynb"));
    private final String end = Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0xffff));
    private final Probe probe = new Probe(docker);

    @TempDir
    private Path folder;

    private ProgressFiles files = new ProgressFiles(Path.of("unset"));
    private KeptProgress progress = new KeptProgress(files);
    private List<Docker> hosts = List.of();
    private Exercises exercises = begin();

    @BeforeEach
    void writeTheLesson() throws IOException {
        Files.writeString(folder.resolve("lesson.yaml"), LESSON.replace("X", end));
        exercises = begin();
    }

    private Exercises begin() {
        Path at = folder == null ? Path.of("") : folder;
        files = new ProgressFiles(at.resolve("progress"));
        progress = new KeptProgress(files);
        return new Exercises(
                new LessonFiles(at), docker, engine -> this::run, () -> hosts, new Measuring(new Live()), progress);
    }

    private class Live implements Instruments {
        @Override
        public Ladder why(String from, String target) {
            return probe.why(from, target);
        }

        @Override
        public HttpAnswer page(String url) throws InterruptedException {
            try {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://" + url))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                return new HttpAnswer(Optional.of(answer.statusCode()), answer.body());
            } catch (IOException e) {
                return new HttpAnswer(Optional.empty(), "no answer: " + e);
            }
        }

        @Override
        public Object java(String expression) {
            return expression.equals("true");
        }

        @Override
        public Snapshot snapshot() {
            return docker.snapshot();
        }
    }

    private void run(String line) {
        try {
            new DockerLine(docker, Notices.none()).run(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    @AfterEach
    void remove() {
        Language.use(Language.ENGLISH);
        docker.reset();
        docker.close();
    }

    private List<Boolean> marks(Verification verified) {
        return verified.lines().stream().map(Verification.Line::holds).toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theNetworkMarksTheExerciseUntilItsSolutionEarnsAllPoints(Language language) throws Exception {
        Language.use(language);
        String task = exercises.begin("audit").toString();
        assertTrue(task.contains("Let audit reach the database.") && task.contains("9"), task);
        Verification open = exercises.verify("audit", () -> docker.inspect("audit" + end) == null);
        assertEquals(List.of(false, true, true, false, true, true, false), marks(open));
        assertEquals(4, open.points());
        assertEquals(9, open.possible());
        String shown = open.toString();
        assertFalse(
                shown.contains("network connect") || shown.contains("docker."), "a solution is given away: " + shown);
        assertTrue(open.lines().get(0).seen().length() > 20, "the broken step is not told: " + shown);
        assertTrue(shown.contains("hint(\"audit\")"), shown);
        String right = open.lines().get(1).seen();
        assertFalse(
                right.contains("broken") || right.contains("満たされていない"), "what is right is told as broken: " + right);

        assertTrue(exercises.hint("audit").toString().contains("1. "));
        String second = exercises.hint("audit").toString();
        assertTrue(second.contains("1. ") && second.contains("2. "), second);
        assertTrue(exercises.hint("audit").toString().contains("solution(\"audit\")"));

        Sheet solution = exercises.solution("audit");
        String html = String.valueOf(solution.outputs().get(0).data().get("text/html"));
        assertTrue(html.contains("<details>") && !html.contains("<details open"), html);
        solution.code().lines().forEach(line -> run(line.replace("%docker ", "")));
        Verification solved = exercises.verify("audit", () -> true);
        assertTrue(solved.solved(), solved.toString());
        assertEquals(9, solved.points());
        assertEquals(2, solved.attempts());
        String again = exercises.verify("audit", () -> true).toString();
        assertFalse(again.contains("attempt") || again.contains("回目"), "it counts no longer: " + again);

        ExerciseProgress kept = progress.all().get(0);
        assertEquals(new ExerciseProgress("shop", "audit", 9, 9, 2, 2, true), kept);
        exercises.begin("audit");
        assertEquals(List.of(false, true, true, false, true, true, true), marks(exercises.verify("audit", () -> true)));
        assertEquals(9, progress.all().get(0).points(), "what was had is not lost");
        files.forget();
        assertEquals(List.of(), progress.all());
    }

    @Test
    void aSceneOnTheHostsOfAClusterIsSetThereAndAsksForOneIfThereIsNone() throws Exception {
        String lesson = """
                lesson: apart
                title: Apart
                exercises:
                  stall:
                    task: Let the stall answer.
                    scene:
                      containers: [stallX]
                      networks: [marketX]
                      hosts:
                        - - network create marketX
                          - run -d --name stallX --network marketX nginx
                    expect:
                      - container stallX on marketX
                """;
        Files.writeString(folder.resolve("apart.lesson.yaml"), lesson.replace("X", end));
        exercises = begin();
        String refused = assertThrows(LessonException.class, () -> exercises.begin("stall"))
                .getMessage();
        assertTrue(refused.contains("cluster(1)"), refused);
        assertFalse(exercises.verify("stall").solved());
        hosts = List.of(docker, docker);
        String other = assertThrows(LessonException.class, () -> exercises.begin("stall"))
                .getMessage();
        assertTrue(other.contains("cluster(1)") && other.contains("2"), "the cluster of another exercise: " + other);
        hosts = List.of(docker);
        exercises.begin("stall");
        exercises.begin("stall");
        assertTrue(exercises.verify("stall").solved(), "the scene is set anew on the host");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anExerciseThatTellsTheSymptomNeverTellsTheReason(Language language) throws Exception {
        Language.use(language);
        Files.writeString(
                folder.resolve("lesson.yaml"),
                LESSON.replace("X", end).replace("    scene:", "    tells: symptom\n    scene:"));
        exercises.begin("audit");
        Verification reason = exercises.verify("audit", () -> false);
        writeTheLesson();
        Verification told = exercises.verify("audit", () -> false);
        assertEquals(marks(told), marks(reason));
        assertEquals(
                List.of("", "", "", ""),
                reason.lines().stream()
                        .skip(2)
                        .limit(4)
                        .map(Verification.Line::seen)
                        .toList());
        String unreached = reason.lines().get(0).seen();
        assertEquals(unreached, reason.lines().get(1).seen());
        assertTrue(unreached.length() < 25 && told.lines().get(0).seen().length() > 25, unreached);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatCannotBeMeasuredIsWrongAndStopsNothing(Language language) throws Exception {
        Language.use(language);
        Verification nothing = exercises.verify("audit", () -> {
            throw new IllegalStateException("no such leg");
        });
        assertEquals(List.of(false, false, false, false, false, true, false), marks(nothing));
        assertTrue(nothing.lines().get(0).seen().contains("audit" + end), nothing.toString());
        assertTrue(nothing.lines().get(6).seen().contains("no such leg"), nothing.toString());
        assertEquals(
                List.of(false),
                List.of(exercises.verify("audit", () -> "yes").lines().get(6).holds()));
        assertThrows(LessonException.class, () -> exercises.verify("audit"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> exercises.begin("audti"))
                .getMessage()
                .contains("\"audit\"".replace("\"", "")));
    }

    /** Two servers, of which one gets a page late, and what is done before their pages are measured. */
    private Verification verifiedAfter(String inLate, String inOther, String... expected) throws Exception {
        String late = String.valueOf(freePort());
        String other = String.valueOf(freePort());
        String lines = Stream.of(expected)
                .map(line -> "      - '"
                        + line.replace("LATE", "localhost:" + late).replace("OTHER", "localhost:" + other) + "'\n")
                .collect(Collectors.joining());
        Files.writeString(
                folder.resolve("lesson.yaml"),
                "lesson: pages\ntitle: Pages\nexercises:\n  pages:\n    task: Serve them.\n    expect:\n" + lines);
        docker.run("nginx", c -> c.name("late" + end).publish(late + ":80"));
        docker.run("nginx", c -> c.name("other" + end).publish(other + ":80"));
        docker.exec("late" + end, "sh", "-c", "cd /usr/share/nginx/html && echo I am early > early");
        Instruments live = new Live();
        for (String page : List.of("localhost:" + late, "localhost:" + other)) {
            while (live.page(page).status().isEmpty()) {
                Thread.onSpinWait(); // until both servers listen
            }
        }
        run("exec -d other" + end + " sh -c \"" + inOther + "\"");
        run("exec -d late" + end + " sh -c \"cd /usr/share/nginx/html; " + inLate + "\"");
        return exercises.verify("pages");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void aPageThatComesAMomentAfterTheCommandIsRight() throws Exception {
        Verification come = verifiedAfter(
                "sleep 1; echo I am late > late",
                "true",
                "curl LATE/early contains I am early",
                "curl LATE/late contains I am late");
        assertTrue(come.solved(), come.toString());
        assertEquals(1, come.attempts());
    }

    @Test
    void whatIsNotMetIsNotWaitedForUntilItGoesAwayAndWhatWasMetIsMeasuredAgain() throws Exception {
        Verification gone = verifiedAfter(
                "sleep 1; rm early; echo I am late > late",
                "sleep 1; nginx -s stop",
                "curl OTHER does not answer",
                "curl LATE/early contains I am early",
                "curl LATE/late contains I am late");
        assertEquals(List.of(false, false, true), marks(gone), gone.toString());
    }

    @Test
    void aServerMayComeByItselfAndAnAddressOnlyInASwarm() throws Exception {
        docker.network.create("front" + end);
        docker.run("nginx", c -> c.name("late" + end).network("front" + end));
        docker.run(
                "nicolaka/netshoot",
                c -> c.name("other" + end).network("front" + end).command("sleep", "600"));
        Snapshot now = docker.snapshot();
        Measuring measuring = new Measuring(new Live() {
            @Override
            public Snapshot snapshot() {
                return now;
            }
        });
        assertTrue(measuring
                .measure(new Reach("other" + end, "late" + end + ":81", true))
                .mayCome());
        boolean swarm = now.networks().stream().anyMatch(n -> n.scope() == Scope.SWARM);
        String gateway = now.network("front" + end)
                .orElseThrow()
                .pools()
                .get(0)
                .gateway()
                .orElseThrow();
        String unused = gateway.replaceFirst("\\.\\d+$", ".200");
        Measured nobody = measuring.measure(new Reach("other" + end, unused + ":80", true));
        assertFalse(nobody.holds());
        assertEquals(swarm, nobody.mayCome(), nobody::seen);
    }

    @Test
    void aPageThatDoesNotComeIsToldByItsHttpStatusAfterAMoment() throws Exception {
        long begun = System.nanoTime();
        Verification never = verifiedAfter("true", "true", "curl LATE/late contains I am late", "curl OTHER answers");
        assertEquals(List.of(false, true), marks(never));
        assertTrue(never.lines().get(0).seen().contains("HTTP 404"), never.toString());
        assertTrue(never.lines().get(1).seen().contains("HTTP 200"), never.toString());
        assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(60), "it was waited for without a limit");
    }

    /** A measurement that takes its time is time for what may come, too. */
    @Test
    void theTimeForWhatMayComeBeginsWithTheFirstMeasurementAndItIsMeasuredOnceMoreAfterwards() throws Exception {
        Files.writeString(
                folder.resolve("lesson.yaml"),
                "lesson: slow\ntitle: Slow\nexercises:\n  slow:\n    task: Serve it.\n    expect:\n      - 'curl localhost:"
                        + freePort() + " answers'\n      - {that: cell, words: it took its time}\n");
        AtomicInteger asked = new AtomicInteger();
        Instruments counted = new Live() {
            @Override
            public HttpAnswer page(String url) throws InterruptedException {
                asked.incrementAndGet();
                return super.page(url);
            }
        };
        Exercises slow = new Exercises(
                new LessonFiles(folder), docker, engine -> this::run, () -> hosts, new Measuring(counted), progress);
        Verification never = slow.verify(
                "slow", () -> new ProcessBuilder("sleep", "2.1").start().waitFor() == 0);
        assertEquals(List.of(false, true), marks(never), never.toString());
        assertEquals(2, asked.get());
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "ENGLISH")
    void aSceneTakesNothingThatSomebodyElseHasMade(Language language) {
        Docker neighbour = Docker.connect(Notices.none(), Owner.ofThisProcess("neighbour.ipynb"));
        try {
            neighbour.run("nginx", c -> c.name("proxy" + end));
            String said = assertThrows(RuntimeException.class, () -> exercises.begin("audit"))
                    .getMessage();
            assertTrue(said.contains("proxy" + end) && said.contains("neighbour.ipynb"), said);
            neighbour.rm(Force.FORCE, "proxy" + end);
        } finally {
            neighbour.reset();
            neighbour.close();
        }
    }
}
