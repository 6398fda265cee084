package porthole.jupyter.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.jupyter.api.Cancellation;
import porthole.jupyter.api.Outputs;

/** What a session says before its first cell: kept until there is one that can show it. */
final class HeldOutputs implements Outputs {
    private final List<Consumer<Outputs>> held = new ArrayList<>();
    private @Nullable Outputs to;
    private volatile Cancellation cancellation = new Cancellation();

    /** What runs before the first cell ends with it. */
    void endWith(Cancellation ofFirst) {
        cancellation = ofFirst;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Lets all out, and whatever comes later too. */
    synchronized void release(Outputs outputs) {
        if (to == null) {
            to = outputs;
            held.forEach(one -> one.accept(outputs));
            held.clear();
        }
    }

    private synchronized void say(Consumer<Outputs> one) {
        if (to == null) {
            held.add(one);
        } else {
            one.accept(to);
        }
    }

    @Override
    public void stream(Channel channel, String text) {
        say(o -> o.stream(channel, text));
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        say(o -> o.display(bundle, displayId));
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        say(o -> o.update(bundle, displayId));
    }

    @Override
    public void clear(boolean wait) {
        say(o -> o.clear(wait));
    }

    @Override
    public String input(String prompt, boolean password) throws InputException {
        throw new InputException(Sentences.of(HeldOutputs.class).say("input.early", prompt.strip()));
    }
}
