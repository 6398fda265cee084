package porthole.lesson.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;

/**
 * Carries the code of a notebook to the same notebook in other languages: the cells are joined by their ids. Texts stay as they
 * are translated; a new one appears as it is, with the tag {@code untranslated}; a text whose cell is gone is kept in a file
 * beside the notebook.
 */
public final class LanguageSync {
    private static final Sentences SENTENCES = Sentences.of(LanguageSync.class);

    private final Map<Path, SyncedNotebook> others = new LinkedHashMap<>();

    private LanguageSync() {}

    /**
     * Joins a notebook with those of other languages: the files of the same name in the folders {@code en}, {@code ja} beside its
     * own.
     *
     * @param file the notebook whose code is the right one
     * @throws IllegalArgumentException if there is no other, or its cells cannot be joined: they are named
     * @throws porthole.lesson.document.NotebookException if one of the notebooks cannot be read
     */
    public static LanguageSync from(Path file) {
        Path source = file.toAbsolutePath().normalize();
        Notebook first = Notebook.read(source);
        List<Path> targets = NotebookGroups.inOtherLanguages(source);
        if (targets.isEmpty()) {
            String folder = NotebookGroups.nameOf(source.getParent());
            throw new IllegalArgumentException(
                    NotebookGroups.languages().contains(folder)
                            ? SENTENCES.say("sync.alone", file, others(source, folder))
                            : SENTENCES.say("sync.folder", file, String.join(", ", NotebookGroups.languages())));
        }
        LanguageSync sync = new LanguageSync();
        for (Path target : targets) {
            sync.others.put(target, SyncedNotebook.of(file, first, target, Notebook.read(target)));
        }
        return sync;
    }

    private static String others(Path source, String folder) {
        List<String> others = NotebookGroups.languages().stream()
                .filter(language -> !language.equals(folder))
                .map(language -> source.resolveSibling("")
                        .resolveSibling(language)
                        .resolve(source.getFileName())
                        .toString())
                .toList();
        return String.join(", ", others);
    }

    /**
     * Writes the other notebooks.
     *
     * @return what was done, a sentence each
     * @throws IOException if one cannot be written
     */
    public List<String> write() throws IOException {
        List<String> said = new ArrayList<>();
        for (Map.Entry<Path, SyncedNotebook> entry : others.entrySet()) {
            Path target = entry.getKey();
            SyncedNotebook synced = entry.getValue();
            if (!synced.texts().isEmpty()) {
                Path kept =
                        target.resolveSibling(NotebookGroups.nameOf(target).replaceFirst("[.]ipynb$", ".removed.md"));
                String before = Files.exists(kept) ? Files.readString(kept) + "\n" : "";
                Files.writeString(kept, before + String.join("\n\n", synced.texts()) + "\n");
                said.add(SENTENCES.say("sync.kept", synced.texts().size(), kept));
            }
            synced.said().forEach(done -> said.add(target + ": " + done));
            if (synced.said().isEmpty()) {
                said.add(SENTENCES.say("sync.nothing", target));
            } else {
                synced.notebook().write(target);
            }
        }
        return said;
    }
}
