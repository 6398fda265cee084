package porthole.lesson.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.lesson.progress.ProgressFiles;

/**
 * A learner's attempts at quizzes, beside their progress with exercises: {@code quiz/5.1/first} is {@code 3/10}, and
 * {@code quiz/5.1/first/gateway} the choice. No name of an exercise or a quiz has a slash.
 */
public final class KeptQuizzes {
    private static final String FIRST = "first";
    private static final String LATEST = "latest";
    private static final Pattern KEY = Pattern.compile("quiz/([^/]+)/" + FIRST);
    private static final Pattern SCORE = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    private final ProgressFiles files;

    /** @param files where they are kept */
    public KeptQuizzes(ProgressFiles files) {
        this.files = files;
    }

    /** What is kept of a quiz; empty before the first attempt. */
    Optional<QuizProgress> of(String lesson, String quiz) {
        return read(files.of(lesson), lesson, quiz);
    }

    /**
     * Keeps an attempt: as the first, if there is none yet, else as the latest.
     *
     * @return what is kept now
     */
    QuizProgress keep(String lesson, String quiz, QuizAttempt attempt) throws IOException {
        Properties now = files.change(
                lesson, all -> write(all, quiz, read(all, lesson, quiz).isEmpty() ? FIRST : LATEST, attempt));
        return read(now, lesson, quiz).orElseThrow();
    }

    /** All that is kept, by lesson and quiz. */
    List<QuizProgress> all() {
        List<QuizProgress> all = new ArrayList<>();
        for (String lesson : files.lessons()) {
            Properties kept = files.of(lesson);
            for (String key : new TreeSet<>(kept.stringPropertyNames())) {
                Matcher quiz = KEY.matcher(key);
                if (quiz.matches()) {
                    read(kept, lesson, quiz.group(1)).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static void write(Properties all, String quiz, String which, QuizAttempt attempt) {
        String under = key(quiz, which);
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(under + "/"))
                .forEach(all::remove);
        all.setProperty(under, attempt.right() + "/" + attempt.of());
        attempt.answers().forEach((question, choice) -> all.setProperty(under + "/" + question, choice));
    }

    private static Optional<QuizProgress> read(Properties all, String lesson, String quiz) {
        return attempt(all, key(quiz, FIRST))
                .map(first -> new QuizProgress(lesson, quiz, first, attempt(all, key(quiz, LATEST))));
    }

    private static Optional<QuizAttempt> attempt(Properties all, String under) {
        Matcher score = SCORE.matcher(all.getProperty(under, ""));
        if (!score.matches()) {
            return Optional.empty();
        }
        Map<String, String> answers = new LinkedHashMap<>();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith(under + "/")) {
                answers.put(key.substring(under.length() + 1), all.getProperty(key));
            }
        }
        return Optional.of(
                new QuizAttempt(Integer.parseInt(score.group(1)), Integer.parseInt(score.group(2)), answers));
    }

    private static String key(String quiz, String which) {
        return "quiz/" + quiz + "/" + which;
    }
}
