package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.document.NotebookOutput;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.LessonQuestion;

/** What a run alone shows: cells that fail, answers that are others, outputs over a screen, solutions that solve nothing. */
final class RunFindings {
    private static final Sentences SENTENCES = Sentences.of(RunFindings.class);
    private static final String EXPECTED_TO_FAIL = "raises-exception";

    /** A screen of text, in Jupyter's font on a laptop. */
    private static final int MOST_LINES = 40;

    /** As wide as a notebook's column, in pixels. */
    private static final int MOST_WIDTH = 1000;

    /** A picture is made as narrow as the column; down to two thirds it can be read. */
    private static final int WIDEST_PICTURE = 1500;

    private final ExecutedNotebook run;
    private final ReviewedNotebook notebook;
    private final List<ReviewFinding> findings = new ArrayList<>();

    private RunFindings(ExecutedNotebook run) {
        this.run = run;
        this.notebook = run.written();
    }

    static List<ReviewFinding> of(ExecutedNotebook run) {
        RunFindings all = new RunFindings(run);
        if (!run.trouble().isEmpty()) {
            all.add(run.lastBegun(), ReviewRule.FAILS, run.trouble());
        }
        for (int i = 1; i <= all.notebook.cells().size(); i++) {
            if (all.notebook.cell(i).isCode()) {
                all.cell(i);
            }
        }
        all.notebook.lesson().ifPresent(lesson -> {
            lesson.questions().values().forEach(all::answer);
            lesson.exercises().values().forEach(exercise -> all.exercise(lesson, exercise));
        });
        return all.findings;
    }

    private void add(int cell, ReviewRule rule, String sentence) {
        findings.add(notebook.finding(cell, rule, sentence));
    }

    private void cell(int number) {
        NotebookCell cell = notebook.cell(number);
        Optional<NotebookOutput> error =
                run.outputs(number).stream().filter(NotebookOutput::isError).findFirst();
        boolean wanted = cell.tags().contains(EXPECTED_TO_FAIL);
        if (error.isPresent() && !wanted) {
            String said = error.get().text().lines().findFirst().orElse("");
            add(number, ReviewRule.FAILS, SENTENCES.say("review.fails", said, EXPECTED_TO_FAIL));
        } else if (error.isEmpty() && wanted && run.trouble().isEmpty()) {
            add(number, ReviewRule.FAILS, SENTENCES.say("review.fails-not", EXPECTED_TO_FAIL));
        }
        boolean picture = run.outputs(number).stream()
                .anyMatch(output -> output.data("image/svg+xml").isPresent());
        for (NotebookOutput output : run.outputs(number)) {
            OutputSize size = OutputSize.of(output);
            if (size.lines() > MOST_LINES) {
                add(number, ReviewRule.LARGE_OUTPUT, SENTENCES.say("review.long-output", size.lines(), MOST_LINES));
            }
            // The table under a picture says again what that shows.
            int most = output.data("image/svg+xml").isPresent() ? WIDEST_PICTURE : MOST_WIDTH;
            if (size.width() > most && !(picture && size.table())) {
                String said = SENTENCES.say("review.wide-output", Math.round(size.width()), most);
                add(number, ReviewRule.LARGE_OUTPUT, said);
            }
        }
    }

    /** The answer that the engine gave, where the lesson names another. */
    private void answer(LessonQuestion question) {
        Optional<String> measured = measured(run, question);
        if (measured.isPresent()
                && question.answer().isPresent()
                && !measured.get().equals(question.answer().get())) {
            notebook.calls("check").stream()
                    .filter(call -> call.name().equals(question.name()))
                    .findFirst()
                    .ifPresent(call -> add(
                            call.cell(),
                            ReviewRule.ANSWER,
                            SENTENCES.say(
                                    "review.answer",
                                    question.name(),
                                    measured.get(),
                                    question.answer().get())));
        }
    }

    /** The choice that the check's output says to be the engine's. */
    static Optional<String> measured(ExecutedNotebook run, LessonQuestion question) {
        Optional<LessonCall> check = run.written().calls("check").stream()
                .filter(call -> call.name().equals(question.name()))
                .findFirst();
        if (check.isEmpty()) {
            return Optional.empty();
        }
        String shown = run.outputs(check.get().cell()).stream()
                .map(NotebookOutput::text)
                .reduce("", (a, b) -> a + "\n" + b);
        char letter = 'a';
        for (Map.Entry<String, LessonQuestion.Choice> choice :
                question.choices().entrySet()) {
            for (Language language : Language.values()) {
                String tag = language.locale().getLanguage();
                String words = choice.getValue()
                        .words()
                        .in()
                        .getOrDefault(tag, choice.getValue().words().in().getOrDefault("", ""));
                String line = SENTENCES.say(language, "check.engine", letter + ") " + words);
                if (!words.isEmpty() && shown.lines().anyMatch(line::equals)) {
                    return Optional.of(choice.getKey());
                }
            }
            letter++;
        }
        return Optional.empty();
    }

    private void exercise(Lesson lesson, LessonExercise exercise) {
        Optional<LessonCall> verify = notebook.calls("verify").stream()
                .filter(call -> call.name().equals(exercise.name()))
                .findFirst();
        if (verify.isEmpty()) {
            return;
        }
        int cell = verify.get().cell();
        run.unsolved(exercise.name()).ifPresent(shown -> {
            if (solved(shown)) {
                add(cell, ReviewRule.SOLUTION, SENTENCES.say("review.solved-before", exercise.name()));
            }
        });
        Optional<List<NotebookOutput>> solution = run.solution(exercise.name());
        int line = LessonLines.of(lesson.file()).line("exercises", exercise.name(), "solution");
        solution.flatMap(shown -> shown.stream().filter(NotebookOutput::isError).findFirst())
                .ifPresent(error -> findings.add(new ReviewFinding(
                        lesson.file(),
                        line,
                        ReviewRule.SOLUTION,
                        SENTENCES.say(
                                "review.solution-fails",
                                exercise.name(),
                                error.text().lines().findFirst().orElse("")))));
        if (!solved(run.outputs(cell))) {
            String missing = firstWrong(lines(run.outputs(cell)).toList());
            findings.add(
                    solution.isPresent()
                            ? new ReviewFinding(
                                    lesson.file(),
                                    line,
                                    ReviewRule.SOLUTION,
                                    SENTENCES.say("review.unsolved", exercise.name(), missing))
                            : notebook.finding(
                                    cell, ReviewRule.SOLUTION, SENTENCES.say("review.no-solution", exercise.name())));
        }
    }

    /** The first line that does not hold, with what was seen below it. */
    private static String firstWrong(List<String> shown) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).startsWith("✗")) {
                boolean told = i + 1 < shown.size() && shown.get(i + 1).startsWith(" ");
                return shown.get(i) + (told ? ": " + shown.get(i + 1).strip() : "");
            }
        }
        return "–";
    }

    private static Stream<String> lines(List<NotebookOutput> shown) {
        return shown.stream().flatMap(output -> output.text().lines());
    }

    /** Whether {@code verify} has marked each line as right; a cell that failed has marked none. */
    private static boolean solved(List<NotebookOutput> shown) {
        return lines(shown).anyMatch(line -> line.startsWith("✓"))
                && lines(shown).noneMatch(line -> line.startsWith("✗"));
    }
}
