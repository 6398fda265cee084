package porthole.lesson.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonLines;

/** Lessons that say a time which they do not take, or take too long. */
final class WrittenMinutes {
    private static final Sentences SENTENCES = Sentences.of(WrittenMinutes.class);

    /** A difference that a learner does not notice, in minutes. */
    private static final int LEAST = 4;

    /** From such a part of the estimate on, a difference is more than the estimate's own error. */
    private static final double PART = 0.3;

    private final Lesson lesson;
    private final List<ReviewFinding> findings = new ArrayList<>();

    private WrittenMinutes(Lesson lesson) {
        this.lesson = lesson;
    }

    /**
     * What is wrong with a lesson's minutes.
     *
     * @param notebooks those that begin it: the one that takes longest is measured
     */
    static List<ReviewFinding> of(Lesson lesson, List<ReviewedNotebook> notebooks) {
        Optional<TimeEstimate> longest = notebooks.stream()
                .map(TimeEstimate::of)
                .max(Comparator.comparingInt(estimate -> estimate.lesson() + estimate.exercises()));
        WrittenMinutes written = new WrittenMinutes(lesson);
        longest.ifPresent(written::compare);
        return written.findings;
    }

    /** A row for each notebook, in minutes. */
    static Table table(List<ReviewedNotebook> notebooks, Path from) {
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

    private void compare(TimeEstimate estimate) {
        if (estimate.lesson() > TimeEstimate.LONGEST_LESSON) {
            find(SENTENCES.say(
                    "review.minutes.long", estimate.lesson(), TimeEstimate.LONGEST_LESSON, estimate.parts()));
        }
        lesson.minutes().ifPresent(written -> {
            if (lesson.exerciseMinutes().isPresent() || lesson.exercises().isEmpty()) {
                compare("review.minutes.lesson", written, estimate.lesson(), estimate);
            } else {
                compare("review.minutes.whole", written, estimate.lesson() + estimate.exercises(), estimate);
            }
        });
        lesson.exerciseMinutes()
                .ifPresent(written -> compare("review.minutes.exercises", written, estimate.exercises(), estimate));
    }

    private void compare(String key, int written, int estimated, TimeEstimate estimate) {
        if (Math.abs(written - estimated) > Math.max(LEAST, estimated * PART)) {
            find(SENTENCES.say(key, written, estimated, estimate.parts()));
        }
    }

    private void find(String sentence) {
        findings.add(new ReviewFinding(
                lesson.file(), LessonLines.of(lesson.file()).line("minutes"), ReviewRule.MINUTES, sentence));
    }
}
