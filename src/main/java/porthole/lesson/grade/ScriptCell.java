package porthole.lesson.grade;

import java.util.Optional;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.handout.CellRole;

/**
 * A cell as it is run for a submission.
 *
 * @param cell the submission's, or the teacher's in its place
 * @param role whose it is
 * @param task the points that it gives
 */
record ScriptCell(NotebookCell cell, CellRole role, Optional<GradedTask> task) {}
