package porthole.jupyter.java.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;
import porthole.display.Sentences;
import porthole.jupyter.api.Outputs;
import porthole.jupyter.java.advice.CompileAdvice;
import porthole.jupyter.java.advice.DeclaredNames;
import porthole.jupyter.java.run.RunningCell;
import porthole.jupyter.java.run.StaticState;

/** What a person should know of a cell that has not failed. */
final class PendingDeclarations {
    private static final Sentences SENTENCES = Sentences.of(CompileAdvice.class);

    private static final Pattern LOMBOK = Pattern.compile("(@(?:lombok\\.)?(?:Data|Value|Getter|Setter|Builder|ToString"
            + "|EqualsAndHashCode|NoArgsConstructor|AllArgsConstructor|RequiredArgsConstructor|SneakyThrows|With"
            + "|Slf4j|Log|Log4j2|Synchronized|Cleanup|NonNull))\\b");

    private final JShell shell;
    private final DeclaredNames names;

    PendingDeclarations(JShell shell, DeclaredNames names) {
        this.shell = shell;
        this.names = names;
    }

    /** That it sets a variable that was declared final after it: JShell lets it. */
    String setsFinal(DeclarationSnippet setter, String variable) {
        return SENTENCES.say("note.final", setter.name(), variable);
    }

    /** Says the notes on the cell's stderr. */
    void tell(@Nullable RunningCell cell, List<String> notes) {
        if (cell != null && !notes.isEmpty()) {
            cell.outputs().stream(Outputs.Channel.STDERR, String.join("\n", notes) + "\n");
        }
    }

    /** One note for each of the declarations that refers to something missing. */
    List<String> unresolved(Collection<DeclarationSnippet> declared) {
        List<String> notes = new ArrayList<>();
        for (DeclarationSnippet one : declared) {
            switch (shell.status(one)) {
                case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> notes.add(unresolved(one));
                default -> {}
            }
        }
        return notes;
    }

    String unresolved(DeclarationSnippet snippet) {
        String missing = shell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return broken(snippet);
        }
        Optional<String> waiting = waiting(snippet);
        if (waiting.isPresent()) {
            return waiting.orElseThrow();
        }
        Optional<String> command = CompileAdvice.command(snippet.source());
        return command.isPresent()
                ? command.orElseThrow()
                : SENTENCES.say("note.unresolved", snippet.name(), missing)
                        + shell.unresolvedDependencies(snippet)
                                .flatMap(m -> CompileAdvice.missing(m, names).stream())
                                .map(s -> " " + s)
                                .collect(Collectors.joining());
    }

    /** That it refers to something declared, which waits itself, as a sealed type does for those it permits. */
    private Optional<String> waiting(DeclarationSnippet snippet) {
        List<String> names = shell.unresolvedDependencies(snippet)
                .map(m -> m.substring(m.lastIndexOf(' ') + 1))
                .toList();
        return shell.snippets()
                .filter(s -> s != snippet && shell.status(s) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .filter(s -> s instanceof DeclarationSnippet d && names.contains(d.name()))
                .map(DeclarationSnippet.class::cast)
                .filter(d -> shell.unresolvedDependencies(d).findAny().isPresent())
                .map(d -> SENTENCES.say(
                        "note.waits",
                        snippet.name(),
                        d.name(),
                        shell.unresolvedDependencies(d)
                                .filter(m -> !m.endsWith(" " + snippet.name()))
                                .collect(Collectors.joining(", "))))
                .findFirst();
    }

    /** What it is made of has changed: a switch over a sealed type, say, that has one more subtype. */
    private String broken(DeclarationSnippet snippet) {
        String why = shell.diagnostics(snippet)
                .filter(Diag::isError)
                .map(CompilerMessage::of)
                .map(CompileErrors::sentence)
                .findFirst()
                .orElse("?");
        return SENTENCES.say("note.broken", snippet.name(), why);
    }

    /** Annotations that only a processor gives a meaning, which JShell does not run: Lombok's. */
    List<String> unprocessed(String code) {
        boolean isLombok = code.contains("lombok.")
                || shell.imports().anyMatch(i -> i.fullname().startsWith("lombok."));
        return isLombok
                ? LOMBOK.matcher(code)
                        .results()
                        .map(r -> r.group(1))
                        .distinct()
                        .map(a -> SENTENCES.say("note.unprocessed", a))
                        .limit(1)
                        .toList()
                : List.of();
    }

    /** A method that had to be forgotten since it waits for something. */
    String forgotten(MethodSnippet method) {
        return SENTENCES.say(
                "note.forgotten",
                method.name() + "(" + method.parameterTypes() + ")",
                shell.unresolvedDependencies(method).collect(Collectors.joining(", ")));
    }

    static boolean isLoss(SnippetEvent event) {
        return event.causeSnippet() != null
                && event.snippet() instanceof VarSnippet
                && event.previousStatus() == Snippet.Status.VALID
                && event.status() != Snippet.Status.VALID
                && event.status() != Snippet.Status.OVERWRITTEN
                && event.status() != Snippet.Status.DROPPED;
    }

    /** That a type has lost what was in its static fields. */
    static String anew(StaticState.Anew type) {
        return SENTENCES.say("note.anew", type.type(), String.join(", ", type.fields()));
    }

    static String leftToLambdas(String variable) {
        return SENTENCES.say("note.lambda", variable);
    }

    static String lost(String variable) {
        return SENTENCES.say("note.lost", variable);
    }
}
