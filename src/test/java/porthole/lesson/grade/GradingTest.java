package porthole.lesson.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porthole.display.Language;
import porthole.lesson.document.Notebook;
import porthole.lesson.enclosure.EnclosureLimits;
import porthole.lesson.enclosure.EnclosureNeeds;

/** A small class, of whom two want to harm: each submission on an engine of its own, as root there and nobody here. */
@Tag("engine")
class GradingTest {
    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofSeconds(10), Duration.ofSeconds(120), new EnclosureLimits(1_200, 600, 600, 100));

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final String canary =
            "porthole-canary-" + ThreadLocalRandom.current().nextInt(1_000_000);

    @AfterEach
    void removesTheCanary() throws Exception {
        run("docker", "rm", "-f", canary);
        Language.use(Language.ENGLISH);
    }

    private void grade(Path lesson, Path submissions) throws Exception {
        Grading.grade(
                new GradingOrder(
                        lesson,
                        submissions,
                        folder.resolve("grades"),
                        2,
                        false,
                        LIMITS,
                        List.of(),
                        GateLesson.program(),
                        ""),
                line -> {
                    synchronized (told) {
                        told.add(line);
                    }
                });
    }

    @Test
    void eachSubmissionGetsItsPointsAndNothingOfTheMachine() throws Exception {
        assumeTrue(
                EnclosureNeeds.missing("").isEmpty(), EnclosureNeeds.missing("").orElse(""));
        Language.use(Language.ENGLISH);
        Path lesson = GateLesson.write(folder.resolve("gate"));
        Path submissions = Files.createDirectories(folder.resolve("submissions"));
        run("docker", "run", "-d", "--name", canary, "porthole/tools", "sleep", "600");
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("secret"), canary + "-secret");
        try (ServerSocket host = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"))) {
            host.setSoTimeout(1);
            handIn(lesson, submissions, secrets, host.getLocalPort());
            grade(lesson, submissions);
            org.junit.jupiter.api.Assertions.assertThrows(
                    SocketTimeoutException.class, host::accept, "reached the host");
        }
        Map<String, String> grades = grades();
        assertEquals("ada.ipynb,en,4,1,,5,8", grades.get("ada"), told.toString());
        assertEquals("ben/gate.ipynb,ja,4,1,,5,8", grades.get("ben"), told.toString());
        assertEquals("eve.ipynb,en,0,0,,0,8", grades.get("eve"), told.toString());
        assertEquals("abe.ipynb,en,0,0,,0,8", grades.get("abe"), told.toString());
        assertEquals("fay.ipynb,,0,0,0,0,8", grades.get("fay"), told.toString());
        String all = String.join("\n", told);
        assertTrue(all.contains("fay: fay.ipynb is not a notebook."), all);
        assertTrue(all.contains("gus: This is a notebook in python, not in Java."), all);
        assertTrue(all.contains("hal: This notebook was made for the lesson \"other\"."), all);
        assertTrue(all.contains("the test of \"test-sum\" uses names that the submission declares"), all);
        assertEquals(List.of("true"), run("docker", "inspect", "-f", "{{.State.Running}}", canary));
        assertEquals(List.of("secret"), Stream.of(secrets.toFile().list()).toList(), "written outside");
        for (String name : List.of("eve", "abe")) {
            String feedback = Files.readString(folder.resolve("grades/feedback/" + name + ".ipynb"));
            assertFalse(feedback.contains(GateLesson.SECRET), name + " has read the solution");
            assertFalse(feedback.contains(canary + "-secret"), name + " has read the machine");
        }
        String abe = Files.readString(folder.resolve("grades/feedback/abe.ipynb"));
        assertTrue(abe.contains("was ended after 10 s"), "the loop");
        assertTrue(abe.contains("showed more than"), "the printing");
        String page = Files.readString(folder.resolve("grades/index.html"));
        assertTrue(page.contains("does not compile: ") && page.contains("noSuchName"), page);
        String ada = Files.readString(folder.resolve("grades/feedback/ada.ipynb"));
        assertTrue(
                ada.contains("5 of 5 points") && ada.contains("gate-client on gate-back"),
                "what was hidden is told now");
        assertTrue(Files.readString(folder.resolve("grades/feedback/ben.ipynb")).contains("元に戻しました"));
        assertEquals(List.of(), traces());

        gradesOnlyWhatChanged(lesson, submissions);
    }

    /** A second call runs nothing again, and takes the points that the teacher has written. */
    private void gradesOnlyWhatChanged(Path lesson, Path submissions) throws Exception {
        Path manual = folder.resolve("grades/manual.csv");
        assertTrue(Files.readString(manual).contains("ada,why,,3"), Files.readString(manual));
        Files.writeString(manual, Files.readString(manual).replace("ada,why,,3", "ada,why,2.5,3"));
        told.clear();
        grade(lesson, submissions);
        assertEquals(2, told.size(), told.toString());
        assertEquals("ada.ipynb,en,4,1,2.5,7.5,8", grades().get("ada"));
        String page = Files.readString(folder.resolve("grades/index.html"));
        assertTrue(page.contains(">7.5<") && page.contains("to be marked") && !page.contains("<script"), page);
        assertTrue(Files.readString(folder.resolve("grades/index.ja.html")).contains("採点待ち"));
    }

    private void handIn(Path lesson, Path submissions, Path secrets, int port) throws Exception {
        TaughtLesson taught = TaughtLesson.read(lesson);
        Notebook english = paper(taught, "en");
        GateLesson.submit(english, submissions.resolve("ada.ipynb"), GateLesson.right());
        Map<String, String> ben = GateLesson.right();
        ben.put("verify", "");
        GateLesson.submit(paper(taught, "ja"), submissions.resolve("ben/gate.ipynb"), ben);
        String address = InetAddress.getLocalHost().getHostAddress();
        GateLesson.submit(
                english,
                submissions.resolve("eve.ipynb"),
                Map.of(
                        "answer",
                        HostileCells.FORGES,
                        "verify",
                        "verify(\"let-in\", () -> true)",
                        "+reads",
                        HostileCells.READS.replace("CANARY", secrets.toString().substring(1)),
                        "+leaves",
                        HostileCells.LEAVES
                                .replace("CANARY", secrets.toString().substring(1))
                                .replace("PORT", String.valueOf(port))
                                .replace("ADDRESS", address),
                        "test-sum",
                        "1 + 1"));
        Map<String, String> abe = new LinkedHashMap<>();
        abe.put("+0", "int broken = noSuchName;");
        abe.put("+1", HostileCells.LOOPS);
        abe.put("+2", HostileCells.PRINTS);
        abe.put("+3", HostileCells.FILLS);
        abe.put("+4", HostileCells.REMOVES);
        abe.put("+5", HostileCells.FORKS);
        abe.put("+6", HostileCells.EXITS);
        GateLesson.submit(english, submissions.resolve("abe.ipynb"), abe);
        Files.writeString(submissions.resolve("fay.ipynb"), "dear teacher");
        Files.writeString(
                submissions.resolve("gus.ipynb"),
                english.text().replace("\"language\": \"java\"", "\"language\": \"python\""));
        Files.writeString(
                submissions.resolve("hal.ipynb"),
                english.text().replace("\"lesson\": \"gate\"", "\"lesson\": \"other\""));
    }

    private static Notebook paper(TaughtLesson lesson, String language) {
        return java.util.Objects.requireNonNull(lesson.papers().get(language)).handout();
    }

    /** Each student's line without the name and the remarks. */
    private Map<String, String> grades() throws IOException {
        return Files.readAllLines(folder.resolve("grades/grades.csv")).stream()
                .skip(1)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(',')),
                        line -> line.substring(line.indexOf(',') + 1).replaceFirst("^((?:[^,]*,){6}[^,]*),.*$", "$1")));
    }

    /** What an enclosure of this process could leave on this machine: folders, control groups, loop devices. */
    private static List<String> traces() throws Exception {
        return run(
                "sh",
                "-c",
                "grep -lx " + ProcessHandle.current().pid() + " /var/tmp/porthole-*/process 2> /dev/null;"
                        + " for group in /sys/fs/cgroup/*/porthole-porthole-*; do [ -d \"$group\" ] && [ ! -d \"/var/tmp/${group##*/porthole-}\" ] && echo $group; done;"
                        + " losetup -a | grep 'porthole.*deleted'; true");
    }

    private static List<String> run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines =
                new String(process.getInputStream().readAllBytes()).lines().toList();
        process.waitFor();
        return lines;
    }
}
