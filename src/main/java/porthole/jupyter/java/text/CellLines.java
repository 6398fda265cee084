package porthole.jupyter.java.text;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a cell that a stack trace's frame is at. JShell compiles each snippet inside a class of its own,
 * below all imports; it translates the frames of what a snippet throws, but not those of other threads and not those of
 * {@code toString}.
 */
public final class CellLines {
    private volatile @Nullable SourceCodeAnalysis analysis;
    private volatile SourceLocation running = new SourceLocation("", "", 0);
    private final Map<String, SourceLocation> places = new ConcurrentHashMap<>();
    private final Map<String, SourceLocation> replaced = new ConcurrentHashMap<>();
    private final Map<String, List<Wrapped>> classes = new ConcurrentHashMap<>();

    /** Ends the making, which takes turns with that of JShell. */
    public void attach(SourceCodeAnalysis ofShell) {
        analysis = ofShell;
    }

    /** From now on snippets of {@code place} are compiled. */
    public void enter(SourceLocation place) {
        running = place;
    }

    /** From now on a snippet is compiled once more that another has replaced. */
    public void enterAgain(Snippet snippet) {
        SourceLocation place = replaced.get(snippet.id());
        if (place != null) {
            enter(place);
        }
    }

    /** Gives a snippet its id, as JShell would by itself; JShell asks before it runs the snippet. */
    public String identify(Snippet snippet, int index) {
        String id = Integer.toString(index);
        SourceLocation before = places.put(id, running);
        if (before != null && !before.equals(running)) {
            replaced.put(id, before);
        }
        if (isWrapped(snippet)) {
            learn(id, snippet, running);
        }
        return id;
    }

    /** Whether {@code snippet} came with the cell or file of that name. */
    public boolean isOf(Snippet snippet, String name) {
        SourceLocation place = places.get(snippet.id());
        return place != null && place.name().equals(name);
    }

    /** A line of a cell, from 1. */
    public record Line(SourceLocation place, int number) {
        public String text() {
            return place.text(number).strip();
        }

        /** As {@code In[3]:2}. */
        @Override
        public String toString() {
            return place.name() + ":" + number;
        }
    }

    /** What a class was made of. */
    private record Wrapped(String id, WrappedLines lines, SourceLocation place) {}

    /** Learns the class of a snippet that was compiled anew because of another. */
    public void learn(Snippet snippet) {
        SourceLocation place = places.get(snippet.id());
        if (place != null && isWrapped(snippet)) {
            learn(snippet.id(), snippet, place);
        }
    }

    private void learn(String id, Snippet snippet, SourceLocation place) {
        SourceCodeAnalysis ofShell = analysis;
        if (ofShell != null) {
            SnippetWrapper wrapper = ofShell.wrapper(snippet);
            List<Wrapped> homes = Objects.requireNonNull(
                    classes.computeIfAbsent(wrapper.fullClassName(), c -> new CopyOnWriteArrayList<>()));
            homes.removeIf(w -> w.id.equals(id));
            homes.add(new Wrapped(id, WrappedLines.read(wrapper), place));
        }
    }

    /** Learns a class that is no snippet's. */
    public void learn(SnippetWrapper wrapper, SourceLocation place) {
        classes.put(
                wrapper.fullClassName(),
                List.of(new Wrapped("", WrappedLines.read(wrapper).alone(), place)));
    }

    /** The snippet is over, its class may go on: what is known of its lines stays, and nothing else of it. */
    public void settle(Snippet snippet, String className) {
        List<Wrapped> homes = classes.getOrDefault(className, List.of());
        for (int i = 0; i < homes.size(); i++) {
            Wrapped home = homes.get(i);
            if (home.id.equals(snippet.id())) {
                homes.set(i, new Wrapped(home.id, home.lines.alone(), home.place));
            }
        }
    }

    private static boolean isWrapped(Snippet snippet) {
        return switch (snippet.kind()) {
            case VAR, METHOD, TYPE_DECL, EXPRESSION, STATEMENT -> true;
            case IMPORT, ERRONEOUS -> false;
        };
    }

    /** Whether the frame is at code of a cell. */
    public static boolean isOwn(StackTraceElement frame) {
        return JShellNames.isOwn(frame.getClassName());
    }

    /** Where the frame is, if in a cell that is known. */
    public Optional<Line> line(StackTraceElement frame) {
        if (!JShellNames.isSnippets(frame.getClassName()) || frame.getLineNumber() < 1) {
            return Optional.empty();
        }
        List<Wrapped> homes = classes.getOrDefault(JShellNames.wrapper(frame.getClassName()), List.of());
        return homes.stream()
                .flatMap(w -> w.lines.at(frame.getLineNumber()).map(s -> new Found(w.place, s)).stream())
                .max(Comparator.comparingInt(f -> f.stretch.length()))
                .map(f -> new Line(f.place, f.place.lineAt(f.stretch.start())))
                .or(() -> JShellNames.isRun(frame.getMethodName())
                        ? homes.stream()
                                .map(w -> new Line(w.place, w.place.lineAt(0)))
                                .findFirst()
                        : Optional.empty());
    }

    private record Found(SourceLocation place, WrappedLines.Stretch stretch) {}
}
