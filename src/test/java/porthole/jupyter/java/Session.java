package porthole.jupyter.java;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Extension;
import porthole.jupyter.api.Outcome;

/** An interpreter and its cells' counter. */
public final class Session implements AutoCloseable {
    public final JavaInterpreter java;
    private int count;

    public Session(Extension... extensions) {
        java = new JavaInterpreter(List.of(extensions));
    }

    public Outcome run(String code, RecordedOutputs outputs) {
        return java.run(code, ++count, outputs);
    }

    public Outcome run(String code) {
        return run(code, new RecordedOutputs());
    }

    /** What a cell shows, in text; fails where the cell does. */
    public String shows(String code) {
        return shows(run(code));
    }

    public static String shows(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.outputs().stream().map(MimeBundle::plain).collect(Collectors.joining("\n"));
        }
        throw new AssertionError(outcome.toString());
    }

    public Outcome.Failed fails(String code) {
        return fails(run(code));
    }

    public static Outcome.Failed fails(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed;
        }
        throw new AssertionError("It did not fail: " + outcome);
    }

    /** A traceback without its colours. */
    public static String text(Outcome.Failed failed) {
        return String.join("\n", failed.traceback()).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    /** Runs a cell, interrupts it once it has printed something, and waits for it to end; a busy machine may need 20 s. */
    Outcome interrupted(String code) throws Exception {
        return interrupted(code, Duration.ofSeconds(20));
    }

    /** The same, with so much patience. */
    Outcome interrupted(String code, Duration patience) throws Exception {
        RecordedOutputs outputs = new RecordedOutputs();
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> run(code, outputs), task -> {
            Thread thread = new Thread(task, "cells");
            thread.setDaemon(true);
            thread.start();
        });
        outputs.awaitSpoken();
        java.interrupt(patience);
        return outcome.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        java.close();
    }
}
