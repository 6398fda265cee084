package porthole.jupyter.java.assist;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import porthole.display.MimeBundle;
import porthole.jupyter.java.reader.JavaReader;
import porthole.jupyter.java.text.Tokens;

/** Signatures and documentation of what stands at the cursor: of the name there, else of the call around it. */
final class CursorInspection {
    private static final Set<String> NO_CALLS =
            Set.of("if", "for", "while", "switch", "catch", "synchronized", "try", "return", "throw", "assert");

    private final Sketches sketches;
    private final JavaReader reader;
    private final Assistance.Ask asking;

    CursorInspection(Sketches sketches, JavaReader reader, Assistance.Ask asking) {
        this.sketches = sketches;
        this.reader = reader;
        this.asking = asking;
    }

    Optional<MimeBundle> of(String code, int cursor, boolean detailed) {
        List<Tokens.Token> tokens = Tokens.of(code);
        int name = nameAt(tokens, cursor);
        if (name < 0) {
            return Optional.empty();
        }
        Optional<MimeBundle> found = help(code, tokens.get(name).start(), detailed);
        if (found.isPresent()) {
            return found;
        }
        String word = tokens.get(name).text();
        if (Character.isUpperCase(word.charAt(0))) {
            Optional<MimeBundle> type = type(tokens, name, detailed);
            return type.isPresent() ? type : unimported(word, detailed);
        }
        int call = callAround(tokens, tokens.get(name).start());
        return call < 0 || call == name
                ? Optional.empty()
                : help(code, tokens.get(call).start(), detailed);
    }

    /** A type that stands where the compiler wants a value. */
    private Optional<MimeBundle> type(List<Tokens.Token> tokens, int name, boolean detailed) {
        int first = name;
        while (first >= 2 && tokens.get(first - 1).text().equals(".")) {
            first -= 2;
        }
        String full =
                tokens.subList(first, name + 1).stream().map(Tokens.Token::text).collect(Collectors.joining());
        return help(full + " x;", full.length() - tokens.get(name).text().length(), detailed);
    }

    private Optional<MimeBundle> help(String code, int cursor, boolean detailed) {
        return asking.ask(() -> sketches.documented(code, cursor))
                .flatMap(sketch -> reader.help(sketch, detailed).bundle());
    }

    /** A type of that name that an import would bring. */
    private Optional<MimeBundle> unimported(String word, boolean detailed) {
        for (String full : reader.typesStartingWith(word)) {
            if (full.endsWith("." + word)) {
                String code = full + " x;";
                Optional<MimeBundle> found = asking.ask(() -> sketches.of(code, full.length() - word.length()))
                        .flatMap(sketch -> reader.help(sketch, detailed)
                                .beginning("import " + full + ";")
                                .bundle());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The token that is meant; -1 for none. */
    private static int nameAt(List<Tokens.Token> tokens, int cursor) {
        for (int i = 0; i < tokens.size(); i++) {
            Tokens.Token token = tokens.get(i);
            if (token.isWord()
                    && token.start() <= cursor
                    && cursor <= token.end()
                    && !NO_CALLS.contains(token.text())) {
                return i;
            }
        }
        return callAround(tokens, cursor);
    }

    /** The name of the innermost call that is open at {@code cursor}; -1 for none. */
    private static int callAround(List<Tokens.Token> tokens, int cursor) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size() && tokens.get(i).start() < cursor; i++) {
            switch (tokens.get(i).text()) {
                case "(", "[", "{" -> open.push(i);
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        for (int bracket : open) {
            int name = calledBy(tokens, bracket);
            if (name >= 0) {
                return name;
            }
        }
        return -1;
    }

    private static int calledBy(List<Tokens.Token> tokens, int bracket) {
        int at = bracket - 1;
        if (!tokens.get(bracket).text().equals("(") || at < 0) {
            return -1;
        }
        int depth = 0;
        while (at > 0 && (depth > 0 || tokens.get(at).text().equals(">"))) { // new ArrayList<String>(
            depth += tokens.get(at).text().equals(">")
                    ? 1
                    : tokens.get(at).text().equals("<") ? -1 : 0;
            at--;
        }
        Tokens.Token token = tokens.get(at);
        return token.isWord() && !NO_CALLS.contains(token.text()) ? at : -1;
    }
}
