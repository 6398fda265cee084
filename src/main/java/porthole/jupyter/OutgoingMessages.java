package porthole.jupyter;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.Content;
import porthole.jupyter.protocol.Header;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.protocol.MessageFactory;
import porthole.jupyter.protocol.Outbox;
import porthole.jupyter.protocol.Publication;

/**
 * The one thread that hands messages to the outbox, in the order in which they were given. Text that a cell prints is
 * gathered for a moment, so that ten thousand lines become a handful of messages; whatever else is sent, sends the
 * gathered text first.
 */
final class OutgoingMessages implements Runnable {
    private static final Sentences SENTENCES = Sentences.of(OutgoingMessages.class);

    /** For how long text waits for more: shorter than an eye notices, longer than a burst of lines. */
    private static final long GATHERING = TimeUnit.MILLISECONDS.toNanos(25);

    /** Characters in one stream message. */
    private static final int MESSAGE_LIMIT = 256 * 1024;

    /** Characters that may wait for the courier before the printing cell has to wait too. */
    private static final int WAITING_LIMIT = 8 * 1024 * 1024;

    private final Outbox outbox;
    private final MessageFactory letterhead;
    private final Consumer<String> log;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_LIMIT);
    private final Thread thread = new Thread(this, "jupyter-courier");
    private @Nullable Gathered gathered;

    OutgoingMessages(Outbox outbox, MessageFactory letterhead, Consumer<String> log) {
        this.outbox = outbox;
        this.letterhead = letterhead;
        this.log = log;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Answers {@code request} on {@code channel}. */
    Message answer(Channel channel, Message request, Content content) {
        Message message = letterhead.answer(request, content);
        items.add(new Item.Letter(channel, message));
        return message;
    }

    /** Tells all front ends. */
    void publish(Optional<Header> parent, Publication content) {
        items.add(new Item.Letter(Channel.IOPUB, letterhead.publish(parent, content)));
    }

    /** Publishes a cell's output of about so many characters. Waits as {@link #text} does. */
    void output(Header parent, Publication content, long size) {
        Message message = letterhead.publish(Optional.of(parent), content);
        items.add(new Item.Output(message, admit(size)));
    }

    /** Publishes text soon. Waits where a cell prints faster than messages can be written. */
    void text(Header parent, Outputs.Channel stream, String text) {
        int permits = admit(text.length());
        items.add(new Item.Text(parent, stream, text, permits));
    }

    /** Waits for room for so many characters; how many must be given back. */
    private int admit(long size) {
        int permits = (int) Math.min(size, WAITING_LIMIT);
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            // The cell is being stopped: take its last words without waiting.
            Thread.currentThread().interrupt();
            permits = 0;
        }
        return permits;
    }

    /** Sends all that was given, and ends. */
    void close() throws InterruptedException {
        items.add(new Item.End());
        thread.join();
    }

    @Override
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = handle(next());
            } catch (InterruptedException e) {
                // Nobody has a reason to stop this thread but close().
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                log.accept(SENTENCES.say("log.send", e));
            }
        }
    }

    private Item next() throws InterruptedException {
        Gathered waiting = gathered;
        if (waiting == null) {
            return items.take();
        }
        Item item = items.poll(waiting.deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        return item == null ? new Item.Pause() : item;
    }

    private boolean handle(Item item) {
        if (item instanceof Item.Text text) {
            room.release(text.permits());
            gather(text);
        } else if (item instanceof Item.Output output) {
            send(output);
        } else if (item instanceof Item.Letter letter) {
            if (letter.channel() == Channel.IOPUB || letter.channel() == Channel.STDIN) {
                flush();
            }
            outbox.send(letter.channel(), letter.message());
        } else {
            flush();
        }
        return !(item instanceof Item.End);
    }

    private void send(Item.Output output) {
        try {
            flush();
            outbox.send(Channel.IOPUB, output.message());
        } finally {
            room.release(output.permits());
        }
    }

    private void gather(Item.Text text) {
        Gathered waiting = gathered;
        if (waiting != null && !(waiting.parent.equals(text.parent()) && waiting.stream == text.stream())) {
            flush();
            waiting = null;
        }
        if (waiting == null) {
            waiting = new Gathered(text.parent(), text.stream(), System.nanoTime() + GATHERING);
            gathered = waiting;
        }
        waiting.text.append(text.text());
        if (waiting.text.length() >= MESSAGE_LIMIT || System.nanoTime() - waiting.deadline >= 0) {
            flush();
        }
    }

    private void flush() {
        Gathered waiting = gathered;
        gathered = null;
        if (waiting == null || waiting.text.isEmpty()) {
            return;
        }
        String name = waiting.stream == Outputs.Channel.STDOUT ? "stdout" : "stderr";
        Publication content = new Publication.Stream(name, waiting.text.toString());
        outbox.send(Channel.IOPUB, letterhead.publish(Optional.of(waiting.parent), content));
    }

    /** What waits for the courier. */
    private sealed interface Item {
        record Letter(Channel channel, Message message) implements Item {}

        /** What a cell shows. */
        record Output(Message message, int permits) implements Item {}

        record Text(Header parent, Outputs.Channel stream, String text, int permits) implements Item {}

        /** Nothing came for as long as text may wait. */
        record Pause() implements Item {}

        record End() implements Item {}
    }

    /** Text of one cell on one stream, until its deadline. */
    private static final class Gathered {
        final Header parent;
        final Outputs.Channel stream;
        final long deadline;
        final StringBuilder text = new StringBuilder();

        Gathered(Header parent, Outputs.Channel stream, long deadline) {
            this.parent = parent;
            this.stream = stream;
            this.deadline = deadline;
        }
    }
}
