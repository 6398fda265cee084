package porthole.lesson.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;

/** Runs a notebook in a kernel of its own, by Jupyter's nbclient. The learner's history and progress are left alone. */
public final class NotebookRun {
    private static final Sentences SENTENCES = Sentences.of(NotebookRun.class);

    private final String python;
    private final int seconds;

    /**
     * @param python a Python 3 that has nbclient
     * @param seconds how long one cell may take
     */
    public NotebookRun(String python, int seconds) {
        this.python = python;
        this.seconds = seconds;
    }

    /**
     * What a run has shown.
     *
     * @param notebook with its outputs
     * @param trouble why it did not reach its end, in a sentence; empty text if it did
     */
    record Result(Notebook notebook, String trouble) {}

    /**
     * Runs it to its end, whichever cells fail.
     *
     * @param notebook what is run
     * @param folder the working directory of its cells
     * @throws IOException if Python, nbclient or the kernel is not there
     */
    Result run(Notebook notebook, Path folder) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory("porthole-review");
        try {
            Path asked = Files.writeString(own.resolve("asked.ipynb"), notebook.text());
            Path result = own.resolve("result.ipynb");
            Path log = own.resolve("log");
            String said = execute(own, List.of(asked.toString(), result.toString(), folder.toString()), log);
            if (!Files.exists(result)) {
                String last = lastLine(Files.readString(log));
                throw new IOException(SENTENCES.say("review.run.none", python, last));
            }
            if (said.startsWith("kernel ")) {
                throw new IOException(SENTENCES.say("review.run.kernel", said.substring("kernel ".length())));
            }
            String trouble = said.startsWith("timeout")
                    ? SENTENCES.say("review.run.timeout", seconds)
                    : said.startsWith("dead") ? SENTENCES.say("review.run.dead") : "";
            return new Result(Notebook.read(result), trouble);
        } finally {
            delete(own);
        }
    }

    private String execute(Path own, List<String> arguments, Path log) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(python, script(own).toString()),
                        arguments.stream(),
                        Stream.of(String.valueOf(seconds)))
                .flatMap(part -> part)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().put("PORTHOLE_HISTORY", "off"); // these cells are nobody's own
        builder.environment().put("PORTHOLE_PROGRESS", own.resolve("progress").toString());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } finally {
            process.destroy();
        }
    }

    private static Path script(Path own) throws IOException {
        Path script = own.resolve("execute.py");
        try (InputStream in = NotebookRun.class.getResourceAsStream("execute.py")) {
            if (in == null) {
                throw new IOException("execute.py");
            }
            return Files.write(script, in.readAllBytes());
        }
    }

    private static String lastLine(String log) {
        List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "–" : lines.get(lines.size() - 1).strip();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
