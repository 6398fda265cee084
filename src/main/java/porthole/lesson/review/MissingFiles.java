package porthole.lesson.review;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonLines;
import porthole.lesson.file.StartState;

/** Files that a lesson names and that do not exist: those of its cells, and its Compose files. */
final class MissingFiles {
    private static final Sentences SENTENCES = Sentences.of(MissingFiles.class);

    private final Lesson lesson;
    private final LessonLines lines;
    private final List<ReviewFinding> findings = new ArrayList<>();

    private MissingFiles(Lesson lesson) {
        this.lesson = lesson;
        this.lines = LessonLines.of(lesson.file());
    }

    static List<ReviewFinding> of(Lesson lesson) {
        MissingFiles all = new MissingFiles(lesson);
        for (int i = 0; i < lesson.files().size(); i++) {
            all.look(Optional.of(lesson.files().get(i)), "files", i);
        }
        all.compose(lesson.start(), "start", "compose");
        lesson.exercises().forEach((name, e) -> all.compose(e.scene(), "exercises", name, "scene", "compose"));
        return all.findings;
    }

    private void compose(StartState start, Object... path) {
        look(start.compose(), path);
    }

    private void look(Optional<String> named, Object... path) {
        named.filter(name -> !Files.isRegularFile(lesson.folder().resolve(name)))
                .ifPresent(name -> findings.add(new ReviewFinding(
                        lesson.file(),
                        lines.line(path),
                        ReviewRule.LESSON_FILE,
                        SENTENCES.say("review.missing-file", name, lesson.folder()))));
    }
}
