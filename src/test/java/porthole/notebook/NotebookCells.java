package porthole.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.api.Completions;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** A program of its own: runs a notebook's code cells in its working directory, as Jupyter does, prints what they show, and what completes the names of lessons. */
public final class NotebookCells {
    private NotebookCells() {}

    /** @param args the notebook, and what is typed in place of a cell that is a comment */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Session session = new Session(new NotebookExtension())) {
            for (JsonNode cell :
                    new ObjectMapper().readTree(Path.of(args[0]).toFile()).path("cells")) {
                if (cell.path("cell_type").asText().equals("code")) {
                    String code = cell.path("source").asText();
                    out.println("> " + code);
                    out.println(
                            Session.shows(session.run(code.startsWith("//") ? args[1] : code, new RecordedOutputs())));
                }
            }
            for (String begun : List.of("chapter(\"", "predict(\"wh", "check(\"wh", "verify(\"let", "hint(\"")) {
                List<Completions.Item> items =
                        session.java.complete(begun, begun.length()).items();
                out.println(begun + "| "
                        + items.stream().map(Completions.Item::text).toList());
            }
        }
        System.exit(0);
    }
}
