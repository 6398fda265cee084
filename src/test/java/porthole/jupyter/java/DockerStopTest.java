package porthole.jupyter.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.run.JdkHooks;
import porthole.notebook.NotebookExtension;

/**
 * A Stop at any moment of any Docker word harms nothing that comes after it. {@code -Dporthole.stops=300} for as many
 * moments; {@code -Dporthole.seed=…} repeats a run.
 */
@Tag("engine")
class DockerStopTest {
    private static final int STOPS = Integer.getInteger("porthole.stops", 40);
    private static final long LONGEST_MILLISECONDS = 400;

    private static final String PREFIX = "ps" + UUID.randomUUID().toString().substring(0, 8);
    private static Session session;

    @BeforeAll
    static void open() {
        Attached.now();
        JdkHooks.place();
        session = new Session(new NotebookExtension());
        session.shows("docker.run(\"porthole/tools\", c -> c.name(\"" + PREFIX
                + "-box\").command(\"sh\", \"-c\", \"while true; do date; sleep 0.2; done\"));");
    }

    @AfterAll
    static void close() {
        session.java.close();
    }

    /** Words that wait, that make, that look, and that ask from within; NAME is new each time. */
    private static final List<String> WORDS = List.of(
            "docker.exec(\"BOX\", \"sleep 1000\")",
            "%docker exec BOX sleep 1000",
            "%docker run --rm porthole/tools sleep 1000",
            "docker.run(\"porthole/tools\", c -> c.name(\"NAME\").command(\"sleep\", \"infinity\"))",
            "docker.network.create(\"NAME\", n -> n.subnet(\"10.213.NUMBER.0/24\"))",
            "docker.logs(\"BOX\", l -> l.follow())",
            "docker.ps()",
            "topology()",
            "ping(\"BOX\", \"127.0.0.1\")",
            "wiring(\"BOX\")",
            "why(\"BOX\", \"BOX:80\")",
            "change(() -> docker.run(\"porthole/tools\", c -> c.name(\"NAME\").network(\"none\").command(\"true\")))");

    @Test
    void afterAStopAtAnyMomentOfAnyWordTheNextCallWorks() throws Exception {
        long seed = Long.getLong("porthole.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        try (Load load = new Load()) {
            for (int i = 0; i < STOPS; i++) {
                String word = WORDS.get(random.nextInt(WORDS.size()))
                        .replace("BOX", PREFIX + "-box")
                        .replace("NAME", PREFIX + "-" + i)
                        .replace("NUMBER", String.valueOf(i % 250));
                long moment = random.nextLong(LONGEST_MILLISECONDS * 1000);
                stopped(word, moment);
                String next = told(session.run("docker.ps().size()"));
                if (!next.matches("[0-9]+")) {
                    wrong.add(word + " stopped after " + moment + " µs: " + next);
                }
            }
        }
        assertEquals(List.of(), wrong, "seed " + seed);
        session.shows("lab.reset()");
        assertEquals("", docker("ps", "--all", "--quiet", "--filter", "name=" + PREFIX));
        assertEquals("", docker("network", "ls", "--quiet", "--filter", "name=" + PREFIX));
        String mine = session.shows(
                "docker.snapshot().containers().stream()"
                        + ".filter(c -> c.labels().getOrDefault(\"porthole.kernel\", \"\").contains(\"|\" + ProcessHandle.current().pid() + \"|\")).count()");
        assertEquals("0", mine);
    }

    private static String told(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? Session.text(failed) : Session.shows(outcome);
    }

    private static void stopped(String code, long microseconds) throws Exception {
        RecordedOutputs outputs = new RecordedOutputs();
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> session.run(code, outputs), task -> {
            Thread thread = new Thread(task, "cells");
            thread.setDaemon(true);
            thread.start();
        });
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(microseconds));
        session.java.interrupt();
        outcome.get(30, TimeUnit.SECONDS);
    }

    private static String docker(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** As many busy threads as there are cores. */
    private static final class Load implements AutoCloseable {
        private volatile boolean on = true;
        private final List<Thread> threads = new ArrayList<>();

        Load() {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                Thread thread = new Thread(() -> {
                    while (on) {
                        Thread.onSpinWait();
                    }
                });
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }

        @Override
        public void close() throws InterruptedException {
            on = false;
            for (Thread thread : threads) {
                thread.join();
            }
            assertTrue(threads.stream().noneMatch(Thread::isAlive));
        }
    }
}
