package porthole.lesson.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.display.Sentences;

/**
 * A notebook document, format version 4. It does not change; what changes one gives another. Keys that this class does not
 * know are kept as they are, and {@link #text()} is what Jupyter itself writes.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The notebook format</a>
 */
public final class Notebook {
    private static final Sentences SENTENCES = Sentences.of(Notebook.class);
    private static final int FORMAT = 4;

    /** The first minor version of the format in which cells have ids. */
    private static final int WITH_IDS = 5;

    private final ObjectNode json;
    private final List<NotebookCell> cells;

    private Notebook(ObjectNode json, List<NotebookCell> cells) {
        this.json = json;
        this.cells = List.copyOf(cells);
    }

    /**
     * Reads a notebook.
     *
     * @param file the {@code .ipynb} file, in UTF-8
     * @throws NotebookException if there is no such file, it cannot be read, or it is not a notebook
     */
    public static Notebook read(Path file) throws NotebookException {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new NotebookException(SENTENCES.say("document.none", file));
        } catch (CharacterCodingException e) {
            throw new NotebookException(SENTENCES.say("document.utf8", file));
        } catch (AccessDeniedException e) {
            throw new NotebookException(SENTENCES.say("document.denied", file));
        } catch (IOException e) {
            throw new NotebookException(SENTENCES.say("document.unreadable", file, String.valueOf(e.getMessage())));
        }
    }

    /**
     * Reads a notebook from its text.
     *
     * @param name what sentences call it
     * @param text the whole text of the file
     * @throws NotebookException if it is not a notebook of format version 4
     */
    public static Notebook parse(String name, String text) throws NotebookException {
        JsonNode read;
        try {
            read = DocumentJson.read(text);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new NotebookException(SENTENCES.say("document.json", name, line, e.getOriginalMessage()));
        }
        if (!(read instanceof ObjectNode json) || !json.path("nbformat").isInt()) {
            throw new NotebookException(SENTENCES.say("document.format", name));
        }
        int format = json.path("nbformat").asInt();
        if (format != FORMAT) {
            throw new NotebookException(SENTENCES.say("document.version", name, format, FORMAT));
        }
        if (!(json.path("cells") instanceof ArrayNode all)) {
            throw new NotebookException(SENTENCES.say("document.format", name));
        }
        return new Notebook(json, cells(name, all));
    }

    private static List<NotebookCell> cells(String name, ArrayNode all) {
        List<NotebookCell> cells = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : all) {
            int number = cells.size() + 1;
            NotebookCell cell = NotebookCell.of(each)
                    .orElseThrow(() -> new NotebookException(SENTENCES.say("document.cell", name, number)));
            if (cell.id().filter(id -> !ids.add(id)).isPresent()) {
                throw new NotebookException(
                        SENTENCES.say("document.twice", name, number, cell.id().orElseThrow()));
            }
            cells.add(cell);
        }
        return cells;
    }

    /**
     * Makes a notebook of format version 4.5 for the Java kernel.
     *
     * @param kernel the kernelspec's name, such as {@code porthole-ja}
     * @param display the kernelspec's name for people
     * @param cells its cells
     */
    public static Notebook of(String kernel, String display, List<NotebookCell> cells) {
        ObjectNode json = DocumentJson.object();
        json.putArray("cells");
        json.putObject("metadata")
                .putObject("kernelspec")
                .put("display_name", display)
                .put("language", "java")
                .put("name", kernel);
        json.put("nbformat", FORMAT).put("nbformat_minor", WITH_IDS);
        return new Notebook(json, cells);
    }

    /** Gives the cells in their order. */
    public List<NotebookCell> cells() {
        return cells;
    }

    /** Gives the code cells in their order. */
    public List<NotebookCell> code() {
        return cells.stream().filter(NotebookCell::isCode).toList();
    }

    /** Gives this notebook with other cells; all else stays. */
    public Notebook withCells(List<NotebookCell> others) {
        return new Notebook(json, others);
    }

    /** Whether cells have ids in this notebook's version of the format (4.5 and later). */
    public boolean hasIds() {
        return json.path("nbformat_minor").asInt() >= WITH_IDS;
    }

    /** Gives the name of the kernelspec that the notebook is run with, such as {@code porthole-ja}; empty if it names none. */
    public Optional<String> kernel() {
        return Optional.of(json.path("metadata").path("kernelspec").path("name").asText())
                .filter(name -> !name.isEmpty());
    }

    /** Gives a copy of the notebook's own metadata; empty if it has none. */
    public ObjectNode metadata() {
        return json.path("metadata") instanceof ObjectNode metadata ? metadata.deepCopy() : DocumentJson.object();
    }

    /** Gives this notebook with other metadata of its own; its cells stay. */
    public Notebook withMetadata(ObjectNode metadata) {
        ObjectNode changed = json.deepCopy();
        changed.set("metadata", metadata.deepCopy());
        return new Notebook(changed, cells);
    }

    /** Gives the file's text as Jupyter writes it (keys in their own order): one space of indentation, a list of lines for each text. */
    public String text() {
        ObjectNode whole = json.deepCopy();
        ArrayNode all = whole.putArray("cells");
        cells.forEach(cell -> all.add(cell.json()));
        return DocumentJson.text(whole);
    }

    /**
     * Writes it in place of {@code file}, which is as it was before if that fails.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.exists(target)) {
            Files.writeString(target, text());
            return;
        }
        Path written = Files.createTempFile(target.getParent(), ".notebook", ".new");
        try {
            Files.writeString(written, text());
            if (Files.getFileStore(target).supportsFileAttributeView("posix")) { // a new one is for its owner alone
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(target));
            }
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
