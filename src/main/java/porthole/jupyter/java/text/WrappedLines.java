package porthole.jupyter.java.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a snippet each line of its class is. The class's text stands below imports, whose number may change after
 * it was compiled, so lines are counted from the class's own beginning.
 */
final class WrappedLines {
    private static final String CLASS = "class " + JShellNames.CLASS;

    private final int header;
    private final @Nullable SnippetWrapper wrapper;
    private final List<Stretch> read;

    private WrappedLines(int header, @Nullable SnippetWrapper wrapper, List<Stretch> read) {
        this.header = header;
        this.wrapper = wrapper;
        this.read = read;
    }

    /** A part of a snippet's text, in UTF-16 units. */
    record Stretch(int start, int length) {
        private static final Stretch NONE = new Stretch(0, 0);
    }

    /** Those of a class that is about to be compiled. */
    static WrappedLines read(SnippetWrapper wrapper) {
        return new WrappedLines(header(wrapper.wrapped()), wrapper, List.of());
    }

    /** The same without the snippet and its text. */
    WrappedLines alone() {
        if (wrapper == null) {
            return this;
        }
        String text = wrapper.wrapped();
        List<Stretch> all = new ArrayList<>();
        int begin = header(text);
        int line = 0;
        for (int start = 0; start <= text.length(); line++) {
            int end = end(text, start);
            if (line >= begin) {
                all.add(longest(wrapper, text, start, end));
            }
            start = end + 1;
        }
        return new WrappedLines(header, null, List.copyOf(all));
    }

    /** What of the snippet stands in that line of the class file's source, from 1. */
    Optional<Stretch> at(int line) {
        int own = line - 1 - header;
        Stretch found = wrapper == null ? read(own) : longest(wrapper, own);
        return found.length == 0 ? Optional.empty() : Optional.of(found);
    }

    private Stretch read(int own) {
        return own < 0 || own >= read.size() ? Stretch.NONE : read.get(own);
    }

    private static Stretch longest(SnippetWrapper wrapper, int own) {
        String text = wrapper.wrapped();
        int line = own + header(text);
        int start = line < 0 ? text.length() + 1 : 0;
        for (int i = 0; i < line && start <= text.length(); i++) {
            start = end(text, start) + 1;
        }
        return start > text.length() ? Stretch.NONE : longest(wrapper, text, start, end(text, start));
    }

    private static int end(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private static int header(String wrapped) {
        int end = Math.max(0, wrapped.indexOf(CLASS));
        return (int) wrapped.chars().limit(end).filter(c -> c == '\n').count();
    }

    /** The longest stretch between two positions of the class's text that stands in the snippet too. */
    private static Stretch longest(SnippetWrapper wrapper, String wrapped, int from, int to) {
        String source = wrapper.source();
        Stretch best = Stretch.NONE;
        Stretch current = Stretch.NONE;
        for (int i = from; i < to; i++) {
            int at = wrapper.wrappedToSourcePosition(i);
            boolean same = at >= 0 && at < source.length() && source.charAt(at) == wrapped.charAt(i);
            if (!same || (Character.isWhitespace(source.charAt(at)) && current.length == 0)) {
                current = Stretch.NONE;
            } else if (current.length > 0 && at == current.start + current.length) {
                current = new Stretch(current.start, current.length + 1);
            } else {
                current = new Stretch(at, 1);
            }
            best = current.length > best.length ? current : best;
        }
        return best;
    }
}
