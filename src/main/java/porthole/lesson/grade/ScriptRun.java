package porthole.lesson.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.enclosure.EngineSeal;
import porthole.lesson.exercise.Verification;
import porthole.lesson.handout.CellRole;

/**
 * One run of a script: the submission's cells in its own session, the teacher's tests in the examiner's, which is beside it. A
 * test is run in the submission's session only if it names what that session declares.
 */
final class ScriptRun {
    /** The examiner waits for the engine with this. */
    static final String ENGINE = "for (int i = 0; ; i++) { try { docker.version(); break; }"
            + " catch (RuntimeException e) { if (i > 400) throw e; Thread.sleep(50); } }";

    private static final String EXPECTED_TO_FAIL = "raises-exception";

    private final CellSession own;
    private final CellSession examiner;
    private final EngineSeal seal;
    private final RunLimits limits;
    private final Set<String> inSession;
    private final boolean finding;
    private final Map<String, TaskMark> marks = new LinkedHashMap<>();
    private final List<NotebookCell> shown = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final long end;
    private int number;

    /**
     * @param seal of the engine, as it was before the first cell
     * @param inSession the tasks whose tests need the submission's session
     * @param finding whether to find out which these are, and add them
     */
    ScriptRun(
            CellSession own,
            CellSession examiner,
            EngineSeal seal,
            RunLimits limits,
            Set<String> inSession,
            boolean finding) {
        this.own = own;
        this.examiner = examiner;
        this.seal = seal;
        this.limits = limits;
        this.inSession = inSession;
        this.finding = finding;
        this.end = System.nanoTime() + limits.all().toNanos();
    }

    /** Runs it to its end. */
    void run(List<ScriptCell> script) throws InterruptedException {
        for (ScriptCell each : script) {
            if (!each.cell().isCode()) {
                each.task().ifPresent(task -> marks.put(task.name(), given(task)));
                shown.add(each.cell());
                continue;
            }
            number++;
            shown.add(cell(each));
        }
    }

    /** Tells where the submission has ended the engine that it was measured on. */
    void lookAtEngine() throws InterruptedException {
        if (examiner.run("docker.version()", limits.cell()).end() != CellAnswer.End.OK) {
            once(Remark.of("remark.engine"));
        }
    }

    List<TaskMark> marks() {
        return List.copyOf(marks.values());
    }

    List<Remark> remarks() {
        return remarks;
    }

    /** The cells with what they have shown. */
    List<NotebookCell> shown() {
        return shown;
    }

    private static TaskMark given(GradedTask task) {
        return new TaskMark(task.name(), 0, task.points(), TaskMark.Kind.MANUAL, List.of(), "");
    }

    private NotebookCell cell(ScriptCell each) throws InterruptedException {
        GradedTask task = each.task().orElse(null);
        if (task != null && task.manual()) {
            marks.put(task.name(), given(task));
        }
        return each.role() == CellRole.TEST && task != null ? test(each.cell(), task) : answered(each.cell());
    }

    private NotebookCell answered(NotebookCell cell) throws InterruptedException {
        CellAnswer answer = ran(cell);
        if (answer.end() == CellAnswer.End.ERROR && !cell.tags().contains(EXPECTED_TO_FAIL)) {
            boolean compiled = answer.error().filter("CompilationError"::equals).isEmpty();
            once(Remark.of(compiled ? "remark.failed" : "remark.compile", number, answer.reason()));
        }
        return outputs(cell, answer);
    }

    private CellAnswer ran(NotebookCell cell) throws InterruptedException {
        boolean was = own.gone();
        Duration left = left();
        if (was || left.isZero()) {
            if (!was) {
                once(Remark.of("remark.time", number, limits.all().toSeconds()));
            }
            return new CellAnswer(List.of(), CellAnswer.End.GONE);
        }
        CellAnswer answer = own.run(cell.source(), left.compareTo(limits.cell()) < 0 ? left : limits.cell());
        switch (answer.end()) {
            case TIME -> once(Remark.of("remark.slow", number, limits.cell().toSeconds()));
            case OUTPUT -> once(Remark.of("remark.output", number, CellSession.MOST));
            default -> {
                // as a person would see it
            }
        }
        if (own.gone()) {
            once(Remark.of("remark.gone", number));
        }
        return answer;
    }

    private void once(Remark remark) {
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private NotebookCell test(NotebookCell cell, GradedTask task) throws InterruptedException {
        if (left().isZero()) {
            once(Remark.of("remark.time", number, limits.all().toSeconds()));
            marks.put(task.name(), new TaskMark(task.name(), 0, task.points(), TaskMark.Kind.NONE, List.of(), ""));
            return cell;
        }
        boolean session = inSession.contains(task.name());
        CellAnswer answer =
                session ? ran(cell) : examiner.run(cell.source(), limits.cell().multipliedBy(2));
        if (!session
                && finding
                && answer.error().filter("CompilationError"::equals).isPresent()) {
            inSession.add(task.name());
            session = true;
            answer = ran(cell);
        }
        TaskMark mark = mark(cell, task, answer, session ? TaskMark.Kind.SESSION : TaskMark.Kind.MEASURED);
        marks.put(task.name(), session ? mark : believed(mark));
        return outputs(cell, answer);
    }

    /** Nothing, where what was measured came from an engine that is no longer the grader's. */
    private TaskMark believed(TaskMark mark) {
        return seal.broken()
                .map(part -> {
                    once(Remark.of("remark.seal." + part.name().toLowerCase(Locale.ROOT)));
                    return new TaskMark(mark.task(), 0, mark.possible(), TaskMark.Kind.NONE, List.of(), "");
                })
                .orElse(mark);
    }

    private static TaskMark mark(NotebookCell cell, GradedTask task, CellAnswer answer, TaskMark.Kind kind) {
        Optional<JsonNode> measured = answer.forms(Verification.MEASURED).stream()
                .filter(form -> form.path("exercise").asText().equals(task.name()))
                .reduce((first, second) -> second);
        if (measured.isPresent()) {
            JsonNode form = measured.get();
            List<TaskMark.Line> lines = new ArrayList<>();
            form.path("lines")
                    .forEach(line -> lines.add(new TaskMark.Line(
                            line.path("expected").asText(),
                            line.path("holds").asBoolean(),
                            line.path("seen").asText(),
                            line.path("points").asInt())));
            double all = form.path("possible").asDouble();
            double had = all > 0 ? task.points() * form.path("points").asDouble() / all : 0;
            return new TaskMark(task.name(), Math.max(0, Math.min(had, task.points())), task.points(), kind, lines, "");
        }
        // nbgrader's own tests pass if they do not fail; one that verifies an exercise has to have measured it
        boolean passed =
                answer.end() == CellAnswer.End.OK && CellRole.exercise(cell).isEmpty();
        String note = answer.outputs().stream()
                .filter(o -> o.has("evalue"))
                .map(o -> o.path("evalue").asText())
                .findFirst()
                .orElse("");
        boolean ran = answer.end() != CellAnswer.End.GONE;
        return new TaskMark(
                task.name(),
                passed ? task.points() : 0,
                task.points(),
                ran ? kind : TaskMark.Kind.NONE,
                List.of(),
                note);
    }

    private NotebookCell outputs(NotebookCell cell, CellAnswer answer) {
        return cell.withOutputs(answer.inFile());
    }
}
