package porthole.command;

import java.util.ArrayList;
import java.util.List;

/** Reads one word as it is typed; a variable outside quotes may make several of it, or none. */
final class WordReader {
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private final LineText text;
    private final Syntax syntax;
    private final Expansion expansion;
    private final Patterns patterns;
    private final int from;
    private final StringBuilder word = new StringBuilder();
    private final List<String> before = new ArrayList<>();
    /** Whether there is a word even if it has no letters, as after {@code ''}. */
    private boolean exists;

    private boolean plain = true;

    WordReader(LineText text, Syntax syntax, Variables variables) {
        this.text = text;
        this.syntax = syntax;
        this.from = text.at;
        this.expansion = new Expansion(text, syntax, variables);
        this.patterns = new Patterns(text);
    }

    List<Token> read() {
        if (text.here() == '~') {
            add(expansion.home());
        }
        while (text.more() && !Lexer.endsWord(text.here(), syntax)) {
            part();
        }
        List<Token> all = new ArrayList<>();
        for (String each : before) {
            all.add(new Token.Word(each, false, from));
        }
        if (exists) {
            all.add(new Token.Word(word.toString(), plain && before.isEmpty(), from));
        }
        return all;
    }

    private void part() {
        char c = text.here();
        switch (c) {
            case '\'' -> {
                plain = false;
                add(single());
            }
            case '"' -> {
                plain = false;
                exists = true;
                twice();
            }
            case '\\' -> backslash();
            case '$' -> {
                plain = false;
                expansion.value(false).ifPresentOrElse(this::split, () -> add("$"));
            }
            case '`' -> {
                if (syntax.strict()) {
                    throw text.refused("substitution", "`", text.at);
                }
                letter();
            }
            default -> {
                if (syntax.strict()) {
                    patterns.refuse(from);
                }
                letter();
            }
        }
    }

    private void letter() {
        add(String.valueOf(text.here()));
        text.at++;
    }

    private void add(String more) {
        word.append(more);
        exists = true;
    }

    private String single() {
        int open = text.at;
        int close = text.all.indexOf('\'', open + 1);
        if (close < 0) {
            throw text.refused("quote", "'", open);
        }
        text.at = close + 1;
        return text.all.substring(open + 1, close);
    }

    /** Inside double quotes only {@code $}, {@code `}, {@code "} and backslashes before these mean something. */
    private void twice() {
        int open = text.at++;
        while (text.more() && text.here() != '"') {
            char c = text.here();
            if (text.sees("\\\n")) {
                text.at += 2;
            } else if (c == '\\' && ESCAPED_IN_QUOTES.indexOf(text.ahead(1)) >= 0 && text.ahead(1) != 0) {
                text.at++;
                letter();
            } else if (c == '$') {
                expansion.value(true).ifPresentOrElse(this::add, () -> add("$"));
            } else if (c == '`' && syntax.strict()) {
                throw text.refused("substitution", "`", text.at);
            } else {
                letter();
            }
        }
        if (!text.more()) {
            throw text.refused("quote", "\"", open);
        }
        text.at++;
    }

    private void backslash() {
        if (text.sees("\\\n")) {
            text.at += 2;
            return;
        }
        plain = false;
        if (text.ahead(1) == 0 && syntax.strict()) {
            throw text.refused("continued", "\\", text.at);
        }
        if (text.ahead(1) != 0) {
            text.at++;
        }
        letter();
    }

    /** A variable's value outside quotes is cut at its blanks, as a shell does. */
    private void split(String value) {
        boolean blankBefore = !value.isEmpty() && Character.isWhitespace(value.charAt(0));
        boolean blankAfter = !value.isEmpty() && Character.isWhitespace(value.charAt(value.length() - 1));
        List<String> fields =
                value.isBlank() ? List.of() : List.of(value.strip().split("\\s+"));
        if (blankBefore && exists) {
            finish();
        }
        for (int i = 0; i < fields.size(); i++) {
            add(fields.get(i));
            if (i < fields.size() - 1 || blankAfter) {
                finish();
            }
        }
    }

    private void finish() {
        before.add(word.toString());
        word.setLength(0);
        exists = false;
    }
}
