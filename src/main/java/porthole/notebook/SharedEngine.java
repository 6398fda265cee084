package porthole.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Home;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.owner.Owner;
import porthole.jupyter.java.words.CellWords;
import porthole.lesson.file.LessonException;
import porthole.notebook.line.DockerLine;

/** The one engine that a kernel's cells share: opened at the first Docker word, emptied of what they made at the end. */
final class SharedEngine {
    private static @Nullable Docker docker;
    private static @Nullable CellAnswers answers;
    private static boolean swept;
    private static final CellNotices NOTICES = new CellNotices();

    private static final long START_SECONDS = 2;

    private SharedEngine() {}

    /** The engine; what killed kernels have left on it is removed first. */
    static synchronized Docker open() {
        Docker engine = unasked();
        if (!swept && !engine.machine().isRecorded()) {
            swept = true;
            try {
                engine.sweep();
            } catch (EngineException noEngine) {
                // the first command will say so, where a person asked for something
            }
        }
        return engine;
    }

    /**
     * Removes what killed kernels have left, a moment after this one has started; nothing of Docker's is loaded where nothing
     * is noted.
     */
    static void sweepSoon() {
        Thread thread = new Thread(
                () -> {
                    try {
                        TimeUnit.SECONDS.sleep(START_SECONDS);
                    } catch (InterruptedException e) {
                        return;
                    }
                    if (CellAnswers.isReplayWanted()) {
                        return;
                    }
                    Path state = Home.state(System.getenv());
                    if (hasFiles(state.resolve("made")) || hasFiles(state.resolve("clusters"))) {
                        open();
                    }
                },
                "sweep");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean hasFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false; // there is no such folder
        }
    }

    /** The engine, of which nothing has been asked yet. */
    static synchronized Docker unasked() {
        Docker engine = docker;
        if (engine == null) {
            engine = Docker.connect(
                    NOTICES,
                    Owner.ofThisProcess(RecordingsHere.ofThisKernel().notebook()),
                    answers().api());
            docker = engine;
        }
        return engine;
    }

    /** Lets warnings wait while a question is open. */
    static void keepBack(KeptBack kept) {
        NOTICES.keepBack(kept);
    }

    /** Where the engine's answers come from. */
    static synchronized CellAnswers answers() {
        CellAnswers known = answers;
        if (known == null) {
            known = new CellAnswers(NOTICES);
            answers = known;
        }
        return known;
    }

    /** Whether cells are recorded or replayed; nothing of Docker's is loaded where they are not. */
    static synchronized boolean hearsCells() {
        CellAnswers known = answers;
        return known == null ? CellAnswers.isWanted() : known.hearsCells();
    }

    /** Does {@code action} and returns the last {@code docker} command that it equals; empty where it was none. */
    static String commandOf(Words.Action action) throws Exception {
        NOTICES.forgetCommand();
        action.run();
        return NOTICES.lastCommand();
    }

    /**
     * Reads command lines that the person has typed, and does what they say; shows each value but the last.
     *
     * @param implied the words after {@code docker} that a line begins with if it names no program
     */
    static @Nullable Object typed(String lines, String implied) throws Exception {
        NOTICES.typed(true);
        try {
            List<String> words =
                    implied.isBlank() ? List.of() : List.of(implied.strip().split(" "));
            return new DockerLine(Words.docker, NOTICES).run(lines, words, CellWords::display);
        } finally {
            NOTICES.typed(false);
        }
    }

    /** Does a line of a lesson's scene, as it is typed after {@code docker}; shows none of its values. */
    static void inScene(Docker engine, String line) {
        NOTICES.inScene(true);
        try {
            new DockerLine(engine, NOTICES).run(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LessonException(line + ": " + e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new LessonException(line + ": " + e.getMessage());
        } finally {
            NOTICES.inScene(false);
        }
    }

    /** What {@code task} gives, without the commands that its calls equal. */
    static @Nullable Object quietly(Callable<?> task) throws Exception {
        NOTICES.typed(true);
        try {
            return task.call();
        } finally {
            NOTICES.typed(false);
        }
    }

    /** What could stand at the end of a command line. */
    static List<String> complete(String line) {
        return new DockerLine(unasked(), NOTICES).complete(line, NamesAtHand::of);
    }

    /** How a command line is written. */
    static String help(String line) {
        return new DockerLine(unasked(), NOTICES).help(line);
    }

    /**
     * Where a recording answers, an engine is asked only if one may have answered before. That none answers is a failure only
     * where something may be left on it.
     */
    private static void removeMade(CellAnswers known) {
        boolean replayed = known.isReplay();
        if (replayed && CellAnswers.isReplayWanted()) {
            return;
        }
        known.stopReplay();
        try {
            Words.lab.reset();
        } catch (EngineException e) {
            if (!replayed && !known.api().made().isEmpty()) {
                throw e;
            }
        }
    }

    /** Removes what the cells have made, where they have spoken to an engine at all. */
    static synchronized void close() {
        if (docker != null) {
            removeMade(answers());
            docker.close();
            docker = null;
        }
        if (answers != null) {
            answers.close();
            answers = null;
        }
    }
}
