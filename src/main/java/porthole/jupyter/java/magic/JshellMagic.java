package porthole.jupyter.java.magic;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.java.evaluate.JShellSession;

/** {@code %jshell /vars} and its like: the {@code jshell} tool's commands that make sense in a notebook. */
record JshellMagic(SessionMagics session, Supplier<JShellSession> snippets, HistoryMagic history) implements Magic {
    private static final Sentences SENTENCES = Sentences.of(JshellMagic.class);
    private static final List<String> COMMANDS = List.of("/vars", "/methods", "/types", "/imports", "/list", "/reset");

    @Override
    public String name() {
        return "jshell";
    }

    @Override
    public String summary() {
        return SENTENCES.say("help.jshell", name());
    }

    @Override
    public List<String> complete(String line) {
        return COMMANDS.stream().filter(c -> c.startsWith(line)).toList();
    }

    /** As in the {@code jshell} tool, a command may be shortened. */
    @Override
    public @Nullable Object run(String arguments, @Nullable String body) throws Exception {
        String command = arguments.strip().replaceFirst("^/?", "/").replaceFirst("\\s.*", "");
        List<String> meant = COMMANDS.stream()
                .filter(c -> command.length() > 1 && c.startsWith(command))
                .toList();
        return switch (meant.size() == 1 ? meant.get(0) : "") {
            case "/vars" -> session.vars();
            case "/methods" -> declared("who.methods", shell -> shell.methods().map(m -> m.name() + m.signature()));
            case "/types" -> declared("who.types", shell -> shell.types().map(t -> t.name()));
            case "/imports" ->
                declared("jshell.imports", shell -> shell.imports().map(i -> i.fullname()));
            case "/list" -> history.run("-n", null);
            case "/reset" -> session.reset();
            default -> throw new MagicException(SENTENCES.say("jshell.unknown", command, String.join(", ", COMMANDS)));
        };
    }

    private Object declared(String what, Function<JShell, Stream<String>> names) {
        List<String> all = snippets.get()
                .ask(shell -> names.apply(shell).sorted().distinct().toList());
        return all.isEmpty()
                ? SENTENCES.say("who.none")
                : new Table(
                        List.of(SENTENCES.say(what)), all.stream().map(List::of).toList());
    }
}
