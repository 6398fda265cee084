package porthole.notebook.line;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What could stand at the end of a {@code docker} line, from the grammar itself. */
final class LineCompletion {
    private final Grammar grammar;
    private final BiFunction<Set<String>, String, List<String>> names;

    /** @param names of the engine's things, by kinds ({@code container}, {@code network}, {@code image}) and beginning */
    LineCompletion(Grammar grammar, BiFunction<Set<String>, String, List<String>> names) {
        this.grammar = grammar;
        this.names = names;
    }

    List<String> complete(String line) {
        List<String> words = List.of(lastCommand(line).split("\\s+", -1));
        String begun = words.get(words.size() - 1);
        List<String> passed = words.subList(0, words.size() - 1);
        Position at = new Position(grammar.reading(passed));
        passed.forEach(at::pass);
        if (at.option != null) {
            return names.apply(kinds(at.option.longestName()), begun);
        }
        if (begun.startsWith("-")) {
            int equals = begun.indexOf('=');
            if (equals > 0) {
                String option = begun.substring(0, equals);
                return names.apply(kinds(option), begun.substring(equals + 1)).stream()
                        .map(n -> option + "=" + n)
                        .toList();
            }
            return at.isOver ? List.of() : options(at.command, begun);
        }
        List<String> next = at.command.getCommandSpec().parent() == null
                ? grammar.names()
                : grammar.names(at.command.getCommandName());
        if (at.command.getCommandSpec().userObject() instanceof Grammar.Line) {
            next = List.of();
        }
        if (!next.isEmpty()) {
            return next.stream().filter(n -> n.startsWith(begun)).sorted().toList();
        }
        return at.positional() == null ? List.of() : names.apply(kinds(label(at)), begun);
    }

    /** What stands after the last operator outside quotes, without the word docker. */
    private static String lastCommand(String line) {
        char quote = 0;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ';' || c == '|' || c == '&') {
                from = i + 1;
            }
        }
        String last = line.substring(from).stripLeading();
        return last.startsWith("docker ") ? last.substring("docker ".length()).stripLeading() : last;
    }

    private static String label(Position at) {
        PositionalParamSpec parameter = at.positional();
        return parameter == null ? "" : parameter.paramLabel();
    }

    private static List<String> options(CommandLine command, String begun) {
        return command.getCommandSpec().options().stream()
                .flatMap(o ->
                        begun.startsWith("--") || begun.equals("-") ? Stream.of(o.longestName()) : Stream.of(o.names()))
                .filter(o -> o.startsWith(begun))
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> kinds(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "container", "containers" -> Set.of("container");
            case "network", "--network", "--net" -> Set.of("network");
            case "image" -> Set.of("image");
            case "volume" -> Set.of("volume");
            case "name", "name|id", "name-or-id" -> Set.of("container", "network", "image");
            default -> Set.of();
        };
    }

    /** The words of the line's last command, whole or not. */
    static List<String> words(String line) {
        return List.of(lastCommand(line).strip().split("\\s+"));
    }

    /** How far into the grammar the words so far lead. */
    private static final class Position {
        private CommandLine command;
        private @Nullable OptionSpec option;
        private int passed;
        private boolean isOver;

        Position(CommandLine command) {
            this.command = command;
        }

        void pass(String word) {
            CommandLine next = command.getSubcommands().get(word);
            if (option != null) {
                option = null;
            } else if (next != null) {
                command = next;
            } else if (word.startsWith("-") && !isOver) {
                OptionSpec found = command.getCommandSpec().optionsMap().get(word);
                option = found != null
                                && found.type() != boolean.class
                                && found.arity().max() > 0
                        ? found
                        : null;
            } else {
                passed++;
                isOver = command.isStopAtPositional();
            }
        }

        @Nullable
        PositionalParamSpec positional() {
            return command.getCommandSpec().positionalParameters().stream()
                    .filter(p -> p.index().contains(passed))
                    .findFirst()
                    .orElse(null);
        }
    }
}
