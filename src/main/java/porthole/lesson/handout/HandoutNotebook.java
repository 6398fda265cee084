package porthole.lesson.handout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.handout.KeptPart.MarkException;

/** A teacher's notebook as learners get it. Cells stand in the same order, so the number of a cell means the same in both. */
public final class HandoutNotebook {
    private static final Sentences SENTENCES = Sentences.of(HandoutNotebook.class);

    /** The key of the notebook's own metadata that says of which lesson it is. */
    public static final String METADATA = "porthole";

    private HandoutNotebook() {}

    /**
     * Without solutions, hidden tests, mark schemes and outputs; what is the teacher's is locked.
     *
     * @param lesson the lesson's name, which the notebook keeps
     * @param language the notebook's, which it keeps, too
     * @throws HandoutException where a part that is marked does not end
     */
    public static Notebook of(Notebook teachers, String lesson, String language) {
        List<NotebookCell> cells = new ArrayList<>();
        for (NotebookCell cell : teachers.cells()) {
            try {
                cells.add(handedOut(cell, Language.of(language)));
            } catch (MarkException e) {
                throw new HandoutException(SENTENCES.say("handout.mark", cells.size() + 1, e.missing()));
            }
        }
        ObjectNode metadata = teachers.metadata();
        metadata.putObject(METADATA).put("lesson", lesson).put("language", language);
        return teachers.withCells(cells).withMetadata(metadata);
    }

    /** The teacher's notebook as it solves itself: without the lines of marks, which need not be Java. */
    public static Notebook solved(Notebook teachers) {
        return teachers.withCells(teachers.cells().stream()
                .map(cell -> cell.withSource(KeptPart.unmarked(cell.source())))
                .toList());
    }

    private static NotebookCell handedOut(NotebookCell cell, Language language) {
        CellRole role = CellRole.of(cell);
        String stub = SENTENCES.say(language, cell.isCode() ? "handout.code" : "handout.text");
        String source = cell.source();
        boolean marked = KeptPart.SOLUTION.isIn(source);
        source = KeptPart.SOLUTION.without(source, Optional.of(stub));
        source = KeptPart.HIDDEN_TESTS.without(source, Optional.empty());
        source = KeptPart.MARK_SCHEME.without(source, Optional.empty());
        boolean task = cell.metadata().path("nbgrader").path("task").asBoolean();
        boolean theirs = cell.metadata().path("nbgrader").path("solution").asBoolean();
        if (theirs && !marked && !task) { // as nbgrader: a solution without marks is all of the cell
            source = stub;
        }
        return cell.withSource(source).withoutOutputs().withMetadata(locked(cell.metadata(), role));
    }

    /** As nbgrader's {@code LockCells}. */
    private static ObjectNode locked(ObjectNode metadata, CellRole role) {
        if (role.isTeachers()) {
            metadata.put("deletable", false).put("editable", false);
        } else if (role != CellRole.OPEN) {
            metadata.put("deletable", false);
        }
        metadata.remove("execution"); // when it ran
        return metadata;
    }
}
