package porthole.notebook;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import porthole.jupyter.api.Completions;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** A program of its own: runs a notebook's code cells in its working directory, as Jupyter does, prints what they show, and what completes the names of lessons. */
public final class NotebookCells {
    private NotebookCells() {}

    /** @param args the notebook, and what is typed in place of a cell that is a comment */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Session session = new Session(new NotebookExtension())) {
            for (NotebookCell cell : Notebook.read(Path.of(args[0])).code()) {
                String code = cell.source();
                out.println("> " + code);
                RecordedOutputs outputs = new RecordedOutputs();
                String value = Session.shows(session.run(code.startsWith("//") ? args[1] : code, outputs));
                outputs.displays.forEach(out::println);
                out.println(value);
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
