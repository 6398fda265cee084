package porthole.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.engine.api.EngineException;
import porthole.engine.recording.Recording;

/**
 * The recordings beside a notebook. A recording has the name of its notebook: {@code shop.recording.jsonl.gz} is that of
 * {@code shop.ipynb}.
 *
 * @param folder the notebook's
 * @param notebook the name of its file; empty if it is not known
 */
record RecordingsHere(Path folder, String notebook) {
    private static final Sentences SENTENCES = Sentences.of(RecordingsHere.class);

    /** Of the notebook that this kernel runs. Its name is known if the Jupyter server tells it (Jupyter Server 2 and later). */
    static RecordingsHere ofThisKernel() {
        Path name =
                Path.of(System.getenv().getOrDefault("JPY_SESSION_NAME", "")).getFileName();
        return new RecordingsHere(Path.of("").toAbsolutePath(), name == null ? "" : name.toString());
    }

    /** Those that there are, as {@code lab.replay} takes them. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(Recording.ENDING))
                    .map(name -> name.substring(0, name.length() - Recording.ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // a folder that cannot be read has none to offer
        }
    }

    /** The notebook's own if its name is known, else all. */
    private List<String> own() {
        List<String> all = names();
        String own = notebook.replaceFirst("\\.ipynb$", "");
        return all.contains(own) ? List.of(own) : all;
    }

    private Path file(String name) {
        return folder.resolve(name + Recording.ENDING);
    }

    /** What one can do without an engine, in a sentence; empty if there is no recording. */
    String offer() {
        List<String> own = own();
        if (own.isEmpty()) {
            return "";
        }
        if (own.size() > 1) {
            return SENTENCES.say("recordings.several", String.join(", ", own), own.get(0));
        }
        try {
            Recording recording = Recording.read(file(own.get(0)));
            return SENTENCES.say("recordings.one", own.get(0), recording.date(), recording.engine());
        } catch (EngineException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** @throws EngineException if there is none, there are several, or it cannot be read */
    Recording only() {
        List<String> own = own();
        if (own.isEmpty()) {
            throw new EngineException(SENTENCES.say("recordings.none", folder));
        }
        if (own.size() > 1) {
            throw new EngineException(SENTENCES.say("recordings.several", String.join(", ", own), own.get(0)));
        }
        return Recording.read(file(own.get(0)));
    }

    /** @throws EngineException if there is none of that name, or it cannot be read */
    Recording named(String name) {
        String wanted = name.replaceFirst("(?:\\.ipynb|" + Recording.ENDING.replace(".", "\\.") + ")$", "");
        List<String> all = names();
        if (!all.contains(wanted)) {
            throw new EngineException(
                    all.isEmpty()
                            ? SENTENCES.say("recordings.none", folder)
                            : SENTENCES.say(
                                    "recordings.unknown",
                                    wanted,
                                    String.join(", ", all),
                                    Nearest.suggestion(wanted, all)));
        }
        return Recording.read(file(wanted));
    }
}
