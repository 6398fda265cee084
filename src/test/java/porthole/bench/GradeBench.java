package porthole.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import porthole.display.Language;
import porthole.lesson.document.Notebook;
import porthole.lesson.enclosure.EnclosedProgram;
import porthole.lesson.enclosure.EnclosureLimits;
import porthole.lesson.grade.GateLesson;
import porthole.lesson.grade.Grading;
import porthole.lesson.grade.GradingOrder;
import porthole.lesson.grade.HandingOut;
import porthole.lesson.grade.HostileCells;
import porthole.lesson.grade.RunLimits;

/**
 * A class of thirty, eight of whom want to harm: the time, whether the points are right, and what has changed on the machine's
 * engine. Needs root.
 */
final class GradeBench {
    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofSeconds(15), Duration.ofSeconds(90), new EnclosureLimits(1_500, 1_000, 800, 100));
    private static final List<String> STATE = List.of(
            "docker ps -a --no-trunc --format '{{.ID}} {{.Names}} {{.State}}' | sort",
            "docker network ls --no-trunc --format '{{.ID}} {{.Name}}' | sort",
            "docker image ls -q --no-trunc | sort -u",
            "docker volume ls -q | sort",
            "iptables-save | grep -v '^[#:]'",
            "ip -o link | cut -d: -f2 | sort",
            "ls -d /var/tmp/porthole-* /sys/fs/cgroup/*/porthole-porthole-* 2>/dev/null; losetup -a | grep porthole");

    private final Map<String, String> wanted = new TreeMap<>();
    private final Path folder;

    private GradeBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Language.use(Language.ENGLISH);
        new GradeBench(Files.createTempDirectory("grade-bench")).run(args.length > 0 ? Integer.parseInt(args[0]) : 2);
    }

    private void run(int jobs) throws Exception {
        Path lesson = GateLesson.write(folder.resolve("gate"));
        EnclosedProgram program = GateLesson.program();
        HandingOut.write(
                new GradingOrder(lesson, folder, folder.resolve("handout"), 1, true, LIMITS, List.of(), program, ""),
                false,
                l -> {});
        Path submissions = Files.createDirectories(folder.resolve("submissions"));
        honest(submissions);
        hostile(submissions);
        Map<String, String> before = state();
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        long begin = System.nanoTime();
        Grading.grade(
                new GradingOrder(
                        lesson, submissions, folder.resolve("grades"), jobs, false, LIMITS, List.of(), program, ""),
                System.out::println);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d submissions in %.0f s, %d at once (load before: %s; after: %s)%n",
                wanted.size(),
                seconds,
                jobs,
                load,
                Files.readString(Path.of("/proc/loadavg")).strip());
        points();
        Map<String, String> after = state();
        before.forEach((command, said) ->
                System.out.println((said.equals(after.get(command)) ? "same:    " : "CHANGED: ") + command));
    }

    private void points() throws IOException {
        int right = 0;
        for (String line : Files.readAllLines(folder.resolve("grades/grades.csv"))) {
            String[] cells = line.split(",", -1);
            String had = cells[3] + "," + cells[4];
            if (had.equals(wanted.get(cells[0]))) {
                right++;
            } else if (!cells[0].equals("student")) {
                System.out.println("WRONG: " + line + " (wanted " + wanted.get(cells[0]) + ")");
            }
        }
        System.out.println("Points as they should be: " + right + " of " + wanted.size());
    }

    private void hand(Path submissions, String student, String language, Map<String, String> texts, String points)
            throws IOException {
        Notebook handout =
                Notebook.read(folder.resolve("handout").resolve(language).resolve("gate.ipynb"));
        GateLesson.submit(handout, submissions.resolve(student + ".ipynb"), texts);
        wanted.put(student, points);
    }

    /** Right ones, and what beginners get wrong. */
    private void honest(Path submissions) throws IOException {
        List<String> answers = List.of(
                "%docker network connect gate-back gate-client",
                "docker.network.connect(\"gate-back\", \"gate-client\");",
                "!docker network connect gate-back gate-client",
                "// no idea",
                "%docker network connect gate-bakc gate-client",
                "docker.network.connect(\"gate-back\", \"gate-client\")",
                "docker.rm(FORCE, \"gate-client\"); docker.run(\"nicolaka/netshoot\", c -> c.name(\"gate-client\").network(\"gate-back\").command(\"sleep\", \"600\"));",
                "docker.network.connect(\"bridge\", \"gate-db\")");
        List<String> points = List.of("4", "4", "4", "0", "0", "4", "3", "0");
        for (int i = 0; i < 22; i++) {
            Map<String, String> texts = GateLesson.right();
            texts.put("answer", answers.get(i % answers.size()));
            boolean sums = i % 5 != 4;
            if (!sums) {
                texts.put("sum", "int sum(int a, int b) { return 2; }");
            }
            hand(
                    submissions,
                    "honest-%02d".formatted(i),
                    i % 3 == 2 ? "ja" : "en",
                    texts,
                    points.get(i % answers.size()) + "," + (sums ? "1" : "0"));
        }
    }

    private void hostile(Path submissions) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("forges", HostileCells.FORGES);
        cells.put("reads", HostileCells.READS.replace("CANARY", "root"));
        cells.put(
                "leaves",
                HostileCells.LEAVES
                        .replace("CANARY", "tmp/grade-bench-outside")
                        .replace("PORT", "22")
                        .replace("ADDRESS", InetAddress.getLocalHost().getHostAddress()));
        cells.put("loops", HostileCells.LOOPS);
        cells.put("forks", HostileCells.FORKS);
        cells.put("prints", HostileCells.PRINTS);
        cells.put("fills", HostileCells.FILLS + "\n" + HostileCells.REMOVES);
        cells.put("kills", HostileCells.KILLS);
        for (Map.Entry<String, String> each : cells.entrySet()) {
            Map<String, String> texts =
                    new HashMap<>(Map.of("answer", each.getValue(), "test-sum", "1 + 1", "verify", ""));
            hand(submissions, "hostile-" + each.getKey(), "en", texts, "0,0");
        }
    }

    private static Map<String, String> state() throws IOException {
        Map<String, String> state = new LinkedHashMap<>();
        for (String command : new ArrayList<>(STATE)) {
            Process process = new ProcessBuilder("sh", "-c", command).start();
            state.put(
                    command,
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return state;
    }
}
