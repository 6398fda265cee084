package porthole.lesson.exercise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import porthole.lesson.progress.ProgressFiles;

/** How far the learner is with exercises, as it is kept. */
public final class KeptProgress {
    private static final String POINTS = ".points";
    private static final String NAME = "[^/]+";

    private final ProgressFiles files;

    /** @param files where it is kept */
    public KeptProgress(ProgressFiles files) {
        this.files = files;
    }

    /** How far the learner is; nothing yet where nothing was kept, or what was kept cannot be read. */
    ExerciseProgress of(String lesson, String exercise) {
        return read(files.of(lesson), lesson, exercise);
    }

    /**
     * Changes what is kept of an exercise.
     *
     * @return what is kept now
     */
    ExerciseProgress change(String lesson, String exercise, UnaryOperator<ExerciseProgress> change) throws IOException {
        Properties now = files.change(lesson, all -> write(all, change.apply(read(all, lesson, exercise))));
        return read(now, lesson, exercise);
    }

    /** All that is kept, by lesson and exercise. */
    public List<ExerciseProgress> all() {
        List<ExerciseProgress> all = new ArrayList<>();
        for (String lesson : files.lessons()) {
            Properties kept = files.of(lesson);
            for (String key : new TreeSet<>(kept.stringPropertyNames())) {
                if (key.matches(NAME) && key.endsWith(POINTS)) {
                    all.add(read(kept, lesson, key.substring(0, key.length() - POINTS.length())));
                }
            }
        }
        return all;
    }

    private static void write(Properties all, ExerciseProgress progress) {
        String of = progress.exercise();
        all.setProperty(of + POINTS, String.valueOf(progress.points()));
        all.setProperty(of + ".possible", String.valueOf(progress.possible()));
        all.setProperty(of + ".attempts", String.valueOf(progress.attempts()));
        all.setProperty(of + ".hints", String.valueOf(progress.hints()));
        all.setProperty(of + ".solution", String.valueOf(progress.solutionSeen()));
    }

    private static ExerciseProgress read(Properties kept, String lesson, String exercise) {
        return new ExerciseProgress(
                lesson,
                exercise,
                number(kept, exercise + POINTS),
                number(kept, exercise + ".possible"),
                number(kept, exercise + ".attempts"),
                number(kept, exercise + ".hints"),
                Boolean.parseBoolean(kept.getProperty(exercise + ".solution")));
    }

    private static int number(Properties kept, String key) {
        String number = kept.getProperty(key, "0");
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
    }
}
