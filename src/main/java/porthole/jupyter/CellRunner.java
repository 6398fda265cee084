package porthole.jupyter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.history.History;
import porthole.jupyter.protocol.Publication;
import porthole.jupyter.protocol.Reply;

/** Runs cells and tells what they give. Belongs to the execution's thread. */
final class CellRunner {
    private static final Sentences SENTENCES = Sentences.of(CellRunner.class);

    private final OutgoingMessages courier;
    private final Activity activity;
    private final Input input;
    private final History history;
    private final Supplier<Interpreter> interpreter;
    private final Supplier<List<ExecuteJob>> waiting;
    private @Nullable FailedCell failed;
    private int count;

    /**
     * @param interpreter waits for it to be made
     * @param waiting takes the cells that wait behind the running one, and those that come within a moment
     */
    CellRunner(
            OutgoingMessages courier,
            Activity activity,
            Input input,
            History history,
            Supplier<Interpreter> interpreter,
            Supplier<List<ExecuteJob>> waiting) {
        this.courier = courier;
        this.activity = activity;
        this.input = input;
        this.history = history;
        this.interpreter = interpreter;
        this.waiting = waiting;
    }

    /** Runs {@code cell} and answers it, and with it those that must not run because it failed. */
    void run(ExecuteJob cell) {
        if (failed != null && failed.covers(cell)) {
            abandon(cell);
            return;
        }
        if (cell.request().storesHistory()) {
            count++;
            history.begin(count, cell.request().code());
        }
        activity.beginCell(cell.message().header());
        CellOutputs outputs = new CellOutputs(cell, courier, input, history);
        outputs.publish(new Publication.ExecuteInput(cell.request().code(), count));
        Outcome outcome = evaluate(cell.request().code(), outputs);
        Reply reply;
        List<ExecuteJob> abandoned = List.of();
        if (outcome instanceof Outcome.Done done) {
            reply = done(cell, done, outputs);
        } else {
            reply = failed((Outcome.Failed) outcome, outputs);
        }
        boolean stops = reply instanceof Reply.ExecuteFailed
                && cell.request().stopsOnError()
                && !cell.request().silent();
        if (stops) {
            // Before the reply, so that what a front end sends because of the reply is never given up.
            abandoned = waiting.get();
        }
        if (cell.request().storesHistory()) {
            history.end(count); // before the reply: whoever has it may end the kernel at once
        }
        failed = stops ? new FailedCell(cell.message().header(), cell.received(), System.nanoTime()) : failed;
        courier.answer(cell.channel(), cell.message(), reply);
        activity.endCell(cell.message().header());
        abandoned.forEach(this::abandon);
    }

    private Reply done(ExecuteJob cell, Outcome.Done done, CellOutputs outputs) {
        try {
            show(cell, done.outputs(), outputs);
            return new Reply.Executed(count, expressions(cell, outputs), outputs.pages());
        } catch (RuntimeException | Error e) {
            // A bundle that cannot be written as JSON, say.
            return failed(failure("KernelError", SENTENCES.say("value.shown", e)), outputs);
        }
    }

    private Reply failed(Outcome.Failed failed, CellOutputs outputs) {
        outputs.publish(new Publication.Failure(failed.name(), failed.message(), failed.traceback()));
        return new Reply.ExecuteFailed(count, failed.name(), failed.message(), failed.traceback());
    }

    private void show(ExecuteJob cell, List<MimeBundle> bundles, CellOutputs outputs) {
        for (int i = 0; i < bundles.size(); i++) {
            MimeBundle bundle = bundles.get(i);
            if (i == 0) {
                outputs.result(bundle, count);
            } else {
                outputs.display(bundle, java.util.Optional.empty());
            }
        }
        if (cell.request().storesHistory() && !bundles.isEmpty()) {
            history.result(count, bundles.get(0).plain());
        }
    }

    private Map<String, Reply.Expression> expressions(ExecuteJob cell, CellOutputs outputs) {
        Map<String, Reply.Expression> values = new LinkedHashMap<>();
        cell.request().userExpressions().forEach((name, code) -> values.put(name, expression(code, outputs)));
        return values;
    }

    private Reply.Expression expression(String code, CellOutputs outputs) {
        Outcome outcome = evaluate(code, outputs);
        if (outcome instanceof Outcome.Failed failed) {
            return new Reply.Expression.None(failed.name(), failed.message(), failed.traceback());
        }
        List<MimeBundle> bundles = ((Outcome.Done) outcome).outputs();
        if (bundles.isEmpty()) {
            return new Reply.Expression.None("NoValue", SENTENCES.say("value.none", code), List.of());
        }
        return new Reply.Expression.Value(bundles.get(0));
    }

    private Outcome evaluate(String code, CellOutputs outputs) {
        Outcome outcome;
        try {
            outcome = interpreter.get().run(code, count, outputs);
        } catch (CompletionException e) {
            outcome = failure("InterpreterUnavailable", SENTENCES.say("interpreter", e.getCause()));
        } catch (RuntimeException | Error e) {
            outcome = failure("KernelError", SENTENCES.say("cell.failed", e));
        }
        // A stroke of the interrupt that came after the cell's end must not reach the next cell.
        Thread.interrupted();
        return outcome;
    }

    private static Outcome.Failed failure(String name, String sentence) {
        return new Outcome.Failed(name, sentence, List.of(name + ": " + sentence));
    }

    private void abandon(ExecuteJob cell) {
        activity.beginAside(cell.message().header());
        courier.answer(cell.channel(), cell.message(), new Reply.Aborted());
        activity.endAside(cell.message().header());
    }
}
