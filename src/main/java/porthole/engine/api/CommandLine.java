package porthole.engine.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import porthole.command.ShellWords;

/** A command line under construction, quoted when it is read. */
public final class CommandLine {
    private final List<String> words = new ArrayList<>();

    public CommandLine(String... words) {
        words(words);
    }

    public CommandLine words(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    public CommandLine words(List<String> more) {
        words.addAll(more);
        return this;
    }

    public CommandLine flag(String name, boolean on) {
        return on ? words(name) : this;
    }

    public CommandLine option(String name, @Nullable String value) {
        return value == null ? this : words(name, value);
    }

    public CommandLine options(String name, List<String> values) {
        values.forEach(value -> words(name, value));
        return this;
    }

    CommandLine options(String name, Map<String, String> values) {
        values.forEach((key, value) -> words(name, key + "=" + value));
        return this;
    }

    @Override
    public String toString() {
        return ShellWords.join(words);
    }
}
