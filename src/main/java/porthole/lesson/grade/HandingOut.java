package porthole.lesson.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.lesson.handout.HandoutException;

/** Writes what learners get of a lesson, when a run has shown that its solution earns all points and the handout none. */
public final class HandingOut {
    private static final Sentences SENTENCES = Sentences.of(HandingOut.class);

    private HandingOut() {}

    /**
     * Checks, then writes.
     *
     * @param order the lesson, the folder to write, and how to run it; it has no submissions
     * @param checked whether to run it; else only what can be read is known
     * @param told gets a sentence for each step
     * @return the files
     * @throws HandoutException where the folder is not empty, or the lesson does not keep its promise: then nothing is written
     * @throws InterruptedException where it is interrupted
     */
    public static List<Path> write(GradingOrder order, boolean checked, Consumer<String> told)
            throws IOException, InterruptedException {
        TaughtLesson lesson = TaughtLesson.read(order.lesson());
        if (Files.isDirectory(order.out())) {
            try (Stream<Path> inside = Files.list(order.out())) {
                if (inside.findAny().isPresent()) {
                    throw new HandoutException(SENTENCES.say("handout.full", order.out()));
                }
            }
        }
        if (checked) {
            order.check(told);
            check(order, lesson, told);
        } else {
            told.accept(SENTENCES.say("handout.unchecked"));
        }
        List<Path> written = lesson.writeHandout(order.out());
        SudoOwner.give(order.out());
        return written;
    }

    private static void check(GradingOrder order, TaughtLesson lesson, Consumer<String> told)
            throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("porthole-handout");
        try (SlotPool pool = new SlotPool(order, EnclosedImages.of(lesson, order.images()))) {
            Path given = Files.createDirectory(work.resolve("given"));
            Path taught = Files.createDirectory(work.resolve("taught"));
            lesson.writeGiven(given);
            lesson.writeTaught(taught);
            for (Paper paper : lesson.papers().values()) {
                Reference reference = new Reference(
                        lesson, new Grader(given, taught, order.limits(), ConcurrentHashMap.newKeySet()), told);
                told.accept(SENTENCES.say("handout.check", paper.language()));
                pool.one(slot -> reference.solved(slot, paper));
                pool.one(slot -> {
                    reference.unanswered(slot, paper);
                    return paper;
                });
            }
        } finally {
            GradingOrder.delete(work);
        }
    }
}
