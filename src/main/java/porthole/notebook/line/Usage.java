package porthole.notebook.line;

import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import porthole.display.Language;
import porthole.display.Sentences;

/** How commands are written, in the reader's language: {@code --help}, and what is wrong with a line. */
final class Usage {
    private static final Sentences SENTENCES = Sentences.of(Usage.class);

    private Usage() {}

    /** Gives each command {@code --help}, and all of them their descriptions. */
    static void into(CommandLine commands) {
        help(commands);
        commands.setResourceBundle(ResourceBundle.getBundle(
                Usage.class.getPackageName() + ".help",
                Language.current().locale(),
                Usage.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private static void help(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("--help")
                            .usageHelp(true)
                            .type(boolean.class)
                            .build());
        }
        command.getSubcommands().values().forEach(Usage::help);
    }

    /** The usage of one command. */
    static String of(CommandLine command) {
        command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
        String name = command.getCommandSpec().qualifiedName(" ");
        return command.getUsageMessage(Ansi.OFF).strip() + "\n\n" + SENTENCES.say("help.more", name);
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
