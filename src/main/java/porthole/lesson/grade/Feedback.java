package porthole.lesson.grade;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookCell;

/** A submission as it was run, with what was measured under each test and the points at the top, in its own language. */
final class Feedback {
    private static final Sentences SENTENCES = Sentences.of(Feedback.class);

    private Feedback() {}

    static Notebook of(Notebook submission, List<NotebookCell> shown, Graded graded) {
        List<NotebookCell> cells = new ArrayList<>();
        cells.add(NotebookCell.markdown("porthole-feedback", text(graded)));
        cells.addAll(shown);
        return submission.withCells(cells);
    }

    private static String text(Graded graded) {
        Language language = Language.of(graded.language());
        double points = graded.marks().stream().mapToDouble(TaskMark::points).sum();
        double possible = graded.marks().stream()
                .filter(m -> m.kind() != TaskMark.Kind.MANUAL)
                .mapToDouble(TaskMark::possible)
                .sum();
        StringBuilder text = new StringBuilder("# "
                + SENTENCES.say(language, "feedback.title", ResultFiles.number(points), ResultFiles.number(possible))
                + "\n");
        for (TaskMark mark : graded.marks()) {
            text.append("\n- **")
                    .append(mark.task())
                    .append("**: ")
                    .append(line(mark, language))
                    .append('\n');
            for (TaskMark.Line line : mark.lines()) {
                text.append("  - ").append(line.holds() ? "✓ " : "✗ ").append(code(line.expected()));
                text.append(line.seen().isEmpty() ? "\n" : ": " + line.seen().replaceAll("\\s+", " ") + "\n");
            }
        }
        graded.remarks()
                .forEach(remark ->
                        text.append("\n> ").append(plain(remark.in(language))).append('\n'));
        return text.toString();
    }

    /** As Markdown that shows it as it is: a part of it may be a student's. */
    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>!&$#~|])", "\\\\$1");
    }

    private static String code(String expected) {
        return "`" + expected.replace('`', '\'') + "`";
    }

    private static String line(TaskMark mark, Language language) {
        String possible = ResultFiles.number(mark.possible());
        if (mark.kind() == TaskMark.Kind.MANUAL) {
            return SENTENCES.say(language, "feedback.manual", possible);
        }
        String points = SENTENCES.say(language, "feedback.points", ResultFiles.number(mark.points()), possible);
        if (mark.kind() == TaskMark.Kind.NONE) {
            return points + " " + SENTENCES.say(language, "feedback.none");
        }
        return mark.note().isEmpty() ? points : points + " " + code(mark.note().replaceAll("\\s+", " "));
    }
}
