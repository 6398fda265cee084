package porthole.notebook.line;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import porthole.display.Listing;
import porthole.engine.format.Inspection;

/** What commands of one kind give in the same way. */
final class Shown {
    private Shown() {}

    /** A line of text for each. */
    static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** What a list shows: the whole, or with {@code --quiet} a name or id in each line. */
    static <T> Object listed(Typed typed, Listing<T> all, Function<T, String> id) {
        return typed.on("--quiet") ? lines(all.stream().toList(), id) : all;
    }

    /** What {@code inspect} gives: one as it is, several as a list; with {@code --format}, a line of text for each. */
    static Object inspected(Typed typed, Function<String, Inspection> inspect) {
        List<Inspection> all = typed.words(0).stream().map(inspect).toList();
        if (typed.has("--format")) {
            return lines(all, i -> i.format(typed.last("--format")));
        }
        return all.size() == 1 ? all.get(0) : Inspection.of(all);
    }
}
