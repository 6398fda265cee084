package porthole.lesson.grade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import porthole.display.Sentences;
import porthole.lesson.document.Notebook;
import porthole.lesson.document.NotebookException;
import porthole.lesson.enclosure.EnclosureSlot;

/**
 * Grades a folder of submissions: those that have changed since the last time, several at once.
 */
public final class Grading {
    private static final Sentences SENTENCES = Sentences.of(Grading.class);

    private final GradingOrder order;
    private final TaughtLesson lesson;
    private final ResultFiles files;
    private final Consumer<String> told;

    private Grading(GradingOrder order, TaughtLesson lesson, ResultFiles files, Consumer<String> told) {
        this.order = order;
        this.lesson = lesson;
        this.files = files;
        this.told = told;
    }

    /**
     * Grades, and writes the results.
     *
     * @param told gets a sentence for each step
     * @throws porthole.lesson.handout.HandoutException where the lesson cannot be graded, with the reason as a sentence
     * @throws InterruptedException where it is interrupted; what is graded is kept
     */
    public static void grade(GradingOrder order, Consumer<String> told) throws IOException, InterruptedException {
        order.check(told);
        TaughtLesson lesson = TaughtLesson.read(order.lesson());
        List<Submission> submissions = Submission.in(order.submissions(), lesson.name());
        Grading grading = new Grading(order, lesson, ResultFiles.in(order.out()), told);
        grading.all(submissions);
    }

    private void all(List<Submission> submissions) throws IOException, InterruptedException {
        List<Submission> due = new ArrayList<>();
        for (Submission each : submissions) {
            Optional<Graded> kept = files.kept(each.student());
            if (order.again() || kept.filter(k -> k.of().equals(digest(each))).isEmpty()) {
                due.add(each);
            }
        }
        told.accept(SENTENCES.say("grade.begin", submissions.size(), submissions.size() - due.size()));
        try {
            if (!due.isEmpty()) {
                run(due);
            }
        } finally {
            write(submissions);
        }
    }

    private void write(List<Submission> submissions) throws IOException {
        List<Graded> all = submissions.stream()
                .flatMap(each -> files.kept(each.student()).stream())
                .toList();
        Paper first = lesson.papers().values().iterator().next();
        files.write(lesson, first.tasks(), all);
        SudoOwner.give(files.folder());
        told.accept(SENTENCES.say("grade.written", all.size(), files.folder()));
    }

    private void run(List<Submission> due) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("porthole-grade");
        try (SlotPool pool = new SlotPool(order, EnclosedImages.of(lesson, order.images()))) {
            Path given = Files.createDirectory(work.resolve("given"));
            Path taught = Files.createDirectory(work.resolve("taught"));
            lesson.writeGiven(given);
            lesson.writeTaught(taught);
            Grader grader = new Grader(given, taught, order.limits(), ConcurrentHashMap.newKeySet());
            if (due.size() > 1) {
                pool.warm();
            }
            pool.one(slot -> new Reference(lesson, grader, told).solution(slot, files, lessonDigest()));
            pool.each(due, (slot, submission) -> grade(slot, grader, submission));
        } finally {
            GradingOrder.delete(work);
        }
    }

    /** One submission; whatever is wrong with it is told about it. */
    private void grade(EnclosureSlot slot, Grader grader, Submission submission)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String file = submission
                .file()
                .map(f -> order.submissions().relativize(f).toString())
                .orElse("");
        Optional<Notebook> notebook = Optional.empty();
        Optional<Remark> remark = submission.remark();
        Optional<Paper> paper = Optional.empty();
        try {
            notebook = submission.file().map(Notebook::read);
        } catch (NotebookException e) {
            remark = Optional.of(Remark.of("remark.unreadable", file));
        }
        if (notebook.isPresent()) {
            PaperChoice choice = PaperChoice.of(lesson, notebook.get());
            paper = choice.paper();
            remark = choice.remark();
        }
        Graded graded;
        Optional<Notebook> feedback = Optional.empty();
        if (paper.isEmpty() || notebook.isEmpty()) {
            graded = new Graded(
                    submission.student(),
                    file,
                    "",
                    digest(submission),
                    List.of(),
                    remark.stream().toList(),
                    0);
        } else {
            SubmittedScript script = SubmittedScript.of(paper.get(), notebook.get());
            ScriptRun run = grader.run(slot, script.cells(), paper.get().language(), false);
            List<Remark> remarks = new ArrayList<>(script.remarks());
            remarks.addAll(run.remarks());
            double seconds = (System.nanoTime() - begin) / 1e9;
            graded = new Graded(
                    submission.student(),
                    file,
                    paper.get().language(),
                    digest(submission),
                    run.marks(),
                    remarks,
                    seconds);
            feedback = Optional.of(Feedback.of(notebook.get(), run.shown(), graded));
        }
        files.keepFeedback(submission.student(), feedback);
        files.keep(graded);
        tell(graded);
    }

    private void tell(Graded graded) {
        double points = graded.marks().stream().mapToDouble(TaskMark::points).sum();
        double possible =
                graded.marks().stream().mapToDouble(TaskMark::possible).sum();
        told.accept(
                graded.marks().isEmpty()
                        ? SENTENCES.say(
                                "grade.not-run",
                                graded.student(),
                                graded.remarks().get(0).in(porthole.display.Language.current()))
                        : SENTENCES.say(
                                "grade.one",
                                graded.student(),
                                ResultFiles.number(points),
                                ResultFiles.number(possible),
                                Math.round(graded.seconds())));
    }

    private String lessonDigest() throws IOException {
        return sha(lesson.text() + order.limits().ofAnyShare() + order.images());
    }

    private String digest(Submission submission) {
        try {
            String own = submission.file().isPresent()
                    ? Files.readString(submission.file().get(), StandardCharsets.ISO_8859_1)
                    : String.valueOf(submission.remark());
            return sha(lessonDigest() + own);
        } catch (IOException e) {
            return ""; // which no result is of
        }
    }

    private static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
