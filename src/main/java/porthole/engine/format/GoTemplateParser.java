package porthole.engine.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.EngineSentences;
import porthole.engine.format.GoTemplate.Block;
import porthole.engine.format.GoTemplate.Call;
import porthole.engine.format.GoTemplate.Chain;
import porthole.engine.format.GoTemplate.Expression;
import porthole.engine.format.GoTemplate.Literal;
import porthole.engine.format.GoTemplate.Part;
import porthole.engine.format.GoTemplate.Print;
import porthole.engine.format.GoTemplate.Text;

/** Reads a template into its parts. */
final class GoTemplateParser {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|:=|\\||\\(|\\)|,|\\$?\\w*(?:\\.\\w+)+|\\$\\w*|\\.|-?\\d+(?:\\.\\d+)?|\\w+)");
    private static final List<String> BLOCKS = List.of("if", "range", "with");
    private static final List<String> ENDS = List.of("end", "else");

    private final String text;
    private int at;
    private boolean trimNext;
    private List<String> tokens = List.of();
    private int next;

    GoTemplateParser(String text) {
        this.text = text;
    }

    List<Part> parse() {
        List<Part> parts = until();
        if (!tokens.isEmpty()) {
            throw EngineSentences.sentence("format.stray", String.join(" ", tokens));
        }
        return parts;
    }

    /** Parts up to an {@code end} or {@code else}, whose words are left in {@code tokens}; they are empty at the end. */
    private List<Part> until() {
        List<Part> parts = new ArrayList<>();
        while (action(parts)) {
            if (tokens.isEmpty()) {
                continue;
            }
            String word = tokens.get(0);
            if (ENDS.contains(word)) {
                return parts;
            }
            next = BLOCKS.contains(word) ? 1 : 0;
            parts.add(BLOCKS.contains(word) ? block(word) : print());
        }
        tokens = List.of();
        return parts;
    }

    /** Takes the text before the next action and the action's words; {@code false} where none is left. */
    private boolean action(List<Part> parts) {
        int open = text.indexOf("{{", at);
        String before = text.substring(at, open < 0 ? text.length() : open);
        boolean trimBefore = open >= 0 && text.startsWith("{{- ", open);
        before = trimNext ? before.stripLeading() : before;
        parts.add(new Text(trimBefore ? before.stripTrailing() : before));
        if (open < 0) {
            at = text.length();
            trimNext = false;
            return false;
        }
        int close = text.indexOf("}}", open);
        if (close < 0) {
            throw EngineSentences.sentence("format.open", text.substring(open));
        }
        trimNext = text.startsWith(" -}}", close - 2);
        String inside = text.substring(open + (trimBefore ? 3 : 2), close - (trimNext ? 1 : 0))
                .strip();
        at = close + 2;
        tokens = inside.startsWith("/*") ? List.of() : tokens(inside);
        return true;
    }

    private static List<String> tokens(String inside) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(inside);
        int end = 0;
        while (end < inside.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(String.valueOf(matcher.group(1)));
            end = matcher.end();
        }
        if (!inside.substring(end).isBlank() || tokens.isEmpty()) {
            throw EngineSentences.sentence("format.bad", inside.substring(end), "{{" + inside + "}}");
        }
        return tokens;
    }

    private Part block(String word) {
        List<String> variables = variables();
        Expression value = pipeline();
        List<Part> body = until();
        List<Part> otherwise = List.of();
        if (tokens.size() > 1 && tokens.get(0).equals("else")) {
            // "else if" is an if in the else, with one end for both.
            String inner = tokens.get(1);
            if (!BLOCKS.contains(inner)) {
                throw EngineSentences.sentence("format.stray", String.join(" ", tokens));
            }
            next = 2;
            return new Block(word, variables, value, body, List.of(block(inner)));
        }
        if (tokens.equals(List.of("else"))) {
            otherwise = until();
        }
        if (!tokens.equals(List.of("end"))) {
            throw EngineSentences.sentence("format.end", word);
        }
        return new Block(word, variables, value, body, otherwise);
    }

    private Part print() {
        List<String> variables = variables();
        return new Print(variables.isEmpty() ? "" : variables.get(0), pipeline());
    }

    /** {@code $a :=} or {@code $a, $b :=}. */
    private List<String> variables() {
        int assign = tokens.indexOf(":=");
        if (assign < 0) {
            return List.of();
        }
        List<String> names = tokens.subList(next, assign).stream()
                .filter(t -> !t.equals(","))
                .toList();
        next = assign + 1;
        return names;
    }

    private Expression pipeline() {
        Expression value = command(Optional.empty());
        while (peek().equals("|")) {
            next++;
            value = command(Optional.of(value));
        }
        if (next < tokens.size() && !peek().equals(")")) {
            throw EngineSentences.sentence("format.bad", peek(), "{{" + String.join(" ", tokens) + "}}");
        }
        return value;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private Expression command(Optional<Expression> piped) {
        String word = peek();
        if (!word.matches("[a-zA-Z_]\\w*") || List.of("true", "false", "nil").contains(word)) {
            Expression value = operand();
            if (piped.isPresent()) {
                throw EngineSentences.sentence("format.bad", word, "{{" + String.join(" ", tokens) + "}}");
            }
            return value;
        }
        GoFunctions.require(word);
        next++;
        List<Expression> arguments = new ArrayList<>();
        while (next < tokens.size() && !List.of("|", ")").contains(peek())) {
            arguments.add(operand());
        }
        piped.ifPresent(arguments::add);
        return new Call(word, arguments);
    }

    private Expression operand() {
        String token = peek();
        next++;
        if (token.equals("(")) {
            Expression inner = pipeline();
            if (!peek().equals(")")) {
                throw EngineSentences.sentence("format.bad", "(", "{{" + String.join(" ", tokens) + "}}");
            }
            next++;
            if (peek().startsWith(".") && peek().length() > 1) {
                String fields = peek();
                next++;
                return new Chain(Optional.of(inner), "", fields(fields));
            }
            return inner;
        }
        if (token.startsWith(".") || token.startsWith("$")) {
            int dot = token.indexOf('.');
            String variable = dot < 0 ? token : token.substring(0, dot);
            return new Chain(Optional.empty(), variable, dot < 0 ? List.of() : fields(token.substring(dot)));
        }
        return new Literal(literal(token));
    }

    private static List<String> fields(String chain) {
        return Arrays.stream(chain.split("\\.", -1)).filter(f -> !f.isEmpty()).toList();
    }

    private JsonNode literal(String token) {
        if (token.startsWith("\"")) {
            return TextNode.valueOf(token.substring(1, token.length() - 1).translateEscapes());
        } else if (token.startsWith("`")) {
            return TextNode.valueOf(token.substring(1, token.length() - 1));
        } else if (token.equals("true") || token.equals("false")) {
            return BooleanNode.valueOf(token.equals("true"));
        } else if (token.equals("nil")) {
            return NullNode.getInstance();
        } else if (token.matches("-?\\d{1,18}")) {
            return LongNode.valueOf(Long.parseLong(token));
        } else if (token.matches("-?\\d+\\.\\d+")) {
            return DoubleNode.valueOf(Double.parseDouble(token));
        }
        throw EngineSentences.sentence("format.bad", token, "{{" + String.join(" ", tokens) + "}}");
    }
}
