package porthole.jupyter.java.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import porthole.jupyter.java.text.CellLines;
import porthole.jupyter.java.text.JShellNames;

/**
 * Stack traces as loggers, {@code printStackTrace(PrintWriter)}, {@code Thread.dumpStack} and threads of any kind print
 * them: cells' frames by cell and line ({@code at Shop.open(In[3]:2)}, {@code at Cell.run(In[4]:1)}), none of the kernel's.
 * {@link JdkHooks} has the JDK call it with what {@code Throwable} would give. Public only because the JDK's code makes one.
 */
public final class Traces implements UnaryOperator<Object> {
    /** Stands for the class of what a cell has outside of its own classes. */
    private static final String CELL = "Cell";

    private static final ThreadLocal<Boolean> AS_THEY_ARE = new ThreadLocal<>();

    /** Called once, by the JDK's woven code. */
    public Traces() {}

    /** What {@code question} says, with the frames that the JVM has: for whoever looks for classes and lines in them. */
    static <T> T asTheyAre(Supplier<T> question) {
        if (AS_THEY_ARE.get() != null) {
            return question.get();
        }
        AS_THEY_ARE.set(true);
        try {
            return question.get();
        } finally {
            AS_THEY_ARE.remove();
        }
    }

    /** {@code given}, frames or the name of a class or a method, as a person reads it. */
    @Override
    public Object apply(Object given) {
        if (given instanceof StackTraceElement[] frames) {
            return isOfCells(frames) && AS_THEY_ARE.get() == null ? asTheyAre(() -> told(frames)) : given;
        }
        return given instanceof String name ? told(name) : given;
    }

    private static boolean isOfCells(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (CellLines.isOwn(frame)) {
                return true;
            }
        }
        return false;
    }

    private static String told(String name) {
        if (JShellNames.isSnippets(name)) {
            String own = owner(name);
            return own.isEmpty() ? CELL : own;
        }
        return JShellNames.isNamedByJShell(name) ? JShellNames.told(name) : name;
    }

    private static StackTraceElement[] told(StackTraceElement[] frames) {
        RunningCell cell = RunningCell.current();
        if (cell == null) {
            return frames;
        }
        List<StackTraceElement> told = new ArrayList<>();
        Map<StackTraceElement, StackTraceElement> known = new HashMap<>(); // a recursion's are all alike
        for (StackTraceElement frame : List.of(frames).subList(0, end(frames))) {
            if (CellLines.isOwn(frame)) {
                boolean isAdded = frame.getLineNumber() < 1 || JShellNames.isAuxiliary(frame.getMethodName());
                if (!isAdded) {
                    told.add(known.computeIfAbsent(frame, f -> own(cell.output().lines(), f)));
                }
            } else if (!frame.getClassName().startsWith("porthole.jupyter.")) {
                told.add(frame);
            }
        }
        return told.toArray(StackTraceElement[]::new);
    }

    /** Where the cell's own frames end, if the kernel has called them; else the end. */
    private static int end(StackTraceElement[] frames) {
        int last = frames.length - 1;
        boolean isKernels = false;
        while (!CellLines.isOwn(frames[last])) {
            isKernels |= frames[last].getClassName().startsWith("porthole.jupyter.");
            last--;
        }
        return isKernels ? last + 1 : frames.length;
    }

    private static StackTraceElement own(CellLines lines, StackTraceElement frame) {
        String owner = owner(frame.getClassName());
        return lines.line(frame)
                .map(l -> new StackTraceElement(
                        owner.isEmpty() ? CELL : owner,
                        JShellNames.told(frame.getMethodName()),
                        l.place().name(),
                        l.number()))
                .orElse(new StackTraceElement(
                        owner.isEmpty() ? CELL : owner, JShellNames.told(frame.getMethodName()), null, -1));
    }

    private static String owner(String className) {
        return JShellNames.withoutWrapper(className)
                .replaceFirst("\\$\\$Lambda.*", "")
                .replace('$', '.');
    }
}
