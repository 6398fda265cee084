package porthole.notebook.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import porthole.engine.flag.Flag;
import porthole.engine.flag.FlagTable;

/** What a line says to its command: the flags with their values, and the words that follow. */
final class Typed {
    private final FlagTable table;
    private final @Nullable Typed before;
    private final Map<String, List<String>> given = new LinkedHashMap<>();
    private @Nullable CommandSpec spec;

    /** @param before what stands before the command's last word, as in {@code compose -f FILE up} */
    Typed(FlagTable table, @Nullable Typed before) {
        this.table = table;
        this.before = before;
    }

    /** The operands are read from there. */
    void read(CommandSpec spec) {
        this.spec = spec;
    }

    FlagTable table() {
        return table;
    }

    /** All values of a flag, of this command or of what stands before it. */
    List<String> all(String flag) {
        List<String> own = given.getOrDefault(flag, List.of());
        return own.isEmpty() && before != null ? before.all(flag) : own;
    }

    String[] array(String flag) {
        return all(flag).toArray(String[]::new);
    }

    /** The last value of a flag; empty text if the line has it not. */
    String last(String flag) {
        List<String> values = all(flag);
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    boolean has(String flag) {
        return !all(flag).isEmpty();
    }

    /** Whether a flag that needs no value is there, and not turned off. */
    boolean on(String flag) {
        return last(flag).equals("true");
    }

    /** Hands on each flag of the command with each of its values. */
    void give(BiConsumer<String, String> to) {
        for (Flag flag : table.flags()) {
            given.getOrDefault(flag.name(), List.of()).forEach(value -> to.accept(flag.name(), value));
        }
    }

    /** Refuses a value that is not one of its flag's kind, whatever the command does with it. */
    void check() {
        for (Flag flag : table.flags()) {
            given.getOrDefault(flag.name(), List.of()).forEach(flag::check);
        }
    }

    /** The operand of that number, from 0; empty text if the line ends before it. */
    String word(int index) {
        List<String> words = words(index);
        return words.isEmpty() ? "" : words.get(0);
    }

    /** The words of the operand of that number, which may repeat. */
    List<String> words(int index) {
        Object value =
                spec == null ? null : spec.positionalParameters().get(index).getValue();
        if (value instanceof List<?> all) {
            return all.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    /** As {@link #words}, for calls that take names. */
    String[] names(int index) {
        return words(index).toArray(String[]::new);
    }

    /** The words of all operands. */
    List<String> words() {
        return spec == null
                ? List.of()
                : IntStream.range(0, spec.positionalParameters().size())
                        .boxed()
                        .flatMap(index -> words(index).stream())
                        .toList();
    }

    /** The names of the flags that are given, once for each value. */
    Stream<String> flags() {
        return given.entrySet().stream().flatMap(e -> e.getValue().stream().map(value -> e.getKey()));
    }

    Values values(Flag flag) {
        return new Values(flag);
    }

    /** The values of one flag. The parser reads what is there and adds to it, so that a repeated flag keeps all. */
    final class Values implements IGetter, ISetter {
        private final Flag flag;

        private Values(Flag flag) {
            this.flag = flag;
        }

        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"})
        public <T> @Nullable T get() {
            List<String> values = given.getOrDefault(flag.name(), List.of());
            return values.isEmpty() || flag.kind() == Flag.Kind.SWITCH ? null : (T) values.toArray(String[]::new);
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> @Nullable T set(@Nullable T value) {
            if (value instanceof String[] all) {
                given.put(flag.name(), List.of(all));
            } else if (value == null) {
                given.remove(flag.name());
            } else {
                given.put(flag.name(), List.of(String.valueOf(value)));
            }
            return null;
        }
    }
}
