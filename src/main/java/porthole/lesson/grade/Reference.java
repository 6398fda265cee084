package porthole.lesson.grade;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.lesson.enclosure.EnclosureSlot;
import porthole.lesson.handout.HandoutException;

/** Holds the lesson to its promise: its solution earns all points, what is handed out earns none. */
record Reference(TaughtLesson lesson, Grader grader, Consumer<String> told) {
    private static final Sentences SENTENCES = Sentences.of(Reference.class);

    /**
     * Runs the solution, unless it was run of the same lesson before; says which tests need the submissions' sessions.
     *
     * @param digest the lesson's
     * @throws HandoutException where it does not earn all points
     */
    List<TaskMark> solution(EnclosureSlot slot, ResultFiles files, String digest)
            throws IOException, InterruptedException {
        Optional<Graded> kept = files.kept(ResultFiles.REFERENCE).filter(k -> k.of().equals(digest));
        List<TaskMark> marks;
        if (kept.isPresent()) {
            marks = kept.get().marks();
        } else {
            told.accept(SENTENCES.say("reference.solution"));
            marks = solved(slot, lesson.papers().values().iterator().next());
            files.keep(new Graded(ResultFiles.REFERENCE, "", "", digest, marks, List.of(), 0));
        }
        for (TaskMark mark : marks) {
            if (mark.kind() == TaskMark.Kind.SESSION) {
                grader.inSession().add(mark.task());
                told.accept(SENTENCES.say("reference.session", mark.task()));
            }
        }
        return marks;
    }

    /** The marks of the solution of one paper, all of them full. */
    List<TaskMark> solved(EnclosureSlot slot, Paper paper) throws IOException, InterruptedException {
        ScriptRun run = grader.run(slot, paper.solved(lesson.lesson()), paper.language(), true);
        for (TaskMark mark : run.marks()) {
            if (mark.kind() != TaskMark.Kind.MANUAL && mark.points() < mark.possible()) {
                throw new HandoutException(SENTENCES.say(
                        "reference.short",
                        mark.task(),
                        ResultFiles.number(mark.points()),
                        ResultFiles.number(mark.possible()),
                        why(mark, run)));
            }
        }
        return run.marks();
    }

    /** Runs what is handed out, which must not earn a point. */
    void unanswered(EnclosureSlot slot, Paper paper) throws IOException, InterruptedException {
        SubmittedScript script = SubmittedScript.of(paper, paper.handout());
        ScriptRun run = grader.run(slot, script.cells(), paper.language(), false);
        for (TaskMark mark : run.marks()) {
            if (mark.kind() != TaskMark.Kind.MANUAL && mark.points() > 0) {
                String held = mark.lines().stream()
                        .filter(line -> line.holds() && line.points() > 0)
                        .map(TaskMark.Line::expected)
                        .collect(Collectors.joining("; "));
                throw new HandoutException(SENTENCES.say(
                        held.isEmpty() ? "reference.free-test" : "reference.free",
                        mark.task(),
                        ResultFiles.number(mark.points()),
                        ResultFiles.number(mark.possible()),
                        held));
            }
        }
    }

    private static String why(TaskMark mark, ScriptRun run) {
        String lines = mark.lines().stream()
                .filter(line -> !line.holds())
                .map(line -> line.expected() + (line.seen().isEmpty() ? "" : ": " + line.seen()))
                .collect(Collectors.joining("; "));
        String remarks = run.remarks().stream()
                .map(remark -> remark.in(porthole.display.Language.current()))
                .collect(Collectors.joining(" "));
        return lines.isEmpty() ? (mark.note() + " " + remarks).strip() : lines;
    }
}
