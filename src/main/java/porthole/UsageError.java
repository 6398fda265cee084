package porthole;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words that somebody typed after {@code porthole}, which picocli says in English only. */
final class UsageError {
    private UsageError() {}

    /** One sentence about the fault, and one about what to do. */
    static String sentence(ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String help = CommandSentences.say("usage.help", command);
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched, command, help);
        }
        return fault(wrong, command) + help;
    }

    private static String unmatched(UnmatchedArgumentException unmatched, String command, String help) {
        String asked = unmatched.getUnmatched().get(0);
        if (asked.startsWith("-")) {
            return CommandSentences.say("usage.option", asked, command) + help;
        }
        CommandLine line = unmatched.getCommandLine();
        if (line.getParent() != null) {
            return CommandSentences.say("usage.argument", asked, command) + help;
        }
        List<String> nearest = unmatched.getSuggestions();
        return CommandSentences.say("usage.command", asked, String.join(", ", shown(line)))
                + (nearest.isEmpty() ? help : CommandSentences.say("usage.nearest", nearest.get(0)));
    }

    /** The commands that a person calls. */
    private static List<String> shown(CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .filter(each -> !each.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String fault(ParameterException wrong, String command) {
        if (wrong instanceof MutuallyExclusiveArgsException) {
            String names = wrong.getCommandLine().getCommandSpec().argGroups().stream()
                    .filter(ArgGroupSpec::exclusive)
                    .flatMap(group -> group.allOptionsNested().stream())
                    .map(OptionSpec::longestName)
                    .collect(Collectors.joining(", "));
            return CommandSentences.say("usage.exclusive", names);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec needed = missing.getMissing().get(0);
            return CommandSentences.say(
                    "usage.missing",
                    needed instanceof OptionSpec option ? option.longestName() : command,
                    needed.paramLabel());
        }
        if (wrong instanceof OverwrittenOptionException twice && twice.getOverwritten() instanceof OptionSpec option) {
            return CommandSentences.say("usage.twice", option.longestName());
        }
        return wrong.getArgSpec() instanceof OptionSpec option && wrong.getValue() != null
                ? CommandSentences.say("usage.value", wrong.getValue(), option.longestName())
                : CommandSentences.say("usage.other", wrong.getMessage());
    }
}
