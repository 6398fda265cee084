package porthole.jupyter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import porthole.display.MimeBundle;
import porthole.jupyter.api.Completeness;
import porthole.jupyter.api.Completions;
import porthole.jupyter.api.Interpreter;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.api.Outputs;

/** A language of one command a line, for tests: {@code print hello}, {@code value 3}, {@code fail}, {@code spin}, … */
public final class ToyInterpreter implements Interpreter {
    /** Opens when a cell has reached {@code spin} or {@code hang}. */
    final CountDownLatch spinning = new CountDownLatch(1);
    /** Opens when it is warm. */
    final CountDownLatch warmed = new CountDownLatch(1);
    /** Lets {@code later} speak. */
    final CountDownLatch later = new CountDownLatch(1);

    final List<String> events = java.util.Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);
    private final Set<Thread> hanging = ConcurrentHashMap.newKeySet();

    @Override
    public Outcome run(String code, int count, Outputs outputs) {
        List<MimeBundle> values = new ArrayList<>();
        for (String line : code.lines().toList()) {
            String command = line.split(" ", 2)[0];
            String rest = line.contains(" ") ? line.split(" ", 2)[1] : "";
            try {
                switch (command) {
                    case "print" -> outputs.stream(Outputs.Channel.STDOUT, rest + "\n");
                    case "warn" -> outputs.stream(Outputs.Channel.STDERR, rest + "\n");
                    case "lines" -> lines(Integer.parseInt(rest), outputs);
                    case "value" -> values.add(MimeBundle.text(rest));
                    case "unspeakable" -> values.add(MimeBundle.text("x").with("application/json", new Object()));
                    case "show" -> outputs.display(MimeBundle.text(rest), Optional.of("d"));
                    case "update" -> outputs.update(MimeBundle.text(rest), "d");
                    case "page" -> outputs.page(MimeBundle.text(rest));
                    case "clear" -> outputs.clear(true);
                    case "ask" -> values.add(MimeBundle.text(outputs.input(rest, false)));
                    case "later" -> speakLater(rest, outputs);
                    case "spin" -> spin(outputs);
                    case "hang" -> hang();
                    case "fail" -> throw new IllegalStateException(rest);
                    case "crash" -> throw new AssertionError(rest);
                    default -> throw new IllegalArgumentException("what is " + command);
                }
            } catch (InterruptedException e) {
                return failed("Interrupted", "the cell was interrupted");
            } catch (IllegalStateException | IllegalArgumentException | Outputs.InputException e) {
                return failed(e.getClass().getSimpleName(), String.valueOf(e.getMessage()));
            }
        }
        return new Outcome.Done(values);
    }

    private static Outcome failed(String name, String message) {
        return new Outcome.Failed(name, message, List.of(name + ": " + message));
    }

    private static void lines(int count, Outputs outputs) {
        for (int i = 0; i < count; i++) {
            outputs.stream(Outputs.Channel.STDOUT, "line " + i + "\n");
        }
    }

    private void speakLater(String text, Outputs outputs) {
        Thread thread = new Thread(() -> {
            try {
                later.await();
                outputs.stream(Outputs.Channel.STDOUT, text + "\n");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void spin(Outputs outputs) throws InterruptedException {
        spinning.countDown();
        while (!outputs.cancellation().isRequested()) {
            Thread.onSpinWait();
        }
        throw new InterruptedException();
    }

    /** Does not even end when it is interrupted. */
    private void hang() {
        hanging.add(Thread.currentThread());
        spinning.countDown();
        while (released.getCount() > 0) {
            LockSupport.park(this);
        }
    }

    /** Ends what hangs. */
    void release() {
        released.countDown();
        hanging.forEach(LockSupport::unpark);
    }

    @Override
    public Completeness completeness(String code) {
        if (code.endsWith("…")) {
            return new Completeness.Incomplete("  ");
        }
        return code.contains("}") ? new Completeness.Invalid() : new Completeness.Complete();
    }

    @Override
    public Completions complete(String code, int cursor) {
        int start = code.lastIndexOf(' ', cursor - 1) + 1;
        return new Completions(List.of(new Completions.Item("print", "function")), start, cursor);
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, boolean detailed) {
        return code.startsWith("print") ? Optional.of(MimeBundle.text("print TEXT")) : Optional.empty();
    }

    @Override
    public boolean warmUp() {
        events.add("warm");
        warmed.countDown();
        return false;
    }

    @Override
    public void close() {
        events.add("closed");
    }
}
