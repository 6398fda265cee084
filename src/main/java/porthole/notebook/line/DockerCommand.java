package porthole.notebook.line;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import porthole.engine.flag.FlagTable;

/**
 * One command of the grammar.
 *
 * @param table its words and its flags
 * @param operands the words that follow the flags, as the usage prints them: {@code NETWORK CONTAINER}, with {@code ...}
 *     after one that repeats and brackets around one that may be missing
 * @param aliases further names of its last word
 * @param isHidden whether lists leave it out, since people type it in another form
 * @param action what it does
 */
record DockerCommand(FlagTable table, String operands, List<String> aliases, boolean isHidden, Action action) {
    /** What a command does; the result is the cell's value. */
    interface Action {
        @Nullable
        Object of(Typed typed) throws Exception;
    }

    /** One of the words that follow the flags. */
    record Operand(String label, boolean repeats, boolean isOptional) {
        static Operand of(String written) {
            boolean optional = written.startsWith("[") && written.endsWith("]");
            String label = optional ? written.substring(1, written.length() - 1) : written;
            boolean repeats = label.endsWith("...");
            return new Operand(repeats ? label.substring(0, label.length() - 3) : label, repeats, optional);
        }
    }

    static DockerCommand of(FlagTable table, String operands, Action action) {
        return new DockerCommand(table, operands, List.of(), false, action);
    }

    /** One whose effect is seen on the engine: it has no value. */
    static DockerCommand doing(FlagTable table, String operands, Consumer<Typed> what) {
        return of(table, operands, typed -> {
            what.accept(typed);
            return null;
        });
    }

    DockerCommand alias(String name) {
        return new DockerCommand(table, operands, List.of(name), isHidden, action);
    }

    DockerCommand hidden() {
        return new DockerCommand(table, operands, aliases, true, action);
    }

    /** {@code network} of {@code network ls}; empty text for a command of one word. */
    String group() {
        int blank = table.command().indexOf(' ');
        return blank < 0 ? "" : table.command().substring(0, blank);
    }

    /** {@code ls} of {@code network ls}. */
    String name() {
        return table.command().substring(table.command().indexOf(' ') + 1);
    }

    boolean isNamed(String word) {
        return name().equals(word) || aliases.contains(word);
    }

    List<Operand> expected() {
        return operands.isEmpty()
                ? List.of()
                : Arrays.stream(operands.split(" ")).map(Operand::of).toList();
    }

    /** Whether what follows its first operand is another program's line, whose flags are not this command's. */
    boolean startsAnotherLine() {
        List<Operand> all = expected();
        return all.size() == 2 && all.get(1).repeats();
    }
}
