package porthole.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Commands with what joins them: {@code docker network create shop && docker run --network shop nginx}, one or several
 * lines.
 *
 * @param steps in order
 */
public record Script(List<Step> steps) {
    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "for",
            "while",
            "until",
            "do",
            "done",
            "case",
            "esac",
            "select",
            "function",
            "time",
            "[[",
            "!",
            "{",
            "}");

    public Script {
        steps = List.copyOf(steps);
    }

    /** When a step runs, by how the one before it ended. */
    public enum Joint {
        /** It begins a line. */
        LINE,
        /** {@code ;}: always. */
        THEN,
        /** {@code &&}: after success. */
        AND,
        /** {@code ||}: after failure. */
        OR
    }

    /**
     * Commands between bars, of which each but the first reads what the one before it prints.
     *
     * @param joint when it runs
     * @param pipeline the words of each command, at least one
     */
    public record Step(Joint joint, List<List<String>> pipeline) {
        public Step {
            pipeline = pipeline.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Reads a text, variables taken from this process's environment.
     *
     * @throws LineException for an open quote, a variable that is not set, an operator without a command, and
     *     everything that only a shell can do
     */
    public static Script of(String text) {
        return of(text, Variables.ofProcess());
    }

    /** As {@link #of(String)}, with these variables. */
    static Script of(String line, Variables variables) {
        LineText text = new LineText(line);
        return new Script(new Parser(text, Lexer.tokens(text, Syntax.SCRIPT, variables)).steps());
    }

    /** Puts tokens together. */
    private static final class Parser {
        private final LineText text;
        private final List<Token> tokens;
        private final List<Step> steps = new ArrayList<>();
        private List<List<String>> pipeline = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private Joint joint = Joint.LINE;
        /** The operator that still waits for a command. */
        private Token.Operator open = new Token.Operator("\n", 0);

        Parser(LineText text, List<Token> tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        List<Step> steps() {
            for (Token token : tokens) {
                if (token instanceof Token.Operator operator) {
                    operator(operator);
                } else {
                    word((Token.Word) token);
                }
            }
            if (words.isEmpty() && wantsCommand(open)) {
                throw text.refused("operator.end", open.text(), open.at());
            }
            end();
            return steps;
        }

        private void word(Token.Word word) {
            if (words.isEmpty() && word.plain()) {
                if (RESERVED.contains(word.text())) {
                    throw text.refused("control", word.text(), word.at());
                }
                if (word.text().matches("[A-Za-z_]\\w*=.*")) {
                    throw text.refused("assignment", word.text(), word.at());
                }
            }
            words.add(word.text());
        }

        private void operator(Token.Operator next) {
            boolean line = next.text().equals("\n");
            if (words.isEmpty()) {
                if (!line) {
                    throw text.refused("operator.alone", next.text(), next.at());
                }
                if (!wantsCommand(open)) {
                    open = next;
                    joint = Joint.LINE;
                }
                return;
            }
            if (next.text().equals("|")) {
                pipeline.add(words);
                words = new ArrayList<>();
            } else {
                end();
                joint = switch (next.text()) {
                    case "&&" -> Joint.AND;
                    case "||" -> Joint.OR;
                    case ";" -> Joint.THEN;
                    default -> Joint.LINE;
                };
            }
            open = next;
        }

        private void end() {
            if (!words.isEmpty()) {
                pipeline.add(words);
                steps.add(new Step(joint, pipeline));
                pipeline = new ArrayList<>();
                words = new ArrayList<>();
            }
        }

        private static boolean wantsCommand(Token.Operator operator) {
            return !operator.text().equals("\n") && !operator.text().equals(";");
        }
    }
}
