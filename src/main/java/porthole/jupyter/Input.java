package porthole.jupyter;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import porthole.jupyter.protocol.Channel;
import porthole.jupyter.protocol.InputRequest;
import porthole.jupyter.protocol.Message;
import porthole.jupyter.shell.Outputs.InputException;

/** Lines that cells ask for, one question at a time. */
final class Input {
    private final Courier courier;
    private final ReentrantLock asking = new ReentrantLock();
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile Optional<Message> open = Optional.empty();
    private volatile boolean closed;

    Input(Courier courier) {
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
            open = Optional.of(courier.answer(Channel.STDIN, request, new InputRequest(prompt, password)));
            return answers.take().orElseThrow(Input::ending);
        } finally {
            open = Optional.empty();
            asking.unlock();
        }
    }

    /**
     * Takes the person's answer. Many clients name no parent; one that names an earlier question of ours is late, and is
     * not taken for an answer to this one.
     */
    void answer(Message reply, String value) {
        open.ifPresent(question -> {
            boolean isLate = reply.parent()
                    .filter(parent -> parent.session().equals(question.header().session()))
                    .filter(parent -> !parent.id().equals(question.header().id()))
                    .isPresent();
            if (!isLate) {
                answers.add(Optional.of(value));
            }
        });
    }

    /** Nobody waits for an answer any more. */
    void close() {
        closed = true;
        answers.add(Optional.empty());
    }

    private static InputException ending() {
        return new InputException("No input can be had: the kernel is ending.");
    }
}
