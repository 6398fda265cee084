package porthole.jupyter.java.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.display.Table;
import porthole.jupyter.api.Magic;
import porthole.jupyter.api.MagicException;
import porthole.jupyter.api.PastCell;
import porthole.jupyter.java.evaluate.JShellSession;
import porthole.jupyter.java.run.EarlierThreads;
import porthole.jupyter.java.run.TextRunner;
import porthole.jupyter.java.show.Values;
import porthole.jupyter.magic.Arguments;
import porthole.jupyter.magic.NotebookFile;
import porthole.jupyter.magic.SimpleMagic;

/** The magics about the session itself: what it holds, what was run, and a clean table. */
public final class SessionMagics {
    private static final Sentences SENTENCES = Sentences.of(SessionMagics.class);

    /** Characters of a value in the table of variables. */
    private static final int WIDTH = 100;

    private final Supplier<JShellSession> snippets;
    private final Renewal renewal;
    private final SessionLog log;
    private final Values values;
    private final TextRunner runner;

    public SessionMagics(
            Supplier<JShellSession> snippets, Renewal renewal, SessionLog log, Values values, TextRunner runner) {
        this.snippets = snippets;
        this.renewal = renewal;
        this.log = log;
        this.values = values;
        this.runner = runner;
    }

    public List<Magic> all() {
        return List.of(
                new SimpleMagic("vars", SENTENCES, "help.vars", (a, b) -> vars()),
                new SimpleMagic("whos", SENTENCES, "help.whos", (a, b) -> vars()),
                new SimpleMagic("who", SENTENCES, "help.who", (a, b) -> who()),
                new SimpleMagic("reset", SENTENCES, "help.reset", (a, b) -> reset()),
                new HistoryMagic(log),
                new JshellMagic(this, snippets, new HistoryMagic(log)),
                new SimpleMagic("save", SENTENCES, "help.save", (a, b) -> save(a)));
    }

    Object vars() throws Exception {
        List<VarSnippet> variables = variables();
        if (variables.isEmpty()) {
            return SENTENCES.say("vars.none");
        }
        String all = variables.stream().map(VarSnippet::name).collect(Collectors.joining(", "));
        Object[] contents = (Object[]) runner.run("%vars", "new Object[] {" + all + "}");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            rows.add(List.of(
                    variables.get(i).name(), variables.get(i).typeName(), contents == null ? "" : brief(contents[i])));
        }
        return new Table(
                Stream.of("vars.name", "vars.type", "vars.value")
                        .map(SENTENCES::say)
                        .toList(),
                rows);
    }

    private List<VarSnippet> variables() {
        return snippets.get()
                .ask(shell -> shell.variables()
                        .filter(v -> shell.status(v) == Snippet.Status.VALID)
                        .filter(v -> !v.name().startsWith("$"))
                        .sorted(java.util.Comparator.comparing(VarSnippet::name))
                        .toList());
    }

    private String brief(@Nullable Object value) {
        String line;
        try {
            line = values.line(value);
        } catch (RuntimeException | StackOverflowError e) {
            return SENTENCES.say("vars.threw", e.getClass().getSimpleName());
        }
        return line.length() > WIDTH ? line.substring(0, WIDTH) + " …" : line;
    }

    private Object who() {
        List<List<String>> rows = snippets.get()
                .ask(shell -> List.of(
                        List.of(
                                SENTENCES.say("who.variables"),
                                names(shell.variables().map(VarSnippet::name))),
                        List.of(
                                SENTENCES.say("who.methods"),
                                names(shell.methods().map(m -> m.name() + "(" + m.parameterTypes() + ")"))),
                        List.of(SENTENCES.say("who.types"), names(shell.types().map(t -> t.name())))));
        List<List<String>> some = rows.stream().filter(r -> !r.get(1).isEmpty()).toList();
        return some.isEmpty() ? SENTENCES.say("who.none") : new Table(List.of("", SENTENCES.say("who.names")), some);
    }

    private static String names(Stream<String> all) {
        return all.filter(n -> !n.startsWith("$")).sorted().distinct().collect(Collectors.joining(", "));
    }

    /** Begins the session anew; how many declarations are forgotten. */
    public interface Renewal {
        int run() throws MagicException;
    }

    @Nullable
    Object reset() throws MagicException {
        List<String> threads = EarlierThreads.names();
        int forgotten = renewal.run();
        System.out.println(SENTENCES.say(forgotten == 1 ? "reset.one" : "reset.many", forgotten));
        if (!threads.isEmpty()) {
            String key = threads.size() == 1 ? "reset.thread" : "reset.threads";
            System.out.println(SENTENCES.say(key, String.join(", ", threads), threads.size()));
        }
        return null;
    }

    private @Nullable Object save(String arguments) throws MagicException {
        List<String> words = Arguments.of(arguments);
        if (words.isEmpty()) {
            throw new MagicException(SENTENCES.say("save.missing"));
        }
        List<String> code = log.named(words.subList(1, words.size())).stream()
                .map(PastCell::code)
                .toList();
        Path file = Path.of(words.get(0));
        try {
            Files.writeString(
                    file,
                    file.toString().endsWith(".ipynb") ? NotebookFile.of(code) : String.join("\n\n", code) + "\n");
        } catch (IOException e) {
            throw MagicException.unwritable(file.toString(), e);
        }
        System.out.println(SENTENCES.say(code.size() == 1 ? "save.one" : "save.many", code.size(), file));
        return null;
    }
}
