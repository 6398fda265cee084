package porthole.lesson.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
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
