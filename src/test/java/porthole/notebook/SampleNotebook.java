package porthole.notebook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A notebook whose cells try what a front end shows. */
final class SampleNotebook {
    static final int VALUE = 0;
    static final int PRINTED = 1;
    static final int PICTURE = 2;
    static final int DRAWING = 3;
    static final int WRITING = 4;
    static final int MISTAKE = 5;
    static final int QUESTION = 6;
    static final int HIDDEN = 7;
    static final int PROGRESS = 8;
    static final int QUIZ = 9;
    static final int ENDLESS = 10;
    static final int UNFINISHED = 11;

    private static final List<String> CELLS = List.of(
            "record Point(int x, int y) {}\nvar words = List.of(\"alpha\", \"beta\");\nnew Point(1, 2)",
            "for (int i = 0; i < 3; i++) {\n    System.out.println(\"line \" + i); // a comment\n}",
            "import java.awt.image.BufferedImage;\nnew BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB)",
            "svg(\"<svg xmlns='http://www.w3.org/2000/svg' width='80' height='40'><circle cx='20' cy='20' r='9'/></svg>\")",
            "markdown(\"A **strong** word\")",
            "int wrong = \"text\";",
            "\"Hello \" + new Scanner(System.in).nextLine()",
            "\"Length: \" + System.console().readPassword(\"Password? \").length",
            "for (String asked : progress(List.of(\"Name\", \"City\"))) {\n    System.console().readLine(asked + \"? \");\n}",
            "quiz(\"ports\")",
            "while (true) {}",
            "words.");

    private static final String LESSON = """
            lesson: sample
            title: Sample
            quizzes:
              ports:
                first: {ask: Which port?, choices: {a: "80", b: "81"}, answer: a, why: nginx listens there.}
                second: {ask: Which name?, choices: {a: web, b: db}, answer: b, why: It is the database.}
            """;

    private SampleNotebook() {}

    static void write(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode notebook = mapper.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
        notebook.putObject("metadata")
                .putObject("kernelspec")
                .put("name", "porthole")
                .put("display_name", "Java (Porthole)")
                .put("language", "java");
        ArrayNode cells = notebook.putArray("cells");
        for (int i = 0; i < CELLS.size(); i++) {
            ObjectNode cell = cells.addObject()
                    .put("cell_type", "code")
                    .put("id", "cell-" + i)
                    .put("source", CELLS.get(i))
                    .putNull("execution_count");
            cell.putObject("metadata");
            cell.putArray("outputs");
        }
        mapper.writeValue(file.toFile(), notebook);
        Files.writeString(file.resolveSibling("lesson.yaml"), LESSON);
    }
}
