package porthole.notebook.line;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import porthole.engine.Docker;
import porthole.engine.Flag;
import porthole.engine.FlagTable;

/** A command whose flags are those of the engine's own table of it. */
abstract class TableLine extends Line {
    /** Kinds of values that are written in a way of their own, which the help tells. */
    private static final Set<Flag.Kind> HINTED = EnumSet.of(
            Flag.Kind.BYTES,
            Flag.Kind.CPUS,
            Flag.Kind.DURATION,
            Flag.Kind.ULIMIT,
            Flag.Kind.DEVICE,
            Flag.Kind.WEIGHT,
            Flag.Kind.RATE,
            Flag.Kind.GPUS,
            Flag.Kind.TMPFS);

    private final FlagTable table;
    private final Map<String, List<String>> given = new LinkedHashMap<>();

    TableLine(Docker docker, FlagTable table) {
        super(docker);
        this.table = table;
    }

    /** Adds the table's flags to the grammar. */
    final void complete(CommandSpec spec) {
        for (Flag flag : table.flags()) {
            boolean on = flag.kind() == Flag.Kind.SWITCH;
            OptionSpec.Builder option = OptionSpec.builder(flag.names().toArray(String[]::new))
                    .arity(on ? "0" : "1")
                    .type(on ? boolean.class : String[].class);
            if (HINTED.contains(flag.kind())) {
                option.description(flag.hint().replace("%", "%%"));
            }
            option.paramLabel(label(flag.kind()));
            Values values = new Values(flag.name());
            spec.addOption(option.getter(values).setter(values).build());
        }
    }

    private static String label(Flag.Kind kind) {
        return switch (kind) {
            case TEXT, LIST -> "value";
            case MAP, LABELS -> "key=value";
            case ADDRESS, ADDRESSES -> "address";
            case BYTES -> "size";
            case DURATION -> "time";
            case HEALTH -> "command";
            case TMPFS -> "folder";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The last value of a flag; empty text if the line has it not. */
    final String last(String flag) {
        List<String> values = given.getOrDefault(flag, List.of());
        return values.isEmpty() ? "" : values.get(values.size() - 1);
    }

    /** Whether a flag that needs no value is there, and not turned off. */
    final boolean on(String flag) {
        return last(flag).equals("true");
    }

    /** Hands on each flag with each of its values. */
    final void give(BiConsumer<String, String> to) {
        for (Flag flag : table.flags()) {
            given.getOrDefault(flag.name(), List.of()).forEach(value -> to.accept(flag.name(), value));
        }
    }

    /** The values of one flag. The parser reads what is there and adds to it, so that a repeated flag keeps all. */
    private final class Values implements IGetter, ISetter {
        private final String flag;

        Values(String flag) {
            this.flag = flag;
        }

        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"})
        public <T> @Nullable T get() {
            List<String> values = given.getOrDefault(flag, List.of());
            return values.isEmpty()
                            || table.find(flag)
                                    .filter(f -> f.kind() == Flag.Kind.SWITCH)
                                    .isPresent()
                    ? null
                    : (T) values.toArray(String[]::new);
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> @Nullable T set(@Nullable T value) {
            if (value instanceof String[] all) {
                given.put(flag, List.of(all));
            } else if (value == null) {
                given.remove(flag);
            } else {
                given.put(flag, List.of(String.valueOf(value)));
            }
            return null;
        }
    }
}
