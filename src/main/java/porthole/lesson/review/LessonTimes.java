package porthole.lesson.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.lesson.file.Lesson;

/** How many minutes notebooks take, estimated from what they say, without running them. */
public final class LessonTimes {
    private static final Sentences SENTENCES = Sentences.of(LessonTimes.class);

    private final List<ReviewedNotebook> notebooks;
    private final List<ReviewFinding> unreadable;

    private LessonTimes(List<ReviewedNotebook> notebooks, List<ReviewFinding> unreadable) {
        this.notebooks = notebooks;
        this.unreadable = unreadable;
    }

    /**
     * Reads notebooks and their lesson files.
     *
     * @param paths notebooks, lesson files and folders of them
     * @throws IllegalArgumentException if one does not exist, or has no notebook
     * @throws porthole.lesson.file.LessonException if one is a lesson file that has a mistake
     * @throws IOException if a folder cannot be read
     */
    public static LessonTimes of(List<Path> paths) throws IOException {
        NotebookGroups groups = new NotebookGroups();
        List<ReviewedNotebook> notebooks = groups.of(paths).stream()
                .flatMap(group -> group.notebooks().stream())
                .toList();
        return new LessonTimes(notebooks, groups.unreadable());
    }

    /** Gives the mistakes for which a notebook or its lesson file could not be read; what they say is in no time. */
    public List<ReviewFinding> unreadable() {
        return List.copyOf(unreadable);
    }

    /**
     * Gives a row for each notebook: its minutes without exercises, where they go, those of its exercises, and what its lesson
     * says.
     *
     * @param from the folder that the files' paths are shown from
     */
    public Table table(Path from) {
        List<String> heads = Stream.of("notebook", "lesson", "parts", "exercises", "written")
                .map(key -> SENTENCES.say("review.minutes.head." + key))
                .toList();
        return new Table(heads, notebooks.stream().map(each -> row(each, from)).toList());
    }

    private static List<String> row(ReviewedNotebook notebook, Path from) {
        TimeEstimate estimate = TimeEstimate.of(notebook);
        Optional<Lesson> lesson = notebook.lesson();
        String written = lesson.flatMap(Lesson::minutes).map(String::valueOf).orElse("–")
                + lesson.flatMap(Lesson::exerciseMinutes).map(m -> " + " + m).orElse("");
        return List.of(
                ReviewFinding.shown(notebook.file(), from).toString(),
                String.valueOf(estimate.lesson()),
                estimate.parts(),
                String.valueOf(estimate.exercises()),
                written);
    }
}
