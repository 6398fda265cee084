package porthole.notebook.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import porthole.engine.Docker;
import porthole.engine.api.Notices;
import porthole.engine.flag.ComposeFlags;
import porthole.engine.flag.Flag;
import porthole.engine.flag.FlagTable;

/**
 * All commands that {@code %docker} understands by itself. Of a line only that command is built which it names, since to
 * build all of them takes longer than most calls of the engine.
 */
final class Grammar {
    private static final Map<String, FlagTable> BEFORE = Map.of("compose", ComposeFlags.COMPOSE);

    private final Map<String, List<DockerCommand>> groups = new LinkedHashMap<>();

    Grammar(Docker docker, Notices notices) {
        Stream.of(
                        RunLines.of(docker, notices),
                        ContainerLines.of(docker, notices),
                        LifecycleLines.of(docker, notices),
                        ImageLines.of(docker),
                        NetworkLines.of(docker),
                        VolumeLines.of(docker),
                        ComposeLines.of(docker),
                        SwarmLines.of(docker),
                        ServiceLines.of(docker))
                .flatMap(List::stream)
                .forEach(command -> groups.computeIfAbsent(
                                command.group().isEmpty() ? command.name() : command.group(), any -> new ArrayList<>())
                        .add(command));
    }

    /** The first words of all commands, without those that are hidden. */
    List<String> names() {
        return groups.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(c -> !c.isHidden()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What may follow a first word that names a group, aliases too; nothing if it names none. */
    List<String> names(String group) {
        return members(group).stream()
                .flatMap(c -> Stream.concat(Stream.of(c.name()), c.aliases().stream()))
                .toList();
    }

    /** All commands, by their words. */
    List<String> commands() {
        return groups.values().stream()
                .flatMap(List::stream)
                .map(c -> c.table().command())
                .toList();
    }

    private List<DockerCommand> members(String group) {
        return groups.getOrDefault(group, List.of()).stream()
                .filter(c -> !c.group().isEmpty())
                .toList();
    }

    /** The table of the command or group that a parser reads. */
    static FlagTable table(CommandLine command) {
        Object read = command.getCommandSpec().userObject();
        return read instanceof Line line
                ? line.command().table()
                : read instanceof Typed before ? before.table() : none("");
    }

    private static FlagTable none(String command) {
        return new FlagTable(command, List.of(), Set.of(), Map.of());
    }

    /** Whether these words name a command, or a group and no command at all. */
    boolean knows(List<String> words) {
        String first = words.get(0);
        if (!groups.containsKey(first)) {
            return false;
        }
        List<String> names = names(first);
        List<String> rest = words.subList(1, words.size()).stream()
                .filter(w -> !w.startsWith("-"))
                .toList();
        return names.isEmpty() || rest.isEmpty() || rest.stream().anyMatch(names::contains);
    }

    /** The table of the command that these words name; empty if they name none. */
    Optional<FlagTable> table(String words) {
        return groups.values().stream()
                .flatMap(List::stream)
                .map(DockerCommand::table)
                .filter(t -> t.command().equals(words))
                .findFirst();
    }

    /** What reads these words, of a line without {@code docker}: the command that they name, or all of its group. */
    CommandLine reading(List<String> words) {
        return built(words, Detail.READING);
    }

    /** As {@link #reading}, with a description of each command and flag. */
    CommandLine described(List<String> words) {
        return built(words, Detail.DESCRIBED);
    }

    private enum Detail {
        READING,
        DESCRIBED,
        /** Its name and its description alone, for a list. */
        LISTED
    }

    private CommandLine built(List<String> words, Detail detail) {
        CommandSpec root = CommandSpec.create().name("docker");
        help(root, detail);
        String first = words.isEmpty() ? "" : words.get(0);
        if (groups.containsKey(first)) {
            add(root, first, words.subList(1, words.size()), detail);
        } else if (detail == Detail.DESCRIBED) {
            groups.keySet().forEach(name -> add(root, name, List.of(), Detail.LISTED));
        }
        CommandLine commands = new CommandLine(root);
        commands.setOverwrittenOptionsAllowed(true);
        commands.setExpandAtFiles(false);
        stop(commands);
        if (detail == Detail.DESCRIBED) {
            commands.setResourceBundle(LineHelp.descriptions());
        }
        return commands;
    }

    private static void stop(CommandLine command) {
        if (command.getCommandSpec().userObject() instanceof Line line
                && line.command().startsAnotherLine()) {
            command.setStopAtPositional(true);
        }
        command.getSubcommands().values().forEach(Grammar::stop);
    }

    private void add(CommandSpec root, String first, List<String> rest, Detail detail) {
        List<DockerCommand> members = members(first);
        if (members.isEmpty()) {
            DockerCommand command = groups.getOrDefault(first, List.of()).get(0);
            root.addSubcommand(first, leaf(command, null, detail));
            return;
        }
        FlagTable table = BEFORE.getOrDefault(first, none(first));
        Typed before = new Typed(table, null);
        CommandSpec group = CommandSpec.wrapWithoutInspection(before).name(first);
        options(group, before, detail);
        List<DockerCommand> named =
                members.stream().filter(m -> rest.stream().anyMatch(m::isNamed)).toList();
        Detail below = named.isEmpty() && detail == Detail.DESCRIBED ? Detail.LISTED : detail;
        (named.isEmpty() ? members : named).forEach(m -> group.addSubcommand(m.name(), leaf(m, before, below)));
        root.addSubcommand(first, group);
    }

    /** A command that is read: what it is, and what is typed. */
    record Line(DockerCommand command, Typed typed) {}

    private static CommandSpec leaf(DockerCommand command, @Nullable Typed before, Detail detail) {
        Typed typed = new Typed(command.table(), before);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new Line(command, typed))
                .name(command.name())
                .aliases(command.aliases().toArray(String[]::new));
        spec.usageMessage().hidden(command.isHidden());
        typed.read(spec);
        if (detail != Detail.LISTED) {
            options(spec, typed, detail);
            operands(spec, command);
        }
        return spec;
    }

    private static void operands(CommandSpec spec, DockerCommand command) {
        int index = 0;
        for (DockerCommand.Operand operand : command.expected()) {
            String least = operand.isOptional() ? "0" : "1";
            PositionalParamSpec.Builder parameter = PositionalParamSpec.builder()
                    .index(operand.repeats() ? index + "..*" : String.valueOf(index))
                    .arity(operand.repeats() ? least + "..*" : operand.isOptional() ? "0..1" : "1")
                    .required(!operand.isOptional())
                    .paramLabel(operand.label());
            spec.addPositional((operand.repeats()
                            ? parameter.type(List.class).auxiliaryTypes(String.class)
                            : parameter.type(String.class))
                    .build());
            index++;
        }
    }

    private static void options(CommandSpec spec, Typed typed, Detail detail) {
        help(spec, detail);
        for (Flag flag : typed.table().flags()) {
            boolean on = flag.kind() == Flag.Kind.SWITCH;
            OptionSpec.Builder option = OptionSpec.builder(flag.names().toArray(String[]::new))
                    .arity(on ? "0..1" : "1")
                    .type(on ? boolean.class : String[].class)
                    .paramLabel(on ? "true|false" : label(flag.kind()));
            if (on) {
                option.preprocessor(new Switches());
            }
            if (detail == Detail.DESCRIBED) {
                option.description(LineHelp.of(typed.table(), flag));
            }
            Typed.Values values = typed.values(flag);
            spec.addOption(option.getter(values).setter(values).build());
        }
    }

    private static void help(CommandSpec spec, Detail detail) {
        OptionSpec.Builder help = OptionSpec.builder("--help").usageHelp(true).type(boolean.class);
        spec.addOption((detail == Detail.DESCRIBED ? help.description(LineHelp.ofHelp()) : help).build());
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
}
