package porthole.lesson.review;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.lesson.document.NotebookCell;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonQuestion;
import porthole.lesson.file.LessonQuiz;
import porthole.lesson.file.LocalText;

/**
 * How long a notebook takes a learner who meets its subject for the first time, counted from what the notebook says. What it
 * assumes is in docs/teaching.md for teachers. The seconds of cells, pictures, questions and exercises are no measurement:
 * they were chosen so that the sums agree with what two readers of the course in {@code notebooks/} guessed for its twelve
 * lessons with their exercises (10 to 35 minutes; the estimate is within 6 of each).
 */
final class TimeEstimate {
    /**
     * Most adults read 175 to 300 words of non-fiction a minute, 238 on average (M. Brysbaert, "How many words do we read per
     * minute?", Journal of Memory and Language 109, 2019). Half of the words here are names and commands, hence less.
     */
    private static final double WORDS_A_MINUTE = 200;

    /**
     * Letters of Japanese. 400 to 600 a minute are what Japanese guides to reading give for most adults; the words in Latin
     * letters between them are counted as words.
     */
    private static final double LETTERS_A_MINUTE = 500;

    /** To read a command of one line, run it, and find in its output what the text speaks of. */
    private static final int CELL = 15;

    /** For each further line of code. */
    private static final int LINE = 5;

    /** To find in a picture what is new. */
    private static final int PICTURE = 20;

    /** To weigh the choices of a prediction, and type a letter. */
    private static final int PREDICTION = 20;

    /** To compare the answer with the prediction. */
    private static final int CHECK = 5;

    /** As for a prediction, without the situation around it. */
    private static final int QUIZ_QUESTION = 15;

    /** To look around in what an exercise has set up, and to verify. */
    private static final int EXERCISE = 60;

    /** For what a line of an exercise wants that earns a point: a command found, typed and corrected. */
    private static final int WANTED = 120;

    /** A line that is worth more than one point is difficult, and takes twice as long, not three times. */
    private static final int MOST_POINTS = 2;

    /** Longer lessons are not finished in one sitting; the exercises come on top. */
    static final int LONGEST_LESSON = 20;

    private static final double SECONDS = 60;

    /** Where the blocks of Chinese and Japanese letters begin in Unicode. */
    private static final int FIRST_OF_EAST_ASIA = 0x2E80;

    private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");
    private static final Sentences SENTENCES = Sentences.of(TimeEstimate.class);
    private static final Pattern FOLDED =
            Pattern.compile("(?s)(<details\\b[^>]*>\\s*(?:<summary>.*?</summary>)?).*?</details>");
    private static final Pattern SHOWS_PICTURE =
            Pattern.compile("(?<![\\w.])(?:topology|change|matrix|wiring|journey|trace|capture)\\s*\\("
                    + "|[.](?:film|onHost|inRoom|capture|topology)\\s*\\(");

    private final ReviewedNotebook notebook;
    private double text;
    private double cells;
    private double pictures;
    private double questions;
    private double exercises;
    private boolean inExercise;

    private TimeEstimate(ReviewedNotebook notebook) {
        this.notebook = notebook;
    }

    static TimeEstimate of(ReviewedNotebook notebook) {
        TimeEstimate estimate = new TimeEstimate(notebook);
        for (int i = 1; i <= notebook.cells().size(); i++) {
            NotebookCell cell = notebook.cell(i);
            if (cell.isCode()) {
                estimate.code(cell.source(), LessonCall.in(cell.source(), i));
            } else {
                estimate.read(new MarkdownText(FOLDED.matcher(cell.source()).replaceAll("$1")).lines());
            }
        }
        return estimate;
    }

    private void read(List<String> lines) {
        double seconds = reading(String.join(" ", lines));
        if (inExercise) {
            exercises += seconds;
        } else {
            text += seconds;
        }
    }

    private void read(LocalText words) {
        String language = notebook.language();
        read(List.of(words.in().getOrDefault(language, words.in().getOrDefault("", ""))));
    }

    /** What is in an exercise is the learner's own work, which the exercise itself counts. */
    private void code(String source, List<LessonCall> calls) {
        calls.forEach(this::call);
        if (calls.isEmpty() && !inExercise) {
            long lines = source.lines().filter(line -> !line.isBlank()).count();
            cells += CELL + LINE * Math.max(0, lines - 1);
            pictures += SHOWS_PICTURE.matcher(source).find() ? PICTURE : 0;
        }
    }

    private void call(LessonCall call) {
        if (call.word().equals("exercise")) {
            inExercise = true;
            notebook.lesson().map(lesson -> lesson.exercises().get(call.name())).ifPresent(this::exercise);
        } else if (call.word().equals("quiz")) {
            notebook.lesson().map(lesson -> lesson.quizzes().get(call.name())).ifPresent(this::quiz);
        }
        notebook.lesson().ifPresent(lesson -> LessonTexts.at(lesson, call).forEach(this::read));
        if (call.word().equals("verify")) {
            inExercise = false;
        }
        questions += Map.of("predict", PREDICTION, "check", CHECK).getOrDefault(call.word(), 0);
        cells += call.word().equals("chapter") ? CELL : 0;
    }

    private void exercise(LessonExercise exercise) {
        exercises += EXERCISE;
        exercise.expected().forEach(line -> exercises += WANTED * Math.min(line.points(), MOST_POINTS));
    }

    private void quiz(LessonQuiz quiz) {
        for (LessonQuestion question : quiz.questions().values()) {
            read(question.text());
            question.choices().values().forEach(choice -> read(choice.words()));
            questions += QUIZ_QUESTION;
        }
    }

    /** The seconds that it takes to read a text: each letter of Japanese counts by itself, all else by words. */
    private static double reading(String text) {
        long letters = text.codePoints().filter(TimeEstimate::isJapanese).count();
        String words = text.codePoints()
                .map(c -> isJapanese(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        long count = WORD.matcher(words).results().count();
        return SECONDS * (letters / LETTERS_A_MINUTE + count / WORDS_A_MINUTE);
    }

    private static boolean isJapanese(int c) {
        return c >= FIRST_OF_EAST_ASIA && Character.isLetter(c);
    }

    /** Minutes without exercises. */
    int lesson() {
        return minutes(text + cells + pictures + questions);
    }

    /** Minutes of all exercises. */
    int exercises() {
        return minutes(exercises);
    }

    /** The parts of {@link #lesson()}, in a sentence. */
    String parts() {
        return SENTENCES.say(
                "review.minutes.parts", minutes(text), minutes(cells), minutes(pictures), minutes(questions));
    }

    private static int minutes(double seconds) {
        return (int) Math.round(seconds / SECONDS);
    }
}
