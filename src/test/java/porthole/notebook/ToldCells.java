package porthole.notebook;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import porthole.display.MimeBundle;
import porthole.engine.api.EngineException;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.RecordedOutputs;
import porthole.jupyter.java.Session;

/** A program of its own: runs the cells of a file, with {@code ---} on a line between them, and prints all that each shows. */
public final class ToldCells {
    static final String BETWEEN = "\n---\n";

    private ToldCells() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Session session = new Session(new NotebookExtension())) {
            for (String code : Files.readString(Path.of(args[0])).split(BETWEEN, -1)) {
                RecordedOutputs outputs = new RecordedOutputs();
                Outcome outcome = session.run(code, outputs);
                out.println("> " + code);
                outputs.displays.stream().filter(d -> !d.startsWith("update ")).forEach(out::println);
                out.print(outputs.out());
                out.print(outputs.err());
                if (outcome instanceof Outcome.Done done) {
                    done.outputs().stream().map(MimeBundle::plain).forEach(out::println);
                } else if (outcome instanceof Outcome.Failed failed) {
                    out.println("failed: " + failed.message());
                }
            }
            try {
                new NotebookExtension().close();
            } catch (EngineException e) {
                out.println("at the end: " + e.getMessage());
            }
        }
        System.exit(0);
    }
}
