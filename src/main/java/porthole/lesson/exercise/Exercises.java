package porthole.lesson.exercise;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.lesson.CommandLines;
import porthole.lesson.Stage;
import porthole.lesson.exercise.Verification.Line;
import porthole.lesson.expect.Expectation.InCell;
import porthole.lesson.expect.Measured;
import porthole.lesson.expect.Measuring;
import porthole.lesson.expect.WordedExpectation;
import porthole.lesson.file.Lesson;
import porthole.lesson.file.LessonException;
import porthole.lesson.file.LessonExercise;
import porthole.lesson.file.LessonExercise.Expected;
import porthole.lesson.file.LessonExercise.Solution;
import porthole.lesson.file.LessonFiles;
import porthole.lesson.file.LocalText;
import porthole.lesson.file.StartState;

/** The exercises of a notebook's lessons. What a learner has wrong is shown and never thrown. */
public final class Exercises {
    private static final Sentences SENTENCES = Sentences.of(Exercises.class);

    private final LessonFiles lessons;
    private final Docker docker;
    private final Function<Docker, CommandLines> lines;
    private final Supplier<List<Docker>> hosts;
    private final Measuring measuring;
    private final KeptProgress kept;

    /**
     * @param lessons where they are found
     * @param docker the engine of their scenes
     * @param lines does the docker lines of a scene on the engine that it is given
     * @param hosts the hosts of the notebook's cluster; none if it has no cluster
     * @param measuring measures what they expect
     * @param kept the learner's progress
     */
    public Exercises(
            LessonFiles lessons,
            Docker docker,
            Function<Docker, CommandLines> lines,
            Supplier<List<Docker>> hosts,
            Measuring measuring,
            KeptProgress kept) {
        this.lessons = lessons;
        this.docker = docker;
        this.lines = lines;
        this.hosts = hosts;
        this.measuring = measuring;
        this.kept = kept;
    }

    /**
     * Sets the scene, anew if it was set before, and says the task.
     *
     * @throws IllegalArgumentException where no lesson has it
     * @throws porthole.engine.api.EngineException where something is in the way that this notebook did not make
     */
    public Sheet begin(String name) {
        Lesson lesson = lesson(name);
        LessonExercise exercise = exercise(lesson, name);
        if (!exercise.scene().equals(StartState.EMPTY)) {
            set(lesson, exercise.scene());
        }
        List<String> below = List.of(exercise.task().here(), SENTENCES.say("exercise.points", exercise.points(), name));
        return new Sheet(SENTENCES.say("exercise.title", name), below, "", false);
    }

    private void set(Lesson lesson, StartState scene) {
        List<Docker> cluster = scene.hosts().isEmpty() ? List.of() : hosts.get();
        int wanted = scene.hosts().size();
        if (cluster.size() != wanted) {
            // The cluster of another exercise is not taken: the cells' own variable may still name one that has ended.
            String key = cluster.isEmpty() ? "exercise.hosts" : "exercise.other-hosts";
            throw new LessonException(SENTENCES.say(key, wanted, cluster.size()));
        }
        Map<Stage, CommandLines> stages = new LinkedHashMap<>();
        stages.put(stage(lesson, scene, docker), lines.apply(docker));
        for (int i = 0; i < scene.hosts().size(); i++) {
            Docker host = cluster.get(i);
            stages.put(stage(lesson, scene.ofHost(i), host), lines.apply(host));
        }
        stages.forEach((stage, typed) -> stage.clearContainers(false, typed));
        stages.forEach((stage, typed) -> stage.clearNetworks(false, typed));
        stages.forEach((stage, typed) -> {
            stage.ports();
            stage.images();
            stage.build(typed);
        });
    }

    private static Stage stage(Lesson lesson, StartState scene, Docker engine) {
        return new Stage(lesson.name(), scene, lesson.folder(), engine);
    }

