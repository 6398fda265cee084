package porthole.lesson.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookOutput;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonExercise.Solution;

/**
 * A notebook as a run shows it. For each exercise that is set and then verified, the run verifies it once more when its scene is
 * set, and does its solution before it is verified.
 */
final class ExecutedNotebook {
    private final ReviewedNotebook written;
    private final List<NotebookCell> cells = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<String, Integer> unsolved = new HashMap<>();
    private final Map<String, Integer> solutions = new HashMap<>();
    private List<NotebookCell> shown = List.of();
    private String trouble = "";

    private ExecutedNotebook(ReviewedNotebook written) {
        this.written = written;
    }

    static ExecutedNotebook of(ReviewedNotebook written, NotebookRun run) throws IOException, InterruptedException {
        ExecutedNotebook executed = new ExecutedNotebook(written);
        executed.compose();
        NotebookRun.Result result = run.run(
                written.notebook().withCells(executed.cells), written.file().resolveSibling(""));
        executed.shown = result.notebook().cells();
        executed.trouble = result.trouble();
        return executed;
    }

    private void compose() {
        for (int i = 1; i <= written.cells().size(); i++) {
            int number = i;
            List<LessonCall> calls =
                    written.calls().stream().filter(c -> c.cell() == number).toList();
            for (LessonCall call : calls) {
                if (call.word().equals("verify")) {
                    solution(call).ifPresent(code -> add(solutions, call.name(), code));
                }
            }
            places.put(i, cells.size());
            cells.add(written.cell(i).withoutOutputs());
            for (LessonCall call : calls) {
                if (call.word().equals("exercise")) {
                    verification(call).ifPresent(code -> add(unsolved, call.name(), code));
                }
            }
        }
    }

    private void add(Map<String, Integer> where, String exercise, String code) {
        where.put(exercise, cells.size());
        cells.add(NotebookCell.code("porthole-review-" + cells.size(), code));
    }

    /** The cell that verifies an exercise, which is another one and comes later. */
    private Optional<String> verification(LessonCall set) {
        return written.calls("verify").stream()
                .filter(call -> call.name().equals(set.name()) && call.cell() > set.cell())
                .map(call -> written.cell(call.cell()).source())
                .findFirst();
    }

    /** The lesson's solution; none where the notebook has one between the exercise and its verification. */
    private Optional<String> solution(LessonCall verify) {
        int set = written.calls("exercise").stream()
                .filter(call -> call.name().equals(verify.name()) && call.cell() < verify.cell())
                .mapToInt(LessonCall::cell)
                .max()
                .orElse(0);
        if (set == 0 || solutions.containsKey(verify.name())) {
            return Optional.empty();
        }
        for (int i = set; i < verify.cell(); i++) {
            NotebookCell cell = written.cell(i);
            if (cell.source().contains("BEGIN SOLUTION")
                    || cell.metadata().path("nbgrader").path("solution").asBoolean()) {
                return Optional.empty();
            }
        }
        return written.lesson()
                .map(lesson -> lesson.exercises().get(verify.name()))
                .flatMap(LessonExercise::solution)
                .map(Solution::cell);
    }

    ReviewedNotebook written() {
        return written;
    }

    /** Why the run did not reach its end, and where; empty text if it did. */
    String trouble() {
        return trouble;
    }

    /** The last cell of the notebook that was begun. */
    int lastBegun() {
        int last = 0;
        for (int i = 1; i <= written.cells().size(); i++) {
            NotebookCell cell = shown.get(at(i));
            if (!cell.outputs().isEmpty() || cell.metadata().has("execution")) {
                last = i;
            }
        }
        return last;
    }

    private int at(int cell) {
        return places.getOrDefault(cell, 0);
    }

    /** What a cell of the notebook has shown. */
    List<NotebookOutput> outputs(int cell) {
        return shown.get(at(cell)).outputs();
    }

    /** What {@code verify} has shown when only the scene was set; empty if the notebook does not verify it. */
    Optional<List<NotebookOutput>> unsolved(String exercise) {
        return Optional.ofNullable(unsolved.get(exercise))
                .map(place -> shown.get(place).outputs());
    }

    /** What the lesson's solution has shown; empty if it was not run. */
    Optional<List<NotebookOutput>> solution(String exercise) {
        return Optional.ofNullable(solutions.get(exercise))
                .map(place -> shown.get(place).outputs());
    }
}
