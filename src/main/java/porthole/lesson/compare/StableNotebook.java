package porthole.lesson.compare;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookOutput;

/**
 * An executed notebook in which nothing differs between two runs that is the same in both: what an engine chooses anew
 * (ids, veth names, bridges, MAC addresses, times, durations) is replaced in all outputs, always by the same name within
 * the notebook. A sentence before the first output says so.
 */
public final class StableNotebook {
    private static final Sentences SENTENCES = Sentences.of(StableNotebook.class);

    /** The key in the notebook's metadata that says what was done. */
    private static final String KEY = "porthole";

    private StableNotebook() {}

    /**
     * Gives the notebook with stable outputs. Given twice, it is as given once.
     *
     * @param notebook as it was executed
     * @param drawingsOnly whether a picture that has an SVG keeps no PNG; otherwise it loses it only where the drawing
     *     would show a name that was replaced
     */
    public static Notebook of(Notebook notebook, boolean drawingsOnly) {
        StableOutputs outputs = new StableOutputs(StableOutputs.code(notebook.cells()), drawingsOnly);
        boolean isTold = notebook.metadata().path(KEY).path("stable").asBoolean();
        List<NotebookCell> cells = new ArrayList<>();
        for (NotebookCell cell : notebook.cells()) {
            if (cell.isCode() && !cell.outputs().isEmpty()) {
                cells.add(cell.withOutputs(outputs.of(cell.outputs())));
            } else {
                cells.add(cell);
            }
        }
        cells.replaceAll(StableNotebook::withoutTimes);
        Notebook stable = notebook.withCells(cells);
        return outputs.found() > 0 && !isTold ? told(stable) : stable;
    }

    /** When Jupyter ran a cell. */
    private static NotebookCell withoutTimes(NotebookCell cell) {
        ObjectNode metadata = cell.metadata();
        return metadata.remove("execution") == null ? cell : cell.withMetadata(metadata);
    }

    private static Notebook told(Notebook notebook) {
        List<NotebookCell> cells = new ArrayList<>(notebook.cells());
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).outputs().isEmpty()) {
                List<NotebookOutput> outputs = new ArrayList<>(cells.get(i).outputs());
                outputs.add(0, note());
                cells.set(i, cells.get(i).withOutputs(outputs));
                break;
            }
        }
        ObjectNode metadata = notebook.metadata();
        metadata.withObject(KEY).put("stable", true);
        return notebook.withCells(cells).withMetadata(metadata);
    }

    private static NotebookOutput note() {
        String sentence = SENTENCES.say("stable.note");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("data").put("text/markdown", "*" + sentence + "*").put("text/plain", sentence);
        json.putObject("metadata");
        return new NotebookOutput(json.put("output_type", "display_data"));
    }
}
