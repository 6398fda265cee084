package porthole.jupyter.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line of a cell that a stack trace's frame is at. JShell compiles each snippet inside a class of its own,
 * below all imports; it translates the frames of what a snippet throws, but not those of other threads and not those of
 * {@code toString}.
 */
final class CellLines {
    private static final Pattern WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$[0-9A-Z_]+");
    private static final String CLASS = "class $JShell$";

    private volatile @Nullable SourceCodeAnalysis analysis;
    private volatile Place running = new Place("", "", 0);
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Map<String, Place> replaced = new ConcurrentHashMap<>();
    private final Map<String, List<Wrapped>> classes = new ConcurrentHashMap<>();

    /** Ends the making, which takes turns with that of JShell. */
    void attach(SourceCodeAnalysis ofShell) {
        analysis = ofShell;
    }

    /** From now on snippets of {@code place} are compiled. */
    void enter(Place place) {
        running = place;
    }

    /** From now on a snippet is compiled once more that another has replaced. */
    void enterAgain(Snippet snippet) {
        Place place = replaced.get(snippet.id());
        if (place != null) {
            enter(place);
        }
    }

    /** Gives a snippet its id, as JShell would by itself; JShell asks before it runs the snippet. */
    String identify(Snippet snippet, int index) {
        String id = Integer.toString(index);
        Place before = places.put(id, running);
        if (before != null && !before.equals(running)) {
            replaced.put(id, before);
        }
        if (isWrapped(snippet)) {
            learn(id, snippet, running);
        }
        return id;
    }

    /** Whether {@code snippet} came with the cell or file of that name. */
    boolean isOf(Snippet snippet, String name) {
        Place place = places.get(snippet.id());
        return place != null && place.name().equals(name);
    }

    /** A line of a cell, from 1. */
    record Line(Place place, int number) {
        String text() {
            return place.text(number).strip();
        }

        /** As {@code In[3]:2}. */
        @Override
        public String toString() {
            return place.name() + ":" + number;
        }
    }

    /** @param header lines before the class begins, as it was compiled */
    private record Wrapped(String id, SnippetWrapper wrapper, Place place, int header) {}

    private record Found(Line line, int certainty) {}

    /** Learns the class of a snippet that was compiled anew because of another. */
    void learn(Snippet snippet) {
        Place place = places.get(snippet.id());
        if (place != null && isWrapped(snippet)) {
            learn(snippet.id(), snippet, place);
        }
    }

    private void learn(String id, Snippet snippet, Place place) {
        SourceCodeAnalysis ofShell = analysis;
        if (ofShell != null) {
            SnippetWrapper wrapper = ofShell.wrapper(snippet);
            List<Wrapped> homes = Objects.requireNonNull(
                    classes.computeIfAbsent(wrapper.fullClassName(), c -> new CopyOnWriteArrayList<>()));
            homes.removeIf(w -> w.id.equals(id));
            homes.add(new Wrapped(id, wrapper, place, header(wrapper.wrapped())));
        }
    }

    /** Learns a class that is no snippet's. */
    void learn(SnippetWrapper wrapper, Place place) {
        classes.put(wrapper.fullClassName(), List.of(new Wrapped("", wrapper, place, header(wrapper.wrapped()))));
    }

    private static boolean isWrapped(Snippet snippet) {
        return switch (snippet.kind()) {
            case VAR, METHOD, TYPE_DECL, EXPRESSION, STATEMENT -> true;
            case IMPORT, ERRONEOUS -> false;
        };
    }

    private static int header(String wrapped) {
        return lines(wrapped, wrapped.indexOf(CLASS));
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(Math.max(0, end)).filter(c -> c == '\n').count();
    }

    /** Whether the frame is at code of a cell. */
    static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.");
    }

    /** Where the frame is, if in a cell that is known. */
    Optional<Line> line(StackTraceElement frame) {
        Matcher matcher = WRAPPER.matcher(frame.getClassName());
        if (!matcher.lookingAt() || frame.getLineNumber() < 1) {
            return Optional.empty();
        }
        List<Wrapped> homes = classes.getOrDefault(matcher.group(), List.of());
        return homes.stream()
                .flatMap(w -> find(w, frame.getLineNumber()))
                .max(Comparator.comparingInt(Found::certainty))
                .map(Found::line)
                .or(() -> frame.getMethodName().equals("do_it$")
                        ? homes.stream()
                                .map(w -> new Line(w.place, w.place.lineAt(0)))
                                .findFirst()
                        : Optional.empty());
    }

    private Stream<Found> find(Wrapped home, int frameLine) {
        String wrapped = home.wrapper.wrapped();
        String[] all = wrapped.split("\n", -1);
        int line = frameLine - 1 - home.header + header(wrapped);
        if (line < 0 || line >= all.length) {
            return Stream.empty();
        }
        int start = 0;
        for (int i = 0; i < line; i++) {
            start += all[i].length() + 1;
        }
        return longest(home.wrapper, start, start + all[line].length())
                .map(f -> new Found(new Line(home.place, home.place.lineAt(f.start)), f.length))
                .stream();
    }

    private record Stretch(int start, int length) {}

    /** The longest stretch between two positions of the class's text that stands in the snippet too. */
    private static Optional<Stretch> longest(SnippetWrapper wrapper, int from, int to) {
        String source = wrapper.source();
        Stretch best = new Stretch(0, 0);
        Stretch current = new Stretch(0, 0);
        for (int i = from; i < to; i++) {
            int at = wrapper.wrappedToSourcePosition(i);
            boolean same = at >= 0
                    && at < source.length()
                    && source.charAt(at) == wrapper.wrapped().charAt(i);
            if (!same || (Character.isWhitespace(source.charAt(at)) && current.length == 0)) {
                current = new Stretch(0, 0);
            } else if (current.length > 0 && at == current.start + current.length) {
                current = new Stretch(current.start, current.length + 1);
            } else {
                current = new Stretch(at, 1);
            }
            best = current.length > best.length ? current : best;
        }
        return best.length == 0 ? Optional.empty() : Optional.of(best);
    }
}
