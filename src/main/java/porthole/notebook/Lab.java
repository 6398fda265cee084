package porthole.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.Listing;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.engine.Cluster;
import porthole.engine.Docker;
import porthole.engine.answer.Removed;
import porthole.jupyter.java.words.CellWords;
import porthole.lesson.ByHand;
import porthole.lesson.exercise.ExerciseProgress;
import porthole.lesson.exercise.Exercises;
import porthole.lesson.exercise.KeptProgress;
import porthole.lesson.expect.Expectation;
import porthole.lesson.expect.HttpAnswer;
import porthole.lesson.expect.Instruments;
import porthole.lesson.expect.Measuring;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.progress.ProgressFiles;
import porthole.lesson.question.KeptQuizzes;
import porthole.lesson.question.Learner;
import porthole.lesson.question.PredictionList;
import porthole.lesson.question.Predictions;
import porthole.lesson.question.QuizList;
import porthole.lesson.question.Quizzes;
import porthole.network.Snapshot;
import porthole.probe.why.Ladder;

/**
 * All that one notebook has made on the engine, and what its reader has predicted, answered and solved. A cell has it as
 * {@code lab}.
 */
public final class Lab implements Displayable {
    private final Docker docker;
    private final LessonFiles lessons = LessonFiles.here();
    private final ProgressFiles progress = ProgressFiles.ofThisUser();
    private final KeptProgress solved = new KeptProgress(progress);
    private final Predictions predictions;
    private final Exercises exercises;
    private final Quizzes quizzes;
    private final KeptBack kept;
    private @Nullable ByHand byHand;
    private List<Docker> hosts = List.of();

    Lab(Docker docker) {
        this.docker = docker;
        Measuring measuring = new Measuring(new LiveEngine());
        predictions = new Predictions(new Reader(), lessons, new Trial(measuring));
        quizzes = new Quizzes(new Reader(), lessons, predictions, new KeptQuizzes(progress));
        kept = new KeptBack(predictions::open);
        SharedEngine.keepBack(kept);
        exercises = new Exercises(
                lessons, docker, engine -> line -> SharedEngine.inScene(engine, line), () -> hosts, measuring, solved);
    }

    /**
     * Removes everything that this notebook has made on the engine: containers, networks, volumes, services, clusters
     * and links. Nothing else is touched.
     *
     * @return what was removed, the newest first
     * @throws porthole.engine.api.EngineException if no engine answers, or something could not be removed
     */
    public Listing<Removed> reset() {
        byHand = null;
        hosts = List.of();
        return docker.reset();
    }

    /**
     * Lists what was asked with {@code predict} and {@code check} in this notebook: what was predicted, what the engine
     * said, and how many predictions came true.
     */
    public PredictionList predictions() {
        return predictions.all();
    }

    /**
     * Lists the quizzes that this user has taken in all lessons: how many answers were right at the first attempt, and
     * how many at the latest. They are kept in a file on this machine only.
     *
     * @return one row for each quiz that was taken, and the gain of those that were taken again
     */
    public QuizList quizzes() {
        return quizzes.all();
    }

    /**
     * Switches the waiting for answers to {@code predict} and {@code quiz} on or off.
     *
     * @param on whether they wait for the reader's answers from now on; otherwise they show the questions only
     */
    public void questions(boolean on) {
        predictions.asking(on);
    }

    /**
     * Lists how far this user is with the exercises of all lessons. The progress is kept in a file on this machine
     * only.
     *
     * @return one row for each exercise that was begun
     */
    public Listing<ExerciseProgress> progress() {
        Sentences say = Sentences.of(ExerciseProgress.class);
        return new Listing<>(
                solved.all(),
                Stream.of("lesson", "exercise", "points", "attempts", "hints", "solution")
                        .map(column -> say.say("progress." + column))
                        .toList(),
                p -> List.of(
                        p.lesson(),
                        p.exercise(),
                        p.points() + "/" + p.possible(),
                        String.valueOf(p.attempts()),
                        String.valueOf(p.hints()),
                        p.solutionSeen() ? say.say("progress.seen") : ""));
    }

    /**
     * Deletes this user's progress in all lessons: with exercises, which {@link #progress()} lists, and with quizzes,
     * which {@link #quizzes()} lists.
     */
    public void forgetProgress() {
        progress.forget();
    }

    /**
     * Lets the recording beside this notebook answer in place of an engine, from the next cell on. Each output that it
     * answers is marked with its date and engine. A step that was not recorded says so.
     *
     * @return a sentence that says which recording answers
     * @throws porthole.engine.api.EngineException if there is no recording, there are several and the notebook's name is
     *     not known, or it is damaged or of another version
     */
    public Lab replay() {
        SharedEngine.answers().replay();
        return this;
    }

    /**
     * Lets a recording in the notebook's folder answer in place of an engine, as {@link #replay()} does.
     *
     * @param recording the name of the notebook that was recorded, as in {@code 5.1.3_compose}
     * @return a sentence that says which recording answers
     * @throws porthole.engine.api.EngineException if there is no recording of that name, or it is damaged or of another
     *     version
     */
    public Lab replay(String recording) {
        SharedEngine.answers().replay(recording);
        return this;
    }

    /**
     * Lets an engine answer again, after {@link #replay()}.
     *
     * @return a sentence that says what answers
     */
    public Lab live() {
        SharedEngine.answers().stopReplay();
        return this;
    }

    /** Says whether an engine or a recording answers. */
    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.text(SharedEngine.answers().told()));
    }

    @Override
    public String toString() {
        return SharedEngine.answers().told();
    }

    LessonFiles lessons() {
        return lessons;
    }

    Exercises exercises() {
        return exercises;
    }

    Quizzes asked() {
        return quizzes;
    }

    /** What waits for the check of a question that is open. */
    KeptBack kept() {
        return kept;
    }

    Predictions asking() {
        return predictions;
    }

    /** Takes {@code cluster} as the one on whose hosts exercises set their scenes. */
    Cluster started(Cluster cluster) {
        hosts = cluster;
        return cluster;
    }

    ByHand byHand(int rooms) {
        ByHand held = byHand;
        if (held != null) {
            held.close();
            byHand = null;
        }
        ByHand begun = ByHand.begin(docker, rooms);
        byHand = begun;
        return begun;
    }

    /** The engine as this notebook's words see it. */
    private static final class LiveEngine implements Instruments {
        @Override
        public Ladder why(String from, String target) {
            return Words.measured(from, target);
        }

        @Override
        public HttpAnswer page(String url) throws InterruptedException {
            Page page = Words.curl(url);
            return new HttpAnswer(page.status(), page.body());
        }

        @Override
        public @Nullable Object java(String expression) throws Exception {
            return SharedEngine.quietly(() -> CellWords.eval(expression));
        }

        @Override
        public Snapshot snapshot() {
            return Words.docker.snapshot();
        }
    }

    private record Trial(Measuring measuring) implements Predictions.Trial {
        @Override
        public boolean holds(Expectation expected) throws InterruptedException {
            return measuring.measure(expected).holds();
        }

        @Override
        public @Nullable Object value(String expression) throws Exception {
            return measuring.value(expression);
        }
    }

    /** The person in front of this kernel's notebook. */
    private static final class Reader implements Learner {
        @Override
        public void show(Displayable value) {
            for (MimeBundle bundle : value.outputs()) {
                CellWords.display((Displayable) () -> List.of(bundle));
            }
        }

        @Override
        public void clear() {
            CellWords.clearOutput(true);
        }

        @Override
        public Optional<String> ask(String prompt) throws InterruptedException {
            return CellWords.ask(prompt);
        }
    }
}
