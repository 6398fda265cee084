package porthole.lesson.handout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.lesson.document.NotebookCell;

/**
 * Whose a cell of a teacher's notebook is. nbgrader's metadata decide, where a cell has them; else what stands in it.
 *
 * @see <a href="https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html">nbgrader's metadata</a>
 */
public enum CellRole {
    /** The learner writes it; a test after it gives its points. */
    ANSWER,
    /** The learner writes it, and the teacher gives its points. */
    MANUAL,
    /** It gives points: the teacher's own is run, whatever a submission has in its place. */
    TEST,
    /** The teacher's own is run, whatever a submission has in its place. */
    LOCKED,
    /** Any other: a submission's own is run. */
    OPEN;

    private static final Pattern VERIFY = Pattern.compile("\\bverify\\s*\\(\\s*\"([^\"\\\\]+)\"");
    private static final Pattern SCENE = Pattern.compile("\\b(?:exercise|chapter)\\s*\\(\\s*\"");

    /** The role of a cell of the teacher's own notebook. */
    public static CellRole of(NotebookCell cell) {
        JsonNode nbgrader = cell.metadata().path("nbgrader");
        if (nbgrader.isObject()) {
            boolean solution = nbgrader.path("solution").asBoolean();
            boolean grade = nbgrader.path("grade").asBoolean();
            if (nbgrader.path("task").asBoolean() || (grade && solution)) {
                return MANUAL;
            }
            return solution ? ANSWER : grade ? TEST : nbgrader.path("locked").asBoolean() ? LOCKED : OPEN;
        }
        if (KeptPart.SOLUTION.isIn(cell.source())) {
            return ANSWER;
        }
        if (!cell.isCode()) {
            return OPEN;
        }
        return exercise(cell).isPresent() ? TEST : SCENE.matcher(cell.source()).find() ? LOCKED : OPEN;
    }

    /** The exercise that it verifies; the first, where there are several. */
    public static Optional<String> exercise(NotebookCell cell) {
        Matcher verify = VERIFY.matcher(cell.source());
        return cell.isCode() && verify.find() ? Optional.of(verify.group(1)) : Optional.empty();
    }

    /** Its name in nbgrader's metadata, by which nbgrader knows it again. */
    public static Optional<String> gradeId(NotebookCell cell) {
        return Optional.of(cell.metadata().path("nbgrader").path("grade_id").asText())
                .filter(id -> !id.isEmpty());
    }

    /** Its points in nbgrader's metadata; 0 where there are none. */
    public static double points(NotebookCell cell) {
        return cell.metadata().path("nbgrader").path("points").asDouble();
    }

    /** Whether a submission's own is not run. */
    public boolean isTeachers() {
        return this == TEST || this == LOCKED;
    }
}
