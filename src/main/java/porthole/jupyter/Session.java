package porthole.jupyter;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import porthole.display.Sentences;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.history.Archive;
import porthole.jupyter.history.History;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.MalformedException;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.Outbox;
import porthole.jupyter.protocol.Publication;
import porthole.jupyter.protocol.Reply;
import porthole.jupyter.protocol.Request;
import porthole.jupyter.wire.ConnectionFile;

/**
 * The kernel without its sockets: messages in, messages out. Cells run one after the other on a thread of their own; all
 * else is answered by the thread that brings it, also while a cell runs.
 */
public final class Session {
    private static final Sentences SENTENCES = Sentences.of(Session.class);

    private final OutgoingMessages courier;
    private final Activity activity;
    private final Input input;
    private final Answers answers;
    private final Execution execution;
    private final History history;
    private final AtomicBoolean warmed = new AtomicBoolean();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    /**
     * @param language makes the interpreter; called once, by the thread that will run cells
     * @param connection what {@code connect_request} is told
     * @param letterhead writes the messages
     * @param outbox where they go
     * @param archive keeps cells for later sessions
     * @param log takes a sentence about what cannot be told to a front end
     */
    public Session(
            Supplier<? extends Interpreter> language,
            ConnectionFile connection,
            MessageFactory letterhead,
            Outbox outbox,
            Archive archive,
            Consumer<String> log) {
        courier = new OutgoingMessages(outbox, letterhead, log);
        courier.publish(Optional.empty(), Publication.Status.STARTING);
        activity = new Activity(courier);
        input = new Input(courier);
        history = new History(archive);
        CompletableFuture<Execution> made = new CompletableFuture<>();
        CellRunner cells = new CellRunner(
                courier,
                activity,
                input,
                history,
                () -> made.join().interpreter(),
                () -> made.join().takeWaiting());
        execution = new Execution(language, cells::run, log);
        made.complete(execution);
        answers = new Answers(execution::interpreter, history, connection);
    }

    /** Begins: the interpreter is made while messages come in. */
    public void start() {
        courier.start();
        execution.start();
    }

    /** Takes a message. Returns when it is answered, for a cell as soon as it is queued. By one thread a channel. */
    public void receive(Channel channel, Message message) {
        try {
            Request request = Request.of(message);
            if (request instanceof Request.InputReply reply) {
                input.answer(message, reply.value());
            } else if (request instanceof Request.Execute cell) {
                execution.add(new ExecuteJob(channel, message, cell));
            } else {
                serve(channel, message, request);
            }
        } catch (MalformedException e) {
            refuse(channel, message, e);
        }
    }

    /** Stops the running cell, if any. */
    void interrupt() {
        execution.interrupt();
    }

    /** Completes when a front end asks for the end; with {@code true} where it will start the kernel again. */
    CompletableFuture<Boolean> end() {
        return end;
    }

    /**
     * Stops the running cell and runs {@code last}, on the thread that runs cells where that can be had.
     *
     * @return completes when {@code last} has ended
     */
    FutureTask<Void> finish(Consumer<Optional<Interpreter>> last) throws InterruptedException {
        input.close();
        return execution.finish(() -> last.accept(execution.made()));
    }

    /** Lets every message out that was given so far. */
    void close() throws InterruptedException {
        history.close();
        courier.close();
    }

    private void serve(Channel channel, Message message, Request request) {
        activity.beginAside(message.header());
        act(message, request);
        reply(message, request).ifPresent(reply -> courier.answer(channel, message, reply));
        activity.endAside(message.header());
        if (request instanceof Request.KernelInfo && !warmed.getAndSet(true)) {
            execution.warmUp();
        } else if (request instanceof Request.Shutdown shutdown) {
            end.complete(shutdown.restart());
        }
    }

    private void act(Message message, Request request) {
        if (request instanceof Request.Interrupt) {
            execution.interrupt();
        } else if (request instanceof Request.CommOpen comm) {
            courier.publish(Optional.of(message.header()), new Publication.CommClose(comm.id()));
        } else if (request instanceof Request.Shutdown shutdown) {
            courier.publish(Optional.of(message.header()), new Publication.Ending(shutdown.restart()));
        }
    }

    private Optional<Reply> reply(Message message, Request request) {
        try {
            return answers.to(request);
        } catch (CompletionException e) {
            return Optional.of(new Reply.Failed(
                    message.type(), "InterpreterUnavailable", SENTENCES.say("interpreter", e.getCause())));
        } catch (RuntimeException | Error e) {
            return Optional.of(new Reply.Failed(
                    message.type(), "KernelError", SENTENCES.say("request.failed", message.type(), e)));
        }
    }

    private void refuse(Channel channel, Message message, MalformedException e) {
        activity.beginAside(message.header());
        if (message.type().endsWith("_request")) {
            courier.answer(channel, message, new Reply.Failed(message.type(), "MalformedRequest", e.sentence()));
        }
        activity.endAside(message.header());
    }
}
