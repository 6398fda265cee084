package porthole.lesson.grade;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.grade.Paper.PaperCell;
import porthole.lesson.handout.CellRole;

/**
 * What is run for a submission: its own cells in its own order, with the teacher's in place of what is the teacher's. What of
 * that was removed stands again after the cell that it came after.
 *
 * @param cells in order
 * @param remarks what was changed or removed
 * @param known how many of the paper's cells the submission has, of those that are not text alone
 */
record SubmittedScript(List<ScriptCell> cells, List<Remark> remarks, int known) {
    SubmittedScript {
        cells = List.copyOf(cells);
        remarks = List.copyOf(remarks);
    }

    static SubmittedScript of(Paper paper, Notebook submission) {
        Map<Integer, Integer> places =
                places(paper, submission.cells()); // the paper's cell of each of the submission's
        List<ScriptCell> script = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        Set<Integer> there = new HashSet<>(places.values());
        putBack(-1, paper, there, script, remarks);
        for (int i = 0; i < submission.cells().size(); i++) {
            NotebookCell own = submission.cells().get(i);
            Integer place = places.get(i);
            if (place == null) {
                script.add(new ScriptCell(own, CellRole.OPEN, Optional.empty()));
                continue;
            }
            PaperCell of = paper.cells().get(place);
            boolean teachers = of.role().isTeachers();
            if (teachers && !same(own, of.handout())) {
                remarks.add(Remark.of("remark.changed", shown(of.handout())));
            }
            script.add(new ScriptCell(teachers ? of.teachers() : own, of.role(), of.task()));
            putBack(place, paper, there, script, remarks);
        }
        int known =
                (int) there.stream().filter(n -> matters(paper.cells().get(n))).count();
        return new SubmittedScript(script, remarks, known);
    }

    /** What stood right after the paper's cell {@code place} and is not there. */
    private static void putBack(
            int place, Paper paper, Set<Integer> there, List<ScriptCell> script, List<Remark> remarks) {
        for (int next = place + 1; next < paper.cells().size() && !there.contains(next); next++) {
            PaperCell missing = paper.cells().get(next);
            if (missing.role().isTeachers()) {
                remarks.add(Remark.of("remark.removed", shown(missing.handout())));
                script.add(new ScriptCell(missing.teachers(), missing.role(), missing.task()));
            } else if (missing.role() != CellRole.OPEN) {
                remarks.add(Remark.of("remark.no-answer", shown(missing.handout())));
            }
        }
    }

    /** Whether a cell tells this lesson from another. */
    static boolean matters(PaperCell cell) {
        return cell.role() != CellRole.OPEN || cell.handout().isCode();
    }

    /** By nbgrader's name, then by the cell's id, then by its text; each cell of the paper once. */
    private static Map<Integer, Integer> places(Paper paper, List<NotebookCell> own) {
        Map<Integer, Integer> places = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        List<Function<NotebookCell, Optional<String>>> keys =
                List.of(CellRole::gradeId, NotebookCell::id, cell -> Optional.of(text(cell)));
        for (Function<NotebookCell, Optional<String>> key : keys) {
            for (int i = 0; i < own.size(); i++) {
                Optional<String> wanted = key.apply(own.get(i));
                for (int n = 0;
                        wanted.isPresent()
                                && !places.containsKey(i)
                                && n < paper.cells().size();
                        n++) {
                    NotebookCell of = paper.cells().get(n).handout();
                    if (!taken.contains(n)
                            && of.kind() == own.get(i).kind()
                            && key.apply(of).equals(wanted)) {
                        places.put(i, n);
                        taken.add(n);
                    }
                }
            }
        }
        return places;
    }

    private static boolean same(NotebookCell one, NotebookCell other) {
        return text(one).equals(text(other));
    }

    private static String text(NotebookCell cell) {
        return cell.source().replaceAll("[ \\t]+\\n", "\n").strip();
    }

    /** A cell's first line, by which a reader knows it. */
    static String shown(NotebookCell cell) {
        String first = cell.source().strip().lines().findFirst().orElse("");
        return first.length() > 60 ? first.substring(0, 59) + "…" : first;
    }
}
