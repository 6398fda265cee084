package porthole.lesson.grade;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.enclosure.EnclosedProgram;

/** A teacher's lesson with one exercise of each kind, and what a class hands in of it. */
public final class GateLesson {
    /** Stands in the solution alone. */
    public static final String SECRET = "the-key-of-the-gate";

    private static final String FILE = """
            lesson: gate
            title: {en: The gate, ja: 門}
            start:
              images: [nginx, nicolaka/netshoot]
              containers: [gate-db, gate-client]
              networks: [gate-back]
              docker:
                - network create --internal gate-back
                - run -d --name gate-db --network gate-back nginx
            exercises:
              let-in:
                task: {en: Let the client in., ja: クライアントを通す。}
                scene:
                  containers: [gate-client]
                  docker: [run -d --name gate-client nicolaka/netshoot sleep 600]
                expect:
                  - {that: "gate-client -> gate-db:80 reached", points: 2}
                  - {that: network gate-back internal, points: 0}
                  - {that: container gate-client on gate-back, hidden: true}
                  - {that: cell, words: Two networks}
                solution: "%docker network connect gate-back gate-client // the-key-of-the-gate"
            """;

    private GateLesson() {}

    /** Writes the teacher's folder. */
    public static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("lesson.yaml"), FILE);
        for (String language : List.of("en", "ja")) {
            Files.createDirectories(folder.resolve(language));
            Files.writeString(
                    folder.resolve(language).resolve("gate.ipynb"),
                    teachers(language).text());
        }
        return folder;
    }

    private static Notebook teachers(String language) {
        boolean english = language.equals("en");
        return Notebook.of(
                english ? "porthole" : "porthole-ja",
                "Java (Porthole)",
                List.of(
                        NotebookCell.markdown("title", english ? "# The gate" : "# 門"),
                        NotebookCell.code("ready", "chapter(\"gate\").ready()"),
                        NotebookCell.code("scene", "exercise(\"let-in\")"),
                        NotebookCell.code("answer", """
                                // Your commands stand here.
                                ### BEGIN SOLUTION
                                %docker network connect gate-back gate-client
                                // the-key-of-the-gate
                                ### END SOLUTION"""),
                        NotebookCell.code("verify", "verify(\"let-in\", () -> networks(\"gate-client\").size() == 2)"),
                        NotebookCell.code(
                                "sum",
                                "int sum(int a, int b) {\n### BEGIN SOLUTION\nreturn a + b;\n### END SOLUTION\n}"),
                        nbgrader(NotebookCell.code("test-sum", """
                                        if (sum(1, 1) != 2) throw new AssertionError("1 + 1");
                                        ### BEGIN HIDDEN TESTS
                                        if (sum(2, 3) != 5) throw new AssertionError("2 + 3");
                                        ### END HIDDEN TESTS"""), "test-sum", true, false, 1),
                        nbgrader(NotebookCell.markdown("why", SECRET), "why", true, true, 3),
                        NotebookCell.code("end", "lab.reset()")));
    }

    private static NotebookCell nbgrader(NotebookCell cell, String id, boolean grade, boolean solution, int points) {
        ObjectNode metadata = cell.metadata();
        metadata.putObject("nbgrader")
                .put("grade", grade)
                .put("grade_id", id)
                .put("locked", !solution)
                .put("points", points)
                .put("schema_version", 3)
                .put("solution", solution)
                .put("task", false);
        return cell.withMetadata(metadata);
    }

    /**
     * What a student hands in: the handout with other texts in some cells, or without them (an empty text). A name that begins
     * with a plus sign is a further cell, after the answer's.
     */
    public static void submit(Notebook handout, Path file, Map<String, String> texts) throws IOException {
        List<NotebookCell> cells = new ArrayList<>();
        for (NotebookCell cell : handout.cells()) {
            String text = texts.getOrDefault(cell.id().orElse(""), cell.source());
            if (!text.isEmpty()) {
                cells.add(cell.withSource(text));
            }
            if (cell.id().orElse("").equals("answer")) {
                texts.forEach((name, more) -> {
                    if (name.startsWith("+")) {
                        cells.add(NotebookCell.code("more-" + cells.size(), more));
                    }
                });
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, handout.withCells(cells).text());
    }

    /** The answers of one who has understood. */
    public static Map<String, String> right() {
        return new LinkedHashMap<>(Map.of(
                "answer", "docker.network.connect(\"gate-back\", \"gate-client\");",
                "sum", "int sum(int a, int b) { return b + a; }",
                "why", "Because both are on gate-back."));
    }

    /** Porthole as this test runs it. */
    public static EnclosedProgram program() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Set<Path> shown = Stream.of(classPath.split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .filter(Files::exists)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Path java = Path.of(System.getProperty("java.home"));
        Set<Path> all = new LinkedHashSet<>(shown);
        all.add(java);
        return new EnclosedProgram(
                List.of(
                        java.resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:MaxRAMPercentage=40",
                        "-Djdk.attach.allowAttachSelf=true",
                        "-XX:+EnableDynamicAgentLoading",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        shown.stream().map(Path::toString).collect(Collectors.joining(":")),
                        "porthole.Main"),
                all);
    }
}
