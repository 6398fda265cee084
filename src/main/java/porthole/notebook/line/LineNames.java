package porthole.notebook.line;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;
import porthole.command.LineException;
import porthole.command.Script;
import porthole.display.Nearest;
import porthole.display.Sentences;
import porthole.jupyter.api.MagicException;
import porthole.lesson.review.NamesOfLine;

/** Collects the names that commands give and ask for, before any of them runs. */
final class LineNames {
    private static final Sentences SENTENCES = Sentences.of(LineNames.class);

    /** Values of {@code --network} that name no network. */
    private static final Set<String> MODES = Set.of("bridge", "host", "none", "default");

    /** The docker program's own commands (docker 28), whether this grammar has them or not. */
    private static final Set<String> DOCKERS_OWN =
            Set.of(("attach build builder buildx checkpoint commit compose config"
                            + " container context cp create diff events exec export history image images import info inspect kill load"
                            + " login logout logs manifest network node pause plugin port ps pull push rename restart rm rmi run save"
                            + " search secret service stack start stats stop swarm system tag top trust unpause update version volume"
                            + " wait")
                    .split(" ", -1));

    private static final Pattern ID = Pattern.compile("[0-9a-f]{12,64}");

    private final Set<String> containersMade = new HashSet<>();
    private final Set<String> networksMade = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private final Set<String> containers = new HashSet<>();
    private final Set<String> networks = new HashSet<>();

    /**
     * The names in a text of docker lines; nothing runs.
     *
     * @throws MagicException if it cannot be read
     */
    static NamesOfLine of(String text, DockerLine line) throws MagicException {
        LineNames names = new LineNames();
        try {
            for (List<String> typed : Steps.commands(Script.of(text))) {
                names.add(DockerLine.shortened(typed), line);
            }
        } catch (LineException e) {
            throw new MagicException(e.sentence());
        }
        return names.all();
    }

    private void add(List<String> words, DockerLine line) throws MagicException {
        Grammar grammar = line.grammar();
        if (words.isEmpty() || !grammar.knows(words)) {
            unknown(words, grammar);
            return;
        }
        CommandLine.ParseResult parsed;
        try {
            parsed = grammar.reading(words).parseArgs(words.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            Optional<String> fault = DockerLine.fault(e, words);
            if (fault.isPresent()) {
                throw new MagicException(fault.get());
            }
            return;
        } catch (CommandLine.ParameterException e) {
            throw new MagicException(LineHelp.fault(e));
        }
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        if (parsed.commandSpec().userObject() instanceof Grammar.Line read) {
            read.typed().check();
            add(read.command(), read.typed());
        }
    }

    /** A word that looks like a command of the grammar and is none of docker's. */
    private static void unknown(List<String> words, Grammar grammar) throws MagicException {
        String first = words.isEmpty() ? "" : words.get(0);
        if (!DOCKERS_OWN.contains(first) && Nearest.to(first, grammar.names()).isPresent()) {
            throw new MagicException(
                    SENTENCES.say("command.unknown", first, Nearest.suggestion(first, grammar.names())));
        }
    }

    private void add(DockerCommand command, Typed typed) {
        boolean creates = command.table().command().equals("network create");
        List<DockerCommand.Operand> operands = command.expected();
        for (int i = 0; i < operands.size(); i++) {
            List<String> words = typed.words(i);
            switch (operands.get(i).label()) {
                case "CONTAINER" -> containers.addAll(words);
                case "NETWORK" -> (creates ? networksMade : networks).addAll(words);
                case "NEW_NAME" -> containersMade.addAll(words);
                default -> {
                    // no name of a container or a network
                }
            }
        }
        if (command.table().flags().stream().anyMatch(f -> f.name().equals("--network"))) {
            containersMade.addAll(typed.all("--name"));
            typed.all("--network").forEach(this::network);
        }
        if (command.table().flags().stream().anyMatch(f -> f.name().equals("--network-alias"))) {
            aliases.addAll(typed.all("--network-alias"));
        }
        if (command.table().command().equals("network connect")) {
            aliases.addAll(typed.all("--alias"));
        }
    }

    /** A name, a mode, {@code container:NAME}, or {@code name=…,alias=…}. */
    private void network(String value) {
        if (value.startsWith("container:")) {
            containers.add(value.substring("container:".length()));
        } else if (value.contains("=")) {
            List<String> parts = List.of(value.split(",", -1));
            networks.addAll(values(parts, "name="));
            aliases.addAll(values(parts, "alias="));
        } else {
            networks.add(value);
        }
    }

    private static List<String> values(List<String> parts, String key) {
        return parts.stream()
                .filter(part -> part.startsWith(key))
                .map(part -> part.substring(key.length()))
                .toList();
    }

    NamesOfLine all() {
        return new NamesOfLine(containersMade, networksMade, aliases, named(containers), named(networks));
    }

    /** Without ids, which nobody knows before, and what is there on each engine. */
    private static Set<String> named(Set<String> all) {
        return all.stream()
                .flatMap(Stream::ofNullable)
                .filter(name -> !MODES.contains(name) && !ID.matcher(name).matches())
                .collect(Collectors.toSet());
    }
}
