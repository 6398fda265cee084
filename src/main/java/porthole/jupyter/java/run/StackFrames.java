package porthole.jupyter.java.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.jupyter.java.advice.ThrownAdvice;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.JShellNames;
import porthole.jupyter.java.text.Paint;

/** A stack trace's frames as lines: a cell's own by cell and line, a library's folded to the one that matters. */
final class StackFrames {
    private static final Sentences SENTENCES = Sentences.of(ThrownAdvice.class);

    /** Lines at most; the innermost and some of the outermost stay. */
    private static final int MOST = 24;

    private static final int OUTERMOST = 6;

    /** How many frames may take turns in a recursion that is folded. */
    private static final int TURNS = 6;

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final CellLines cells;

    StackFrames(CellLines cells) {
        this.cells = cells;
    }

    List<String> lines(List<StackTraceElement> frames) {
        List<String> lines = new ArrayList<>();
        List<StackTraceElement> foreign = new ArrayList<>();
        for (StackTraceElement frame : frames) {
            if (CellLines.isOwn(frame) && isTold(frame)) {
                lines.addAll(foreign(foreign));
                foreign.clear();
                lines.add(own(frame));
            } else if (frame.getClassName().startsWith("porthole.")) {
                foreign.clear(); // what the kernel has called is no business of the person
            } else if (!CellLines.isOwn(frame)) {
                foreign.add(frame);
            }
        }
        lines.addAll(foreign(foreign));
        return bounded(recursionFolded(lines));
    }

    /** Not what the compiler has added, as an enum's {@code valueOf} or what runs before the first line. */
    private boolean isTold(StackTraceElement frame) {
        return frame.getLineNumber() > 0
                && !JShellNames.isAuxiliary(frame.getMethodName())
                && (cells.line(frame).isPresent() || !frame.getMethodName().equals("valueOf"));
    }

    private String own(StackTraceElement frame) {
        Optional<CellLines.Line> line = cells.line(frame);
        String method = method(frame);
        return line.map(l -> "  → " + Paint.BOLD.on(l.toString()) + "  " + l.text()
                        + (method.isEmpty() ? "" : Paint.DIM.on("   " + SENTENCES.say("trace.in", method))))
                .orElse("  → " + method);
    }

    private static String method(StackTraceElement frame) {
        String method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            return SENTENCES.say("trace.lambda");
        }
        if (JShellNames.isRun(method)) {
            return "";
        }
        String owner = JShellNames.withoutWrapper(frame.getClassName()).replace('$', '.');
        if (method.equals("<clinit>")) {
            return "static " + owner;
        }
        String name = method.equals("<init>") ? "new " + owner : owner.isEmpty() ? method : owner + "." + method;
        return name + "()";
    }

    /** Frames between two of the person's own: the one that they called, a library's first, and how many more. */
    private static List<String> foreign(List<StackTraceElement> frames) {
        List<String> lines = new ArrayList<>();
        int last = frames.size() - 1;
        if (last < 0) {
            return lines;
        }
        int hidden = last;
        if (!isJdk(frames.get(0)) && last > 0) {
            lines.add(at(frames.get(0)));
            hidden--;
        }
        if (hidden == 1) {
            lines.add(at(frames.get(last - 1)));
        } else if (hidden > 1) {
            List<StackTraceElement> rest = frames.subList(last - hidden, last);
            String whose = rest.stream().allMatch(StackFrames::isJdk) ? "trace.folded.jdk" : "trace.folded";
            lines.add("    " + Paint.DIM.on(SENTENCES.say(whose, hidden)));
        }
        lines.add(at(frames.get(last)));
        return lines;
    }

    private static boolean isJdk(StackTraceElement frame) {
        return JDK.stream().anyMatch(frame.getClassName()::startsWith);
    }

    private static String at(StackTraceElement frame) {
        String where =
                frame.getFileName() == null ? "" : " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
        String name = frame.getClassName() + "." + frame.getMethodName() + where;
        return "    " + Paint.DIM.on(SENTENCES.say("trace.at", name));
    }

    /** Lines that come again and again, alone or in turns, are shown once, with how often they come. */
    private static List<String> recursionFolded(List<String> lines) {
        List<String> shown = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int turn = 1;
            int times = times(lines, at, turn);
            for (int t = 2; t <= TURNS && times < 2; t++) {
                int more = times(lines, at, t);
                if (more > 2) {
                    turn = t;
                    times = more;
                }
            }
            shown.addAll(lines.subList(at, at + turn));
            if (times > 1) {
                String key = turn == 1 ? "trace.times" : "trace.turns";
                shown.add("    " + Paint.DIM.on(SENTENCES.say(key, times, turn)));
            }
            at += turn * times;
        }
        return shown;
    }

    /** How often the {@code turn} lines at {@code at} come, one after the other. */
    private static int times(List<String> lines, int at, int turn) {
        if (at + turn > lines.size()) {
            return 1;
        }
        int times = 1;
        List<String> block = lines.subList(at, at + turn);
        while (at + (times + 1) * turn <= lines.size()
                && lines.subList(at + times * turn, at + (times + 1) * turn).equals(block)) {
            times++;
        }
        return times;
    }

    private static List<String> bounded(List<String> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, MOST - OUTERMOST));
        shown.add("    " + Paint.DIM.on(SENTENCES.say("trace.folded", lines.size() - MOST)));
        shown.addAll(lines.subList(lines.size() - OUTERMOST, lines.size()));
        return shown;
    }
}
