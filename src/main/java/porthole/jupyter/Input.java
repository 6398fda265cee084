package porthole.jupyter;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs.InputException;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.InputRequest;
import porthole.jupyter.protocol.Message;

/** Lines that cells ask for, one question at a time. */
final class Input {
    private final OutgoingMessages courier;
    private final ReentrantLock asking = new ReentrantLock();
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile Optional<Message> open = Optional.empty();
    private volatile boolean waits;
    private volatile boolean closed;

    Input(OutgoingMessages courier) {
        this.courier = courier;
    }

    /** Asks the front end that sent {@code request}, and waits for as long as the person thinks. */
    String ask(Message request, String prompt, boolean password) throws InputException, InterruptedException {
        asking.lockInterruptibly();
        try {
            answers.clear();
            if (closed) {
                throw ending();
            }
            // Before the question goes out: its answer may be back before the next line has run.
            waits = true;
            open = Optional.of(courier.answer(Channel.STDIN, request, new InputRequest(prompt, password)));
            return answers.take().orElseThrow(Input::ending);
        } finally {
            waits = false;
            open = Optional.empty();
            asking.unlock();
        }
    }

    /**
     * Takes the person's answer. Many clients name no parent; one that names an earlier question of ours is late, and is
     * not taken for an answer to this one.
     */
    void answer(Message reply, String value) {
        if (waits && !open.filter(question -> isLate(reply, question)).isPresent()) {
            answers.add(Optional.of(value));
        }
    }

    private static boolean isLate(Message reply, Message question) {
        return reply.parent()
                .filter(parent -> parent.session().equals(question.header().session()))
                .filter(parent -> !parent.id().equals(question.header().id()))
                .isPresent();
    }

    /** Nobody waits for an answer any more. */
    void close() {
        closed = true;
        answers.add(Optional.empty());
    }

    private static InputException ending() {
        return new InputException(Sentences.of(Input.class).say("input.ending"));
    }
}
