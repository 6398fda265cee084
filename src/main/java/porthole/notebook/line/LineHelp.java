package porthole.notebook.line;

import java.util.EnumSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import porthole.display.Language;
import porthole.display.Sentences;
import porthole.engine.flag.Flag;
import porthole.engine.flag.FlagTable;

/** How commands are written, in the reader's language: {@code --help}, and what is wrong with a line. */
final class LineHelp {
    private static final Sentences SENTENCES = Sentences.of(LineHelp.class);

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

    private LineHelp() {}

    /** The descriptions of commands and flags, in the reader's language. */
    static ResourceBundle descriptions() {
        return ResourceBundle.getBundle(
                LineHelp.class.getPackageName() + ".help",
                Language.current().locale(),
                LineHelp.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What a flag is for, and how its value is written where that is not plain. */
    static String of(FlagTable table, Flag flag) {
        String hint = HINTED.contains(flag.kind()) ? " (" + flag.hint() + ")" : "";
        return (text(table.command(), flag) + hint).replace("%", "%%");
    }

    /** The flag's own text for that command, else the one that it has for all. */
    private static String text(String command, Flag flag) {
        ResourceBundle texts = descriptions();
        String name = flag.name().substring(2);
        String own = "flag." + command.replace(' ', '.') + "." + name;
        return texts.getString(texts.containsKey(own) ? own : "flag." + name);
    }

    /** What {@code --help} is for. */
    static String ofHelp() {
        return descriptions().getString("flag.help");
    }

    /** The usage of the command that the line has led to, the last of those that were built. */
    static String of(CommandLine built) {
        CommandLine command = built;
        while (command.getSubcommands().values().stream().distinct().count() == 1) {
            command = command.getSubcommands().values().iterator().next();
        }
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        String name = command.getCommandSpec().qualifiedName(" ");
        String usage = command.getUsageMessage(Ansi.OFF).strip() + "\n\n" + SENTENCES.say("help.more", name);
        return usage.replace("container-prune", "container prune"); // as it is typed
    }

    /** What is wrong with a line. */
    static String fault(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
        ArgSpec argument = e.getArgSpec();
        if (e instanceof MissingParameterException missing) {
            List<ArgSpec> wanted = missing.getMissing();
            if (!wanted.isEmpty() && wanted.stream().allMatch(ArgSpec::isPositional)) {
                String names = wanted.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
                return SENTENCES.say("command.missing", command, names);
            }
            if (argument instanceof OptionSpec option) {
                return SENTENCES.say("option.missing", command, option.longestName());
            }
            return SENTENCES.say(
                    "command.missing",
                    command,
                    wanted.stream()
                            .map(a -> a instanceof OptionSpec option ? option.longestName() : a.paramLabel())
                            .collect(Collectors.joining(", ")));
        }
        if (argument instanceof OptionSpec option && e.getValue() != null) {
            return SENTENCES.say("option.value", command, e.getValue(), option.longestName());
        }
        return SENTENCES.say("command.wrong", command, String.valueOf(e.getMessage()));
    }
}
