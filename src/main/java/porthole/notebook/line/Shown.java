package porthole.notebook.line;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import porthole.engine.Inspection;

/** What {@code inspect} gives for one name, for several, and with {@code --format}. */
final class Inspections {
    private Inspections() {}

    /** One as it is, several as a list; with a template, a line of text for each. */
    static Object of(List<Inspection> all, @Nullable String format) {
        if (format != null) {
            return all.stream().map(i -> i.format(format)).collect(Collectors.joining("\n"));
        }
        return all.size() == 1 ? all.get(0) : Inspection.of(all);
    }
}
