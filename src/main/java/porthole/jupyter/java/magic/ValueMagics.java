package porthole.jupyter.java.magic;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import porthole.jupyter.java.words.CellWords;
import porthole.jupyter.magic.Arguments;

/** A magic whose value a variable takes, as IJava has it: {@code List<String> added = %jars lib/*.jar}. */
public final class ValueMagics {
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?m)^([ \\t]*[\\w$][\\w$<>\\[\\],.? \\t]*=[ \\t]*)%([A-Za-z]\\w*)(?:[ \\t]+(.*?))?;?[ \\t]*$");

    private ValueMagics() {}

    /** {@code code} with such lines in Java; each stays on its line. */
    public static String rewritten(String code, Predicate<String> isMagic) {
        return code.contains("%") ? ASSIGNED.matcher(code).replaceAll(m -> call(m, isMagic)) : code;
    }

    private static String call(MatchResult line, Predicate<String> isMagic) {
        if (!isMagic.test(line.group(2))) {
            return java.util.regex.Matcher.quoteReplacement(line.group());
        }
        String arguments = line.group(3) == null
                ? ""
                : Arguments.of(line.group(3)).stream().map(ValueMagics::literal).collect(Collectors.joining(", "));
        return java.util.regex.Matcher.quoteReplacement(line.group(1) + CellWords.class.getName() + ".lineMagic("
                + literal(line.group(2)) + ", java.util.List.of(" + arguments + "));");
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
