package porthole.lesson.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import porthole.engine.recording.NotRecordedException;
import porthole.lesson.expect.Expectation.InCell;
import porthole.lesson.expect.Expectation.InJava;
import porthole.lesson.expect.Measured;
import porthole.lesson.expect.Measuring;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonExercise.Expected;
import porthole.lesson.file.LessonExercise.Tells;

/**
 * Measures the expectations of an exercise. What does not hold and may come by itself, such as a page of a server that is
 * reading its configuration again, is measured again until two seconds after the beginning, and once more in any case. When something has come, what held before is measured once
 * more, because the same change may have ended it. What should not be and is, is never waited for.
 */
final class MeasuredLines {
    /** From the beginning, for how long a measurement is begun again. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ROUNDS = (int) LIMIT.dividedBy(PAUSE);

    private final Measuring measuring;
    private final LessonExercise exercise;
    private final boolean live;
    private final List<Measured> lines = new ArrayList<>();
    private final long end = System.nanoTime() + LIMIT.toNanos();

    /** @param live whether an engine answers, and not a recording, which needs no pause */
    MeasuredLines(Measuring measuring, LessonExercise exercise, boolean live) {
        this.measuring = measuring;
        this.exercise = exercise;
        this.live = live;
    }

    /**
     * The results in the lesson's order.
     *
     * @param cells what the lesson leaves to the cell, in order; measured once
     * @throws InterruptedException where the cell is interrupted
     */
    List<Measured> all(List<Callable<?>> cells) throws InterruptedException {
        Iterator<Callable<?>> next = cells.iterator();
        for (Expected expected : exercise.expected()) {
            lines.add(
                    expected.that() instanceof InCell
                            ? Measuring.judged(next.next(), "verify.no-truth")
                            : measured(expected));
        }
        boolean came = false;
        for (int round = 0; round < ROUNDS && (round == 0 || inTime()) && (came || mayCome()); round++) {
            if (live && inTime()) {
                Thread.sleep(PAUSE.toMillis());
            }
            came = again(came, round == 0);
        }
        if (came) {
            again(true, false);
        }
        return lines;
    }

    private boolean mayCome() {
        return lines.stream().anyMatch(Measured::mayCome);
    }

    private boolean inTime() {
        return System.nanoTime() < end;
    }

    /**
     * Measures again what may come.
     *
     * @param held whether what holds is measured again, too
     * @param late whether what may come is measured although the time is over
     * @return whether something has come
     */
    private boolean again(boolean held, boolean late) throws InterruptedException {
        boolean came = false;
        for (int i = 0; i < lines.size(); i++) {
            Expected expected = exercise.expected().get(i);
            Measured before = lines.get(i);
            boolean wanted = before.holds() ? held && isRepeatable(expected) : before.mayCome() && (late || inTime());
            if (wanted) {
                lines.set(i, measured(expected));
                came |= !before.holds() && lines.get(i).holds();
            }
        }
        return came;
    }

    /** Java of a lesson or a cell may change something. */
    private static boolean isRepeatable(Expected expected) {
        return !(expected.that() instanceof InJava || expected.that() instanceof InCell);
    }

    private Measured measured(Expected expected) throws InterruptedException {
        try {
            return exercise.tells() == Tells.SYMPTOM
                    ? measuring.symptom(expected.that())
                    : measuring.measure(expected.that());
        } catch (NotRecordedException e) {
            throw e; // it does not count as an attempt
        } catch (RuntimeException e) {
            return new Measured(false, String.valueOf(e.getMessage()));
        }
    }
}