    /**
     * Measures what the exercise expects. What may come by itself is waited for, two seconds at most.
     *
     * @param cell what the lesson leaves to the cell ({@code cell} in its file), in order: {@code true} if it is so
     * @throws IllegalArgumentException where no lesson has it
     * @throws LessonException where the cell measures more or less than the lesson leaves to it
     * @throws InterruptedException where the cell is interrupted
     */
    public Verification verify(String name, Callable<?>... cell) throws InterruptedException {
        Lesson lesson = lesson(name);
        LessonExercise exercise = exercise(lesson, name);
        long left = exercise.expected().stream()
                .filter(e -> e.that() instanceof InCell)
                .count();
        if (left != cell.length) {
            throw new LessonException(SENTENCES.say("verify.cells", name, left, cell.length));
        }
        boolean live = !docker.machine().isRecorded();
        List<Measured> seen = new MeasuredLines(measuring, exercise, live).all(List.of(cell));
        List<Line> measured = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Expected expected = exercise.expected().get(i);
            String words = expected.words()
                    .map(LocalText::here)
                    .orElseGet(() -> WordedExpectation.of(expected.that(), expected.line()));
            measured.add(new Line(words, seen.get(i).holds(), seen.get(i).seen(), expected.points()));
        }
        return marked(lesson, exercise, measured);
    }

    private Verification marked(Lesson lesson, LessonExercise exercise, List<Line> measured) {
        String name = exercise.name();
        Verification first = new Verification(name, measured, 0, List.of());
        List<String> notes = new ArrayList<>();
        ExerciseProgress before = kept.of(lesson.name(), name);
        boolean counted = !before.solved() || before.possible() != first.possible();
        ExerciseProgress now = keep(lesson, name, p -> p.attempted(first.points(), first.possible()), notes);
        if (!first.solved()) {
            int unread = exercise.hints().size() - now.hints();
            if (unread > 0) {
                notes.add(SENTENCES.say("verify.hints", name, unread));
            }
        }
        return new Verification(name, measured, counted ? now.attempts() : 0, notes);
    }

    /** The next hint, after those that were read before; none is taken back. */
    public Sheet hint(String name) {
        Lesson lesson = lesson(name);
        LessonExercise exercise = exercise(lesson, name);
        List<LocalText> hints = exercise.hints();
        if (hints.isEmpty()) {
            return new Sheet(SENTENCES.say("hint.none", name), List.of(), "", false);
        }
        boolean last = kept.of(lesson.name(), name).hints() >= hints.size();
        List<String> notes = new ArrayList<>();
        ExerciseProgress now =
                keep(lesson, name, before -> before.hinted(Math.min(hints.size(), before.hints() + 1)), notes);
        int read = Math.max(1, Math.min(hints.size(), now.hints()));
        List<String> below = new ArrayList<>(IntStream.range(0, read)
                .mapToObj(i -> (i + 1) + ". " + hints.get(i).here())
                .toList());
        if (last && exercise.solution().isPresent()) {
            below.add(SENTENCES.say("hint.last", name));
        }
        below.addAll(notes);
        return new Sheet(SENTENCES.say("hint.title", name, read, hints.size()), below, "", false);
    }

    /** The solution, folded; that it was seen is noted. */
    public Sheet solution(String name) {
        Lesson lesson = lesson(name);
        Optional<Solution> solution = exercise(lesson, name).solution();
        if (solution.isEmpty()) {
            return new Sheet(SENTENCES.say("solution.none", name), List.of(), "", false);
        }
        List<String> below = new ArrayList<>();
        solution.get().why().map(LocalText::here).ifPresent(below::add);
        keep(lesson, name, ExerciseProgress::shown, below);
        return new Sheet(
                SENTENCES.say("solution.title", name), below, solution.get().cell(), true);
    }

    /** Where the progress cannot be kept, this is added to what is told. */
    private ExerciseProgress keep(
            Lesson lesson, String name, UnaryOperator<ExerciseProgress> change, List<String> told) {
        try {
            return kept.change(lesson.name(), name, change);
        } catch (IOException e) {
            told.add(SENTENCES.say("progress.unkept", String.valueOf(e.getMessage())));
            return change.apply(kept.of(lesson.name(), name));
        }
    }

    private Lesson lesson(String name) {
        return lessons.withExercise(name).orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private String unknown(String name) {
        return lessons.lookedInVain()
                .map(folder -> SENTENCES.say("exercise.none", name, folder))
                .orElseGet(() -> SENTENCES.say(
                        "exercise.unknown",
                        name,
                        String.join(", ", lessons.exercises()),
                        Nearest.suggestion(name, lessons.exercises())));
    }

    private static LessonExercise exercise(Lesson lesson, String name) {
        LessonExercise exercise = lesson.exercises().get(name);
        if (exercise == null) {
            throw new IllegalStateException("The lesson " + lesson.name() + " was found by its exercise " + name);
        }
        return exercise;
    }
}
