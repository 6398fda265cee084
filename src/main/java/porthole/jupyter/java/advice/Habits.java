package porthole.jupyter.java.advice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write who know another language, or whom nobody has told yet what a name may be. */
final class Habits {
    private static final String TYPES = "(?:int|long|double|float|char|byte|short|boolean|String|var|final)";

    /** Java's words that look like good names. */
    private static final String WORDS =
            "(abstract|assert|break|byte|case|catch|char|class|const|continue|default|do|double"
                    + "|else|enum|extends|final|finally|float|for|goto|if|import|int|interface|long|native|new|null|package"
                    + "|private|protected|public|return|short|static|super|switch|synchronized|this|throw|throws|transient|true"
                    + "|false|try|void|volatile|while)";

    /** What another name is called in Java. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("Int", "int"),
            Map.entry("INT", "int"),
            Map.entry("integer", "int"),
            Map.entry("Char", "char"),
            Map.entry("Bool", "boolean"),
            Map.entry("bool", "boolean"),
            Map.entry("str", "String"),
            Map.entry("Str", "String"),
            Map.entry("None", "null"),
            Map.entry("nil", "null"),
            Map.entry("NULL", "null"),
            Map.entry("undefined", "null"),
            Map.entry("True", "true"),
            Map.entry("False", "false"));

    private static final Set<String> PRINTS =
            Set.of("print", "println", "printf", "puts", "echo", "cout", "console", "printn");

    private static final Set<String> DECLARES = Set.of("let", "const", "val", "auto", "mut");

    private static final Set<String> ENDS = Set.of("exit", "quit", "bye");

    /** Classes whose methods are called on their names. */
    private static final Set<String> TOOLS = Set.of(
            "System",
            "Math",
            "Integer",
            "Double",
            "Long",
            "Boolean",
            "Character",
            "Arrays",
            "Collections",
            "Objects",
            "Thread",
            "Files");

    /**
     * Of a line with its strings blanked, and with the semicolon that JShell adds to what may be a declaration ({@code docker
     * ps}). The groups fill the sentence's places.
     */
    private static final List<Rule> COMMANDS = List.of(
            Rule.rule("", "^\\s*(docker(?:-compose)?\\s+[a-z-][^=(;]*?)\\s*;?\\s*$", "habit.magic"),
            Rule.rule(
                    "",
                    "^\\s*(curl\\s+(?:[^\\s=(;]+\\s+)*((?:[a-z]+://)?[\\w.-]+(?::\\d+)?(?:/\\S*)?))\\s*;?\\s*$",
                    "habit.curl"),
            Rule.rule("", "^\\s*cd\\s+([^=(;]+?)/?\\s*;?\\s*$", "habit.cd"),
            Rule.rule(
                    "",
                    "^\\s*(ls|pwd|whoami|(?:ping|ip|ls|cat|sudo|apt|apt-get|mkdir|rm|cp|mv|grep|iptables|nft|ss|netstat"
                            + "|ifconfig|brctl|nslookup|dig|wget|uname)\\s+[^=(;]+)$",
                    "habit.shell"));

    /** As {@link #COMMANDS}. */
    private static final List<Rule> LINES = List.of(
            Rule.rule("", "^\\s*(?:def|function|func|fun)\\s+\\w+\\s*\\(", "habit.method"),
            Rule.rule("", "\\b" + TYPES + "\\s+" + WORDS + "\\s*(?:=|;|,)", "habit.keyword"),
            Rule.rule("", "\\b" + TYPES + "\\s+(\\d+[A-Za-z_]\\w*)\\s*(?:=|;|,)", "habit.digit"),
            Rule.rule("", "=\\s*(\\d+),(\\d+)\\s*;", "habit.comma"),
            Rule.rule("", "=\\s*\\[", "habit.list"),
            Rule.rule("", "\\b(elif|elsif|elseif)\\b", "habit.elseif"),
            Rule.rule("", "\\bfor\\s*\\([^;()]*,[^;()]*,[^;()]*\\)", "habit.for"),
            Rule.rule("", "^\\s*(?:if|while|for)\\b[^{]*[^\\s?]:\\s*$", "habit.colon"),
            Rule.rule("", "\\b(?:if|while)\\b[^{]*[\\w)]\\s+(?:and|or|not)\\s+[\\w(!]", "habit.and"),
            Rule.rule("", "^\\s*(?:print|puts|echo)(?:\\s|$)", "habit.print"),
            Rule.rule("", "[\\w)]\\s*=>", "habit.arrow"),
            Rule.rule("", "^\\s*(?:let|const|val)\\s+\\w+\\s*=", "habit.variable"));

    private Habits() {}

    /** A name that means nothing in Java. */
    static Optional<String> ofName(String name, boolean isCall) {
        if (PRINTS.contains(name) && (isCall || name.equals("cout") || name.equals("console"))) {
            return Optional.of(Rule.SENTENCES.say("habit.print"));
        }
        if (DECLARES.contains(name)) {
            return Optional.of(Rule.SENTENCES.say("habit.variable"));
        }
        if (ENDS.contains(name)) {
            return Optional.of(Rule.SENTENCES.say("habit.exit"));
        }
        return Optional.ofNullable(MEANT.get(name)).map(meant -> Rule.SENTENCES.say("symbol.near", name, meant));
    }

    /** A class of the JDK whose name was written small, as in {@code system.out}. */
    static Optional<String> ofClass(String name) {
        return TOOLS.stream()
                .filter(tool -> tool.equalsIgnoreCase(name))
                .findFirst()
                .map(tool -> Rule.SENTENCES.say("symbol.near", name, tool));
    }

    /** A command of a terminal that was typed as it is there, whatever the compiler has made of it. */
    static Optional<String> ofCommand(Mistake mistake) {
        return Rule.first(COMMANDS, "", mistake.line());
    }

    /** As {@link #ofCommand}, of what Java takes for a declaration: a type {@code docker} and a name {@code ps}. */
    static Optional<String> ofDeclaration(String source) {
        return source.stripLeading().matches("(?s)(docker|docker-compose|curl|cd)\\s.*")
                ? Rule.first(COMMANDS, "", source)
                : Optional.empty();
    }

    /** A line that the compiler could not read. */
    static Optional<String> ofLine(Mistake mistake) {
        if (mistake.source().stripLeading().matches("(?s)else\\b.*")) {
            return Optional.of(Rule.SENTENCES.say("habit.else"));
        }
        return Rule.first(LINES, "", mistake.line());
    }

    /** The call of a {@code main} that is declared in {@code source} and not called there. */
    static Optional<String> main(String source) {
        String code = Literals.blanked(source);
        Matcher main = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(\\s*(?:final\\s+)?String\\b")
                .matcher(code);
        if (!main.find()
                || Pattern.compile("\\bmain\\s*\\(").matcher(code).results().count() > 1) {
            return Optional.empty();
        }
        String home = "";
        Matcher type =
                Pattern.compile("\\b(?:class|record|enum|interface)\\s+(\\w+)").matcher(code);
        while (type.find() && type.start() < main.start()) {
            home = depth(code, type.start()) == 0 ? type.group(1) + "." : home;
        }
        String before = depth(code, main.start()) == 0 ? "" : home;
        return Optional.of(Rule.SENTENCES.say("doubtful.main", before + "main(new String[0])"));
    }

    private static long depth(String code, int end) {
        String before = code.substring(0, end);
        return before.chars().filter(c -> c == '{').count()
                - before.chars().filter(c -> c == '}').count();
    }
}
