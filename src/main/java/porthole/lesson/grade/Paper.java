package porthole.lesson.grade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.handout.CellRole;
import porthole.lesson.handout.HandoutNotebook;

/**
 * A lesson's notebook in one language: as the teacher has it, and as learners get it, cell by cell.
 *
 * @param language as in {@code ja}
 * @param teachers as the teacher has it
 * @param handout as learners get it, with as many cells
 * @param cells what each cell is
 */
record Paper(String language, Notebook teachers, Notebook handout, List<PaperCell> cells) {
    /**
     * A cell of the paper.
     *
     * @param role whose it is
     * @param teachers as the teacher's is run
     * @param handout as learners get it
     * @param task the points that it gives; empty where it gives none
     */
    record PaperCell(CellRole role, NotebookCell teachers, NotebookCell handout, Optional<GradedTask> task) {}

    static Paper of(Notebook teachers, Lesson lesson, String language) {
        Notebook handout = HandoutNotebook.of(teachers, lesson.name(), language);
        Notebook solved = HandoutNotebook.solved(teachers);
        List<PaperCell> cells = new ArrayList<>();
        for (int i = 0; i < teachers.cells().size(); i++) {
            NotebookCell cell = teachers.cells().get(i);
            CellRole role = CellRole.of(cell);
            NotebookCell shown = handout.cells().get(i);
            cells.add(new PaperCell(
                    role, solved.cells().get(i).withMetadata(shown.metadata()), shown, task(cell, role, lesson)));
        }
        return new Paper(language, teachers, handout, cells);
    }

    private static Optional<GradedTask> task(NotebookCell cell, CellRole role, Lesson lesson) {
        double points = CellRole.points(cell);
        String id = CellRole.gradeId(cell).or(cell::id).orElse("");
        if (role == CellRole.MANUAL) {
            return Optional.of(new GradedTask(id, points, true));
        }
        if (role != CellRole.TEST) {
            return Optional.empty();
        }
        Optional<LessonExercise> exercise = CellRole.exercise(cell)
                .flatMap(name -> Optional.ofNullable(lesson.exercises().get(name)));
        return Optional.of(exercise.map(e -> new GradedTask(e.name(), points > 0 ? points : e.points(), false))
                .orElseGet(() -> new GradedTask(id, points, false)));
    }

    /** All that gives points, in the notebook's order; a task that stands twice counts once. */
    List<GradedTask> tasks() {
        Map<String, GradedTask> tasks = new LinkedHashMap<>();
        cells.forEach(cell -> cell.task().ifPresent(task -> tasks.put(task.name(), task)));
        return List.copyOf(tasks.values());
    }

    /** The teacher's own, solved: with the solution of the lesson's file before a test that no cell of the notebook solves. */
    List<ScriptCell> solved(Lesson lesson) {
        List<ScriptCell> script = new ArrayList<>();
        boolean answered = false;
        for (PaperCell cell : cells) {
            answered |= cell.role() == CellRole.ANSWER;
            if (cell.role() == CellRole.TEST && !answered) {
                cell.task()
                        .map(task -> lesson.exercises().get(task.name()))
                        .flatMap(LessonExercise::solution)
                        .ifPresent(solution -> script.add(new ScriptCell(
                                NotebookCell.code("solution-" + script.size(), solution.cell()),
                                CellRole.ANSWER,
                                Optional.empty())));
            }
            answered &= cell.role() != CellRole.TEST;
            script.add(new ScriptCell(cell.teachers(), cell.role(), cell.task()));
        }
        return script;
    }
}
