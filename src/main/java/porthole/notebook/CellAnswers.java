package porthole.notebook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.engine.api.Api;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.Origin;
import porthole.engine.recording.Recorder;
import porthole.engine.recording.Recording;
import porthole.engine.recording.Replay;
import porthole.jupyter.api.ShellCommand;

/**
 * Where the words of this session get their answers from: an engine, which may be recorded meanwhile, or a recording.
 * {@code ./porthole run} says which by {@code PORTHOLE_RECORD} and {@code PORTHOLE_REPLAY}, the file of the recording;
 * a cell by {@code lab.replay()} and {@code lab.live()}.
 */
final class CellAnswers {
    private static final String RECORD = "PORTHOLE_RECORD";
    private static final String REPLAY = "PORTHOLE_REPLAY";
    private static final Sentences SENTENCES = Sentences.of(CellAnswers.class);

    private final CellNotices notices;
    private final RecordingsHere files = RecordingsHere.ofThisKernel();
    private final Api api = new Api(() -> EngineAddress.find(System.getenv()));
    private @Nullable Recorder recorder;
    private @Nullable Replay replay;
    private boolean begun;

    CellAnswers(CellNotices notices) {
        this.notices = notices;
        api.answerFrom(live());
    }

    /** Whether this kernel was started to record or to replay; told without loading anything. */
    static boolean isWanted() {
        return !setting(RECORD).isEmpty() || !setting(REPLAY).isEmpty();
    }

    /** Whether this kernel was started to replay, so that no engine is to be asked anything. */
    static boolean isReplayWanted() {
        return !setting(REPLAY).isEmpty();
    }

    private static String setting(String name) {
        return System.getenv().getOrDefault(name, "");
    }

    Api api() {
        return api;
    }

    private Origin live() {
        return new Origin() {
            @Override
            public String offer() {
                return files.offer();
            }
        };
    }

    /** Whether it must hear of cells. */
    boolean hearsCells() {
        return recorder != null || replay != null || isWanted();
    }

    /** As the kernel was started; at the first cell, so that what fails is told under it. */
    void begin() {
        if (begun) {
            return;
        }
        if (!setting(RECORD).isEmpty()) {
            Recorder fresh = new Recorder(Path.of(setting(RECORD)), files.notebook());
            recorder = fresh;
            api.answerFrom(fresh);
        } else if (!setting(REPLAY).isEmpty()) {
            replay(Recording.read(Path.of(setting(REPLAY))));
        }
        begun = true; // until then each cell fails: what was asked for is never left out in silence
    }

    void cellBegins(String code) {
        begin();
        if (recorder != null) {
            recorder.begin(code);
        }
        if (replay != null) {
            replay.begin(code).ifPresent(notices::recorded);
        }
    }

    void cellEnds(boolean failed) {
        if (recorder != null) {
            recorder.end();
        }
        if (replay != null) {
            replay.end(failed).forEach(notices::recorded);
        }
    }

    /** From the next cell on a recording answers. */
    Replay replay(Recording recording) {
        Replay fresh = new Replay(recording);
        replay = fresh;
        api.answerFrom(fresh);
        return fresh;
    }

    Replay replay() {
        return replay(files.only());
    }

    Replay replay(String name) {
        return replay(files.named(name));
    }

    /** From now on an engine answers. */
    void stopReplay() {
        if (replay != null) {
            replay = null;
            api.answerFrom(live());
        }
    }

    /** What answers, in a sentence. */
    String told() {
        Replay now = replay;
        if (now != null) {
            Recording recording = now.recording();
            return SENTENCES.say(
                    "answers.replay",
                    recording.file().getFileName(),
                    recording.date(),
                    recording.engine(),
                    recording.cells().size() - 1);
        }
        return recorder != null
                ? SENTENCES.say("answers.recorded", setting(RECORD))
                : (SENTENCES.say("answers.live") + " " + files.offer()).strip();
    }

    boolean isReplay() {
        return replay != null;
    }

    void close() {
        if (recorder != null) {
            recorder.close();
            recorder = null;
        }
    }

    /** Runs a shell command, and keeps what it prints; or prints what was kept. */
    int shell(String script, OutputStream out, OutputStream err, ShellCommand command)
            throws IOException, InterruptedException {
        if (recorder == null && replay == null) {
            return command.run(out, err);
        }
        KeptShell kept = new KeptShell(out, err, command);
        kept.print(api.origin().<IOException>ofMachine("! " + script, kept::run));
        return kept.code();
    }
}
