package porthole.jupyter.java.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.jspecify.annotations.Nullable;

/** A cell cut into Java and magics. */
public final class CellParts {
    private static final Pattern MAGIC = Pattern.compile("%{1,2}([A-Za-z][\\w.-]*)(?:[ \\t]+(.*))?", Pattern.DOTALL);

    private static final String NAME =
            "((?:%{1,2}|\\p{javaJavaIdentifierStart})[\\p{javaJavaIdentifierPart}.-]*(?:\\(\\))?)";

    private static final String CALL = "\\((?:[^()?\\n]|\\([^()?\\n]*\\))*+\\)";

    private static final String TYPES = "<[^<>?\\n]*+(?:<[^<>?\\n]*+>[^<>?\\n]*+)*+>";

    /** Whatever is named along dots: {@code new Dog().bark}, {@code List<String>}, {@code rex::bark}. */
    private static final String CHAIN =
            "((?:@|new[ \t]+)?\\p{javaJavaIdentifierStart}(?:[\\p{javaJavaIdentifierPart}.#:]++|" + CALL + "|" + TYPES
                    + ")*+)";

    /** At the end of a cell no Java looks so; in its middle it may, where {@code ?} chooses one of two values. */
    private static final Pattern QUESTION = Pattern.compile("[ \t]*(?:" + NAME + "[ \t]*(\\?{1,2})|(\\?{1,2})[ \t]*"
            + NAME + "|" + CHAIN + "(\\?{1,2})|(\\?{1,2}))[ \t]*;?\\s*");

    private CellParts() {}

    /** A stretch of a cell. */
    public sealed interface Part {
        /** Where it begins in the cell. */
        int offset();
    }

    /** Java text. */
    public record Java(String text, int offset) implements Part {}

    /**
     * A magic.
     *
     * @param body the cell below a {@code %%name}
     * @param argumentsAt where the arguments begin in the cell
     */
    public record Magic(
            String name, String arguments, @Nullable String body, int offset, int argumentsAt) implements Part {}

    /**
     * A name with a question mark, at the cell's end.
     *
     * @param name empty where the question mark stands alone
     * @param detailed where there were two
     */
    public record Question(String name, boolean detailed, int offset) implements Part {}

    /** A shell command; or Java that negates something, where that compiles when its turn comes. */
    public record Shell(String command, int offset) implements Part {}

    /**
     * Cuts a cell.
     *
     * @param code the cell
     * @param isMagic whether a name is one of the magics: {@code a} on one line and {@code %b} on the next is a
     *     remainder unless b is
     */
    public static List<Part> of(String code, SourceCodeAnalysis analysis, Predicate<String> isMagic) {
        int first = Tokens.skipBlank(code, 0); // a comment may stand above a magic for the cell
        if (code.startsWith("%%", first)) {
            int line = lineEnd(code, first);
            Matcher asked = question(code, first);
            if (asked.matches()) {
                return List.of(question(asked));
            }
            return List.of(magic(code, first, line, code.substring(Math.min(line + 1, code.length()))));
        }
        List<Part> parts = new ArrayList<>();
        int java = 0;
        int at = 0;
        while (at < code.length()) {
            int end = lineEnd(code, at);
            Matcher asked = question(code, at);
            if (asked.matches() && mayStart(code.substring(java, at), analysis, true)) {
                addJava(parts, code.substring(java, at), java);
                parts.add(question(asked));
                return parts;
            }
            if (isSpecial(code, at, end)
                    && mayStart(code.substring(java, at), analysis, mayFollow(code, at, end, isMagic))) {
                addJava(parts, code.substring(java, at), java);
                parts.add(
                        code.charAt(at) == '!'
                                ? new Shell(code.substring(at + 1, end).strip(), at)
                                : magic(code, at, end, null));
                java = Math.min(end + 1, code.length());
            }
            at = end + 1;
        }
        addJava(parts, code.substring(java), java);
        return parts;
    }

    private static Matcher question(String code, int from) {
        return QUESTION.matcher(code).region(from, code.length());
    }

    private static Question question(Matcher asked) {
        String name = firstOf(asked, 1, 4, 5);
        boolean detailed = firstOf(asked, 2, 3, 6, 7).length() == 2;
        return new Question(name.replaceFirst("\\(\\)$", ""), detailed, asked.start());
    }

    private static String firstOf(Matcher matcher, int... groups) {
        for (int group : groups) {
            String found = matcher.group(group);
            if (found != null) {
                return found;
            }
        }
        return "";
    }

    private static void addJava(List<Part> parts, String text, int offset) {
        if (!Tokens.isEmpty(text)) {
            parts.add(new Java(text, offset));
        }
    }

    /** Operators that go on with the line above: no shell command is above them. */
    private static final Pattern GOES_ON = Pattern.compile("\\s*(?:&&|\\|\\||[?&|^=.](?![%!])).*", Pattern.DOTALL);

    private static boolean isSpecial(String code, int at, int end) {
        return code.charAt(at) == '!'
                ? end > at + 1
                        && code.charAt(at + 1) != '='
                        && !GOES_ON.matcher(code.substring(end)).matches()
                : MAGIC.matcher(code.substring(at, end)).matches();
    }

    /** Whether what is no Java may follow an expression that no semicolon ends. */
    private static boolean mayFollow(String code, int at, int end, Predicate<String> isMagic) {
        return code.charAt(at) == '!' || isMagic.test(magic(code, at, end, null).name());
    }

    private static boolean mayStart(String before, SourceCodeAnalysis analysis, boolean mayFollow) {
        String rest = before;
        while (!Tokens.isEmpty(rest)) {
            CompletionInfo unit = analysis.analyzeCompletion(rest);
            if (!unit.completeness().isComplete()) {
                return unit.completeness() == Completeness.UNKNOWN;
            }
            if (unit.remaining().isBlank()) {
                return mayFollow || Tokens.endsWithSemicolon(rest) || isBlock(rest);
            }
            rest = unit.remaining();
        }
        return true;
    }

    private static boolean isBlock(String code) {
        List<Tokens.Token> tokens = Tokens.of(code);
        return tokens.get(tokens.size() - 1).text().equals("}");
    }

    private static Magic magic(String code, int at, int end, @Nullable String body) {
        String line = code.substring(at, end);
        Matcher matcher = MAGIC.matcher(line);
        if (!matcher.matches()) {
            return new Magic(line.substring(Math.min(2, line.length())), "", body, at, end);
        }
        String arguments = matcher.group(2) == null ? "" : matcher.group(2);
        int argumentsAt = matcher.group(2) == null ? end : at + matcher.start(2);
        return new Magic(matcher.group(1), arguments.strip().replace("\\\n", " "), body, at, argumentsAt);
    }

    /** The end of the line, or of its last continuation where a backslash ends it. */
    private static int lineEnd(String code, int at) {
        int end = code.indexOf('\n', at);
        while (end > at && code.charAt(end - 1) == '\\' && "%!".indexOf(code.charAt(at)) >= 0) {
            end = code.indexOf('\n', end + 1);
        }
        return end < 0 ? code.length() : end;
    }
}
