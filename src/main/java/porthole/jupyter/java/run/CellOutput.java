package porthole.jupyter.java.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.advice.ThrownAdvice;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.java.text.CellLines;

/**
 * What a cell shows: text that its threads print, values, and what has ended one of its threads.
 *
 * @param outputs where it goes
 * @param lines where in which cell a frame of an exception is
 * @param values how the session shows values
 * @param printed the text of its threads
 */
record CellOutput(Outputs outputs, CellLines lines, Values values, Printed printed) {
    CellOutput(Outputs outputs, CellLines lines, Values values) {
        this(outputs, lines, values, new Printed(outputs));
    }

    /** Shows a value at once; what is still to come is shown again when it has. */
    void display(@Nullable Object value, String id, String... as) {
        Optional<String> shownAs = Optional.of(id);
        for (MimeBundle bundle : values.show(value, as)) {
            outputs.display(bundle, shownAs);
            shownAs = Optional.empty();
        }
        if (value instanceof CompletableFuture<?> future && !future.isDone()) {
            CompletableFuture<?> unused = future.whenComplete(
                    (done, thrown) -> outputs.update(values.show(future, as).get(0), id));
        }
    }

    /** Shows what has ended one of its threads. */
    void uncaught(Thread thread, Throwable thrown) {
        String head = Sentences.of(ThrownAdvice.class).say("trace.thread", thread.getName());
        outputs.stream(Outputs.Channel.STDERR, head + "\n" + traceback(thrown) + "\n");
    }

    /** An exception as it is shown under the cell, as text. */
    String traceback(Throwable thrown) {
        return String.join("\n", Traceback.lines(thrown, lines));
    }
}
