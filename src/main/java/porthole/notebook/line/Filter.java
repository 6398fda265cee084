package porthole.notebook.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import porthole.display.Displayable;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;

/** What may stand after a bar: it takes the value of what stands before it. */
interface Filter {
    /** What of {@code value} goes on; {@code null} where it prints nothing by its nature ({@code grep -q}). */
    @Nullable
    Object apply(@Nullable Object value);

    /** Whether the program ends with 0 on {@code value}, for {@code &&} and {@code ||}. */
    default boolean succeeds(@Nullable Object value) {
        return true;
    }

    /** The call in Java with what the filters do; empty if they do what no call does. */
    static Optional<String> inJava(String call, boolean inspected, List<Filter> filters) {
        if (filters.isEmpty()) {
            return Optional.of(call);
        }
        return inspected && filters.size() == 1 && filters.get(0) instanceof Grep grep
                ? grep.inJava().map(text -> call + ".grep(" + JavaForm.text(text) + ")")
                : Optional.empty();
    }

    /** Reads the words after a bar. */
    static Filter of(List<String> words) throws MagicException {
        String name = words.isEmpty() ? "" : words.get(0);
        List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (name) {
            case "grep" -> Grep.of(rest);
            case "egrep" ->
                Grep.of(Stream.concat(Stream.of("-E"), rest.stream()).toList());
            case "fgrep" ->
                Grep.of(Stream.concat(Stream.of("-F"), rest.stream()).toList());
            case "head", "tail" -> Lines.part(words);
            case "wc" -> Lines.count(words);
            case "sort" -> Lines.sorted(words);
            case "uniq" -> Lines.unique(words);
            case "cat" -> Lines.all(words);
            case "jq" -> Jq.of(rest);
            case "xargs" ->
                throw new MagicException(Sentences.of(Filter.class).say("filter.xargs", String.join(" ", words)));
            default -> throw refused(words);
        };
    }

    /** The lines of a value's text form. */
    static List<String> lines(@Nullable Object value) {
        return text(value).lines().toList();
    }

    /** A value's text form. */
    static String text(@Nullable Object value) {
        if (value instanceof porthole.engine.container.Log log) {
            return log.text();
        }
        return value instanceof Displayable shown
                ? shown.outputs().stream().map(o -> o.plain()).collect(Collectors.joining("\n"))
                : value == null ? "" : String.valueOf(value);
    }

    /** Why these words cannot stand after a bar. */
    static MagicException refused(List<String> words) {
        return new MagicException(Sentences.of(Filter.class).say("filter.unknown", String.join(" ", words)));
    }
}
