package porthole.command;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words and operators. */
final class Lexer {
    /** Longest first. */
    private static final List<String> OPERATORS = List.of("&&", "||", "|&", ";", "|", "\n");

    private final LineText text;
    private final Syntax syntax;
    private final Variables variables;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(LineText text, Syntax syntax, Variables variables) {
        this.text = text;
        this.syntax = syntax;
        this.variables = variables;
    }

    static List<Token> tokens(LineText text, Syntax syntax, Variables variables) {
        Lexer lexer = new Lexer(text, syntax, variables);
        while (text.more()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    /** Whether an unquoted {@code c} ends a word. */
    static boolean endsWord(char c, Syntax syntax) {
        return Character.isWhitespace(c) || (syntax.strict() && "&|;<>()".indexOf(c) >= 0);
    }

    private void next() {
        char c = text.here();
        if (text.sees("\\\n")) {
            text.at += 2;
        } else if (c == '\n' && syntax.strict()) {
            operator();
        } else if (Character.isWhitespace(c)) {
            text.at++;
        } else if (c == '#') {
            comment();
        } else if (endsWord(c, syntax)) {
            operator();
        } else if (syntax.strict() && isDescriptor()) {
            redirection();
        } else {
            tokens.addAll(new WordReader(text, syntax, variables).read());
        }
    }

    private void comment() {
        int end = text.all.indexOf('\n', text.at);
        text.at = end < 0 ? text.all.length() : end;
    }

    /** Digits with a redirection close after them: {@code 2>}. */
    private boolean isDescriptor() {
        int n = 0;
        while (Character.isDigit(text.ahead(n))) {
            n++;
        }
        return n > 0 && (text.ahead(n) == '>' || text.ahead(n) == '<');
    }

    private void operator() {
        int from = text.at;
        char c = text.here();
        if (c == '<' || c == '>' || text.sees("&>")) {
            redirection();
            return;
        }
        if (c == '(' || c == ')') {
            throw text.refused("subshell", String.valueOf(c), from);
        }
        if (text.sees(";;")) {
            throw text.refused("control", ";;", from);
        }
        String found = OPERATORS.stream().filter(text::sees).findFirst().orElse("&");
        if (found.equals("&")) {
            throw text.refused(syntax == Syntax.WORDS ? "words.operator" : "background", found, from);
        }
        text.at += found.length();
        tokens.add(new Token.Operator(found.equals("|&") ? "|" : found, from));
    }

    /** Both streams are shown and go through a bar anyway, so {@code 2>&1} changes nothing; all others are refused. */
    private void redirection() {
        int from = text.at;
        if (syntax == Syntax.SCRIPT && text.sees("2>&1") && (text.ahead(4) == 0 || endsWord(text.ahead(4), syntax))) {
            text.at += 4;
            return;
        }
        while ("&0123456789".indexOf(text.here()) >= 0) {
            text.at++;
        }
        boolean here = text.sees("<<");
        while ("<>&|".indexOf(text.here()) >= 0 && text.more()) {
            text.at++;
        }
        String sign = text.all.substring(from, text.at);
        String key = syntax == Syntax.WORDS ? "words.operator" : here ? "heredoc" : "redirection";
        throw text.refused(key, sign, from);
    }
}
