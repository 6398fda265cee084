package porthole.jupyter.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.EvalException;
import org.jspecify.annotations.Nullable;

/**
 * An exception as the person wants to read it: their own frames with the cell's line beside, the library's frames in
 * between, nothing of JShell or the kernel, and every cause.
 */
final class Traceback {
    private static final int MOST = 24;

    /** Where the classes live that are no business of the person at the cell. */
    private static final String KERNEL = "porthole.";

    private final Map<String, Place> places;
    private final List<String> lines = new ArrayList<>();

    private Traceback(Map<String, Place> places) {
        this.places = places;
    }

    /**
     * @param thrown JShell's {@link EvalException}, which counts lines by snippet, or any other exception
     * @param places snippets by JShell's id
     */
    static Outcome.Failed of(Throwable thrown, Map<String, Place> places) {
        Traceback traceback = new Traceback(places);
        traceback.add("", thrown, 0);
        String message = message(thrown);
        return new Outcome.Failed(simple(name(thrown)), message == null ? "" : message, traceback.lines);
    }

    private void add(String before, Throwable thrown, int depth) {
        String message = message(thrown);
        lines.add(before + Paint.RED.on(simple(name(thrown))) + (message == null ? "" : ": " + message));
        StackTraceElement[] all = thrown.getStackTrace();
        frames(isSentence(thrown) ? own(all) : all);
        if (isSentence(thrown)) {
            return;
        }
        Throwable cause = thrown.getCause();
        if (cause != null && cause != thrown && depth < 10) {
            add("Caused by: ", cause, depth + 1);
        }
    }

    private void frames(StackTraceElement[] all) {
        int last = all.length - 1;
        while (last >= 0 && !isOwn(all[last])) {
            last--;
        }
        int end = last < 0 ? outside(all) : last + 1;
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            if (!all[i].getClassName().startsWith(KERNEL)) {
                shown.add(frame(all[i]));
            }
        }
        shown = folded(shown);
        if (shown.size() > MOST) {
            int folded = shown.size() - MOST;
            lines.addAll(shown.subList(0, MOST - 6));
            lines.add("    " + Paint.DIM.on("… " + folded + " more frames …"));
            lines.addAll(shown.subList(shown.size() - 6, shown.size()));
        } else {
            lines.addAll(shown);
        }
    }

    /** A frame that follows itself is shown once, with how often it comes. */
    private static List<String> folded(List<String> frames) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < frames.size(); ) {
            String frame = frames.get(i);
            int first = i;
            while (i < frames.size() && frames.get(i).equals(frame)) {
                i++;
            }
            shown.add(i - first == 1 ? frame : frame + Paint.DIM.on("   " + (i - first) + " times"));
        }
        return shown;
    }

    /** How many frames are outside the kernel, where none is the person's own. */
    private static int outside(StackTraceElement[] all) {
        int end = 0;
        while (end < all.length && !all[end].getClassName().startsWith("porthole.jupyter.shell.")) {
            end++;
        }
        return end;
    }

    private String frame(StackTraceElement frame) {
        Place place = place(frame);
        String method = method(frame);
        if (place == null) {
            return isOwn(frame)
                    ? "  → " + method
                    : "    " + Paint.DIM.on("at " + frame.getClassName() + "." + method + where(frame));
        }
        int line = place.line(frame.getLineNumber());
        return "  → " + Paint.CYAN.on(place.name() + ":" + line) + "  "
                + Paint.BOLD.on(place.text(line).strip())
                + (method.isEmpty() ? "" : Paint.DIM.on("   in " + method));
    }

    private static String where(StackTraceElement frame) {
        return frame.getFileName() == null ? "" : "(" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }

    private static String method(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            return "a lambda";
        }
        if (method.equals("do_it$")) {
            return "";
        }
        String owner = frame.getFileName() != null && frame.getFileName().startsWith("#") ? frame.getClassName() : "";
        String name = method.equals("<init>") ? "new " + owner : owner.isEmpty() ? method : owner + "." + method;
        return name.isEmpty() ? "" : name + (isOwn(frame) ? "()" : "");
    }

    private @Nullable Place place(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? places.get(file.substring(1)) : null;
    }

    private static boolean isOwn(StackTraceElement frame) {
        String file = frame.getFileName();
        return (file != null && file.startsWith("#")) || frame.getClassName().startsWith("REPL.");
    }

    /** The kernel's and its host's own exceptions say in their message all that there is to say. */
    private static boolean isSentence(Throwable thrown) {
        return name(thrown).startsWith(KERNEL);
    }

    private static StackTraceElement[] own(StackTraceElement[] all) {
        return Stream.of(all).filter(Traceback::isOwn).toArray(StackTraceElement[]::new);
    }

    private static @Nullable String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? null : message.replaceAll("REPL\\.\\$JShell\\$\\w+[.$]", "");
    }

    private static String name(Throwable thrown) {
        return thrown instanceof EvalException e
                ? e.getExceptionClassName()
                : thrown.getClass().getName();
    }

    /** {@code REPL.$JShell$12$MyEx} is the person's MyEx, whatever JShell calls it. */
    private static String simple(String className) {
        String own = className.replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "");
        return own.substring(own.lastIndexOf('.') + 1).replace('$', '.');
    }
}
