package porthole.notebook.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;
import porthole.command.LineException;
import porthole.command.Script;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.ExecResult;
import porthole.engine.api.Notices;
import porthole.engine.flag.FlagTable;
import porthole.jupyter.api.MagicException;
import porthole.lesson.review.NamesOfLine;

/** Reads a {@code docker} command line, without the word {@code docker}, and does what it says. */
public final class DockerLine {
    private static final int FLAGS_AT_A_GLANCE = 12;

    private static final Map<String, String> CONTAINER = Stream.concat(
                    Stream.of(
                                    "run", "create", "exec", "logs", "port", "stop", "start", "restart", "kill", "rm",
                                    "inspect", "pause", "unpause", "rename", "wait", "top", "stats", "diff", "commit",
                                    "update")
                            .map(name -> Map.entry(name, name)),
                    Stream.of(
                            Map.entry("ls", "ps"),
                            Map.entry("list", "ps"),
                            Map.entry("ps", "ps"),
                            Map.entry("remove", "rm"),
                            Map.entry("prune", "container-prune")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Today's longer names of the commands that the tutorial knows by their short ones. */
    private static final Map<String, Map<String, String>> LONG_NAMES = Map.of(
            "container", CONTAINER,
            "image",
                    Map.of(
                            "ls", "images", "list", "images", "pull", "pull", "rm", "rmi", "remove", "rmi", "tag",
                            "tag"),
            "system", Map.of("info", "info"));

    private static final Sentences SENTENCES = Sentences.of(DockerLine.class);

    private final Docker docker;
    private final Notices notices;
    private Optional<String> java = Optional.empty();

    /**
     * @param docker what the lines speak to
     * @param notices where it says what became of a line that means something else in a notebook
     */
    public DockerLine(Docker docker, Notices notices) {
        this.docker = docker;
        this.notices = notices;
    }

    /**
     * Does what the line says.
     *
     * @param line as typed after {@code docker}; {@code | grep …} and its kind may follow, and further docker commands
     *     after {@code &&}, {@code ||}, {@code ;} or on further lines
     * @return the typed value of the last command, as the Java call gives it; {@code null} where there is none
     * @throws MagicException where the line cannot be read
     */
    public @Nullable Object run(String line) throws Exception {
        return run(line, List.of(), value -> {});
    }

    /**
     * As {@link #run(String)}.
     *
     * @param implied what a line means that names no program: the words after {@code docker}
     * @param shown gets the value of each command but the last, where it has one
     */
    public @Nullable Object run(String text, List<String> implied, Consumer<Object> shown) throws Exception {
        Script script;
        try {
            script = Script.of(text);
        } catch (LineException e) {
            throw new MagicException(e.sentence());
        }
        if (script.steps().isEmpty()) {
            call(implied);
        }
        return new Steps(new Calls(), implied, notices, shown).run(script);
    }

    /**
     * What could stand at the end of {@code line}: commands, options, names.
     *
     * @param names of the engine's things, by kinds ({@code container}, {@code network}, {@code image}) and beginning
     */
    public List<String> complete(String line, BiFunction<Set<String>, String, List<String>> names) {
        return new LineCompletion(grammar(), names).complete(line);
    }

    /**
     * Reads lines without doing what they say.
     *
     * @param text as for {@link #run(String)}
     * @return the names that they give and ask for
     * @throws MagicException if they cannot be read
     */
    public NamesOfLine names(String text) throws MagicException {
        return LineNames.of(text, this);
    }

    /** The usage of the command that {@code line} is about. */
    public String help(String line) {
        return LineHelp.of(grammar().described(LineCompletion.words(line)));
    }

    /** Each command, with the call in Java that it equals. */
    private final class Calls implements Steps.Call {
        @Override
        public @Nullable Object of(List<String> words) throws Exception {
            return call(words);
        }

        @Override
        public Optional<String> java() {
            return java;
        }
    }

    private @Nullable Object call(List<String> typed) throws Exception {
        java = Optional.empty();
        List<String> words = shortened(typed);
        Grammar grammar = grammar();
        if (words.isEmpty()) {
            throw new MagicException(SENTENCES.say("command.none", String.join(", ", grammar.names())));
        }
        if (!grammar.knows(words)) {
            Optional<String> endless = Flags.endless(words);
            if (endless.isPresent()) {
                throw new MagicException(endless.get());
            }
            return handed(words);
        }
        CommandLine.ParseResult parsed;
        try {
            parsed = grammar.reading(words).parseArgs(words.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            return unmatched(e, words);
        } catch (CommandLine.ParameterException e) {
            throw new MagicException(LineHelp.fault(e));
        }
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        if (parsed.isUsageHelpRequested()) {
            return LineHelp.of(grammar.described(words));
        }
        if (parsed.commandSpec().userObject() instanceof Grammar.Line line) {
            line.typed().check();
            Object value = line.command().action().of(line.typed());
            java = JavaForm.of(line.typed());
            return value;
        }
        throw new MagicException(SENTENCES.say(
                "command.further", String.join(" ", words), String.join(", ", grammar.names(words.get(0)))));
    }

    private Object handed(List<String> words) throws MagicException {
        Handed.check(words);
        ExecResult result = docker.cli(words);
        if (result.success()) {
            Handed.note(words).ifPresent(notices::note);
        }
        return result;
    }

    private Object unmatched(UnmatchedArgumentException e, List<String> words) throws MagicException {
        Optional<String> fault = fault(e, words);
        if (fault.isPresent()) {
            throw new MagicException(fault.get());
        }
        return handed(words);
    }

    /** What is wrong with words that no flag or operand takes; empty where the docker program is to read the line. */
    static Optional<String> fault(UnmatchedArgumentException e, List<String> words) {
        FlagTable table = Grammar.table(e.getCommandLine());
        String odd = e.getUnmatched().get(0);
        Optional<String> refusal = Flags.refusal(table, odd);
        if (refusal.isPresent()) {
            return refusal;
        }
        Optional<String> endless = Flags.endless(words);
        if (endless.isPresent()) {
            return endless;
        }
        if (e.isUnknownOption() && Flags.handed(table, odd)) {
            return Optional.empty();
        }
        String command = "docker " + table.command();
        return Optional.of(
                e.isUnknownOption()
                        ? unknown(odd, command, options(e.getCommandLine()))
                        : SENTENCES.say("word.odd", odd, command));
    }

    /** Names the flag that was probably meant; all of them only where a glance takes them in. */
    private static String unknown(String odd, String command, List<String> flags) {
        String meant = Nearest.suggestion(odd.replaceFirst("=.*", ""), flags);
        String known = flags.size() <= FLAGS_AT_A_GLANCE
                ? SENTENCES.say("flag.known", String.join(", ", flags))
                : SENTENCES.say("flag.help", command);
        return SENTENCES.say("flag.unknown", odd, command, meant, known);
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(o -> o.longestName())
                .sorted()
                .toList();
    }

    static List<String> shortened(List<String> words) {
        if (words.size() < 2 || !LONG_NAMES.containsKey(words.get(0))) {
            return words;
        }
        String verb = LONG_NAMES.get(words.get(0)).get(words.get(1));
        if (verb == null) {
            return words;
        }
        List<String> shorter = new ArrayList<>(words.subList(1, words.size()));
        shorter.set(0, verb);
        return shorter;
    }

    /** All commands; of a line only its own is built. */
    Grammar grammar() {
        return new Grammar(docker, notices);
    }
}
