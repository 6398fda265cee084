package porthole.jupyter.java.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Outcome;
import porthole.jupyter.java.advice.ThrownAdvice;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.Folding;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Paint;

/**
 * An exception as the person wants to read it: their own frames with the cell's line beside, of the library the frame
 * that they called, nothing of JShell or the kernel, every cause, and what to do.
 */
public final class Traceback {
    private static final Sentences SENTENCES = Sentences.of(ThrownAdvice.class);

    /** Where the classes live that are no business of the person at the cell. */
    private static final String KERNEL = "porthole.";

    /** Columns of a line that a page of usual width shows whole. */
    private static final int WIDTH = 92;

    private final CellLines cells;
    private final List<String> lines = new ArrayList<>();
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private Traceback(CellLines cells) {
        this.cells = cells;
    }

    /** How a cell fails that has thrown {@code thrown}. Calls its {@code getMessage}, which may be the person's own. */
    public static Outcome.Failed of(Throwable thrown, CellLines cells) {
        return Traces.asTheyAre(() -> {
            String message = message(thrown);
            return new Outcome.Failed(name(thrown), message == null ? "" : message, lines(thrown, cells));
        });
    }

    /** The same as lines with ANSI colours. */
    public static List<String> lines(Throwable thrown, CellLines cells) {
        return Traces.asTheyAre(() -> {
            Traceback traceback = new Traceback(cells);
            traceback.add("", "", thrown);
            traceback.advise(thrown);
            return List.copyOf(traceback.lines);
        });
    }

    private void add(String indent, String before, Throwable thrown) {
        String message = message(thrown);
        lines.add(indent + before + Paint.BOLD.on(name(thrown)) + (message == null ? "" : ": " + message));
        StackTraceElement[] all = thrown.getStackTrace();
        boolean sentence = isSentence(thrown);
        Stream<StackTraceElement> frames = Stream.of(all).limit(end(all));
        new StackFrames(cells)
                .lines(frames.filter(f -> !sentence || CellLines.isOwn(f)).toList())
                .forEach(l -> lines.add(indent + l));
        if (sentence || told.size() > 10) {
            return;
        }
        told.add(thrown);
        for (Throwable suppressed : thrown.getSuppressed()) {
            follow(indent + "    ", "trace.suppressed", suppressed);
        }
        follow(indent, "trace.cause", thrown.getCause());
    }

    private void follow(String indent, String key, @Nullable Throwable next) {
        if (next != null && !told.contains(next)) {
            add(indent, SENTENCES.say(key) + " ", next);
        }
    }

    /** What to do: about the exception, or else about the deepest cause that something is known of. */
    private void advise(Throwable thrown) {
        String found = null;
        Throwable one = thrown;
        for (int depth = 0; one != null && depth < 10 && !isSentence(one); depth++) {
            String message = message(one);
            found = ThrownAdvice.of(one, message == null ? "" : message).orElse(found);
            one = one.getCause();
        }
        Optional.ofNullable(found).ifPresent(h -> lines.addAll(hint("", h)));
    }

    /** Advice as lines of its own, broken between words: front ends break anywhere. */
    public static List<String> hint(String indent, String sentence) {
        String head = SENTENCES.say("hint");
        String gap = head.endsWith("：") ? "" : " "; // a wide colon has its own
        int width = Folding.width(head + gap);
        List<String> folded = Folding.lines(sentence, WIDTH - indent.length() - width);
        List<String> lines = new ArrayList<>();
        lines.add(indent + Paint.BOLD.on(head) + gap + folded.get(0));
        String below = indent + " ".repeat(width);
        folded.subList(1, folded.size()).forEach(l -> lines.add(below + l));
        return lines;
    }

    /** How many frames from the top concern the person: to their own last, or else to where the kernel begins. */
    private static int end(StackTraceElement[] all) {
        int last = all.length - 1;
        while (last >= 0 && !CellLines.isOwn(all[last])) {
            last--;
        }
        if (last >= 0) {
            return last + 1;
        }
        int end = 0;
        while (end < all.length && !all[end].getClassName().startsWith("porthole.jupyter.java.")) {
            end++;
        }
        return end;
    }

    /** The kernel's and its host's own exceptions say in their message all that there is to say. */
    private static boolean isSentence(Throwable thrown) {
        return thrown.getClass().getName().startsWith(KERNEL);
    }

    private static @Nullable String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? null : own(message);
        } catch (StopCheck.CellStopped e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return SENTENCES.say("trace.message", name(thrown), name(e));
        }
    }

    /** Without what JShell and the module system add; an anonymous class has a number in the place of a name. */
    private static String own(String message) {
        return message.replaceAll(
                        "class " + JShellNames.WRAPPER_PATTERN + "\\$(?:\\w+\\$)*\\d+(?=[ ;,.]|$)",
                        "an anonymous class")
                .replaceAll(JShellNames.WRAPPER_PATTERN + "[.$]", "")
                .replaceFirst(
                        "((?:class \\S+|an anonymous class) cannot be cast to class \\S+) \\(.* loader .*\\)$", "$1");
    }

    /** The name that the person gave its class, without what JShell wraps around. */
    private static String name(Throwable thrown) {
        String own = JShellNames.withoutWrapper(thrown.getClass().getName());
        return own.substring(own.lastIndexOf('.') + 1).replace('$', '.');
    }
}
