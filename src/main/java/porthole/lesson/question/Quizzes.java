package porthole.lesson.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.file.LessonQuiz;

/** Asks a learner the quizzes of lessons, and keeps what they knew before a section and what they know after it. */
public final class Quizzes {
    private static final Sentences SENTENCES = Sentences.of(Quizzes.class);
    private static final String STOP = "stop";

    private final Learner learner;
    private final LessonFiles lessons;
    private final Predictions predictions;
    private final KeptQuizzes kept;

    /** How a quiz ended, where it was not answered. */
    private enum End {
        /** Nobody could be asked. */
        NOBODY,
        /** The learner has switched questions off. */
        OFF,
        /** The learner left it. */
        STOPPED
    }

    /** A quiz that is not answered to its end. */
    private static final class Left extends Exception {
        private static final long serialVersionUID = 1L;
        private final End end;

        Left(End end) {
            super(end.name(), null, false, false);
            this.end = end;
        }
    }

    /**
     * @param learner who is asked
     * @param lessons where quizzes are found
     * @param predictions know whether questions are switched off
     * @param kept the learner's attempts
     */
    public Quizzes(Learner learner, LessonFiles lessons, Predictions predictions, KeptQuizzes kept) {
        this.learner = learner;
        this.lessons = lessons;
        this.predictions = predictions;
        this.kept = kept;
    }

    /**
     * Asks one question after the other. The first attempt stays as it was; each later one takes the place of the one
     * before it. A quiz that is left keeps nothing.
     *
     * @throws IllegalArgumentException where no lesson has it
     * @throws InterruptedException where the cell is interrupted; nothing is kept then
     */
    public QuizResult take(String name) throws InterruptedException {
        Lesson lesson = lessons.withQuiz(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
        LessonQuiz quiz = Objects.requireNonNull(lesson.quizzes().get(name));
        List<Question> questions = questions(quiz);
        try {
            Optional<QuizProgress> before = kept.of(lesson.name(), name);
            begin(name, questions.size(), before);
            return keep(lesson.name(), quiz, questions, attempt(questions));
        } catch (Left left) {
            return switch (left.end) {
                case NOBODY -> QuizResult.think(name, questions);
                case OFF -> QuizResult.off(name, questions);
                case STOPPED -> QuizResult.stopped(name);
            };
        }
    }

    private static List<Question> questions(LessonQuiz quiz) {
        return quiz.questions().values().stream()
                .map(q -> new Question(q.name(), List.copyOf(q.choices().keySet()), Optional.of(q)))
                .toList();
    }

    private String unknown(String name) {
        return lessons.lookedInVain()
                .map(folder -> SENTENCES.say("quiz.none", name, folder))
                .orElseGet(() -> {
                    Set<String> names = lessons.quizzes();
                    return SENTENCES.say(
                            "quiz.unknown",
                            name,
                            names.isEmpty() ? "–" : String.join(", ", names),
                            Nearest.suggestion(name, names));
                });
    }

    /** Also finds out whether there is somebody to ask. */
    private void begin(String name, int count, Optional<QuizProgress> before) throws Left, InterruptedException {
        if (predictions.silent()) {
            throw new Left(End.OFF);
        }
        line(before.map(p -> SENTENCES.say(
                        "quiz.again", name, count, p.before(), p.first().of()))
                .orElseGet(() -> SENTENCES.say("quiz.begin", name, count)));
    }

    private QuizAttempt attempt(List<Question> questions) throws Left, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        int right = 0;
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            learner.show(QuizResult.asked(question, i + 1, questions.size()));
            Optional<String> choice = choice(question);
            choice.ifPresent(c -> answers.put(question.id(), c));
            if (choice.isPresent() && choice.equals(question.expected())) {
                right++;
            }
        }
        learner.clear(); // not before: the field of the next question may be there already, and would go, too
        return new QuizAttempt(right, questions.size(), answers);
    }

    private Optional<String> choice(Question question) throws Left, InterruptedException {
        String letters = question.letters();
        String typed = line(SENTENCES.say("quiz.prompt", letters));
        while (!typed.isBlank()) {
            Optional<String> choice = question.typed(typed);
            if (choice.isPresent()) {
                return choice;
            }
            typed = line(SENTENCES.say("quiz.prompt.again", typed.strip(), letters));
        }
        return Optional.empty();
    }

    /** A line of the learner's, unless it ends the quiz. */
    private String line(String prompt) throws Left, InterruptedException {
        String typed = learner.ask(prompt).orElseThrow(() -> new Left(End.NOBODY));
        if (Predictions.isSilence(typed)) {
            predictions.asking(false);
            throw new Left(End.OFF);
        }
        if (Question.plain(typed).equalsIgnoreCase(STOP)) {
            throw new Left(End.STOPPED);
        }
        return typed;
    }

    private QuizResult keep(String lesson, LessonQuiz quiz, List<Question> questions, QuizAttempt attempt) {
        String name = quiz.name();
        List<String> notes = new ArrayList<>();
        QuizProgress now;
        try {
            now = kept.keep(lesson, name, attempt);
        } catch (IOException e) {
            notes.add(SENTENCES.say("progress.unkept", String.valueOf(e.getMessage())));
            now = kept.of(lesson, name)
                    .map(before -> new QuizProgress(lesson, name, before.first(), Optional.of(attempt)))
                    .orElseGet(() -> new QuizProgress(lesson, name, attempt, Optional.empty()));
        }
        return QuizResult.answered(questions, quiz.taught(), now, notes);
    }

    /** What the learner has answered in all lessons so far, and how much was gained. */
    public QuizList all() {
        return new QuizList(kept.all());
    }
}
