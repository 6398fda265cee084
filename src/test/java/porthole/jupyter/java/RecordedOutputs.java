package porthole.jupyter.java;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.api.PastCell;

/** Outputs that a test can read. */
public final class RecordedOutputs implements Outputs {
    private List<PastCell> earlier = List.of();
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    public final List<String> displays = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    public final List<String> questions = new ArrayList<>();
    public final Deque<String> answers = new ArrayDeque<>();
    final Cancellation cancellation = new Cancellation();
    private final CountDownLatch spoke = new CountDownLatch(1);

    /** What the cells of earlier sessions are, for the cells that run with this. */
    public void earlier(List<PastCell> cells) {
        earlier = cells;
    }

    @Override
    public List<PastCell> earlier() {
        return earlier;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public synchronized void stream(Channel channel, String text) {
        (channel == Channel.STDOUT ? out : err).append(text);
        spoke.countDown();
        notifyAll();
    }

    @Override
    public synchronized void display(MimeBundle bundle, Optional<String> displayId) {
        displays.add("display " + bundle.plain());
        displayId.ifPresent(ids::add);
    }

    @Override
    public synchronized void update(MimeBundle bundle, String displayId) {
        displays.add("update " + bundle.plain());
        ids.add(displayId);
    }

    @Override
    public synchronized void clear(boolean wait) {
        displays.add("clear " + wait);
    }

    @Override
    public synchronized String input(String prompt, boolean password) throws InputException {
        if (answers.isEmpty()) {
            throw new InputException("This front end allows no input");
        }
        questions.add(prompt + (password ? " hidden" : ""));
        return answers.poll();
    }

    public synchronized String out() {
        return out.toString();
    }

    public synchronized String err() {
        return err.toString();
    }

    /** Waits until the cell has printed something, at most 20 s. */
    public void awaitSpoken() throws InterruptedException {
        if (!spoke.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The cell printed nothing within 20 s");
        }
    }

    /** Waits until stdout holds {@code text}, at most 20 s. */
    synchronized void awaitOut(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!out.toString().contains(text)) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("No \"" + text + "\" on stdout within 20 s, but \"" + out + "\"");
            }
            wait(left);
        }
    }
}
