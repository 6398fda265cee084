package porthole.jupyter.java.advice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.display.Nearest;

/** What to do about a name that means nothing. */
final class SymbolAdvice {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) ([^\\s(]+)");
    private static final Pattern OWNER = Pattern.compile(
            "location:\\s+(?:variable \\S+ of type|class|interface|enum|record|@interface) (\\S.*?)\\s*$",
            Pattern.DOTALL);
    private static final Pattern IN_PACKAGE = Pattern.compile("location:\\s+package (\\S+)");
    /** A name behind a type, behind a comma of such a declaration, or before a lambda's arrow. */
    private static final Pattern DECLARED = Pattern.compile(
            "(?<![\\w$])(?!(?:return|else|new|throw|case|do|instanceof|assert|yield)\\b)[\\w$.<>\\[\\],?]*[\\w$>\\]]"
                    + "\\s+([A-Za-z_$][\\w$]*)\\s*(?=[=;:,)\\[]|->)"
                    + "|,\\s*([A-Za-z_$][\\w$]*)\\s*(?=[=;])|([A-Za-z_$][\\w$]*)\\s*->");

    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");

    private static final Pattern TEXT = Pattern.compile("\\bString\\s+\\w+\\s*=\\s*$");

    private SymbolAdvice() {}

    static Optional<String> of(Mistake mistake, DeclaredNames names) {
        Matcher symbol = SYMBOL.matcher(mistake.message());
        if (!symbol.find()) {
            return Optional.empty();
        }
        String kind = symbol.group(1);
        String name = symbol.group(2);
        Matcher inPackage = IN_PACKAGE.matcher(mistake.message());
        if (inPackage.find()) {
            return Optional.of(say("symbol.package", inPackage.group(1), name)
                    + importing(name, names).map(s -> " " + s).orElse(""));
        }
        Matcher owner = OWNER.matcher(mistake.message());
        if (owner.find() && !kind.equals("class")) {
            return Optional.of(member(kind, name, owner.group(1), names));
        }
        Optional<String> waiting = names.waiting(name);
        if (waiting.isPresent()) {
            return waiting;
        }
        return Optional.of(
                switch (kind) {
                    case "method" -> method(name, mistake, names);
                    case "variable" -> variable(name, mistake, names);
                    default -> type(name, names);
                });
    }

    /** Something missing that a declaration refers to; none where it may well be declared later. */
    static Optional<String> missing(String missing, DeclaredNames names) {
        String[] words = missing.split(" ", 2);
        if (words.length < 2) {
            return Optional.empty();
        }
        String name = words[1].replaceFirst("\\(.*", "");
        if (words[0].equals("method")) {
            return nearest(name, names.methods()).map(n -> say("symbol.near", name + "()", n + "()"));
        }
        Optional<String> imported = Character.isUpperCase(name.charAt(0)) ? importing(name, names) : Optional.empty();
        return imported.or(() -> nearest(name, words[0].equals("variable") ? names.variables() : names.types())
                .map(n -> say("symbol.near", name, n)));
    }

    /** A package that is not there; the compiler takes an unknown name before a dot for one too. */
    static Optional<String> ofPackage(Mistake mistake, DeclaredNames names) {
        Matcher matcher = PACKAGE.matcher(mistake.message());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1);
        if (!name.contains(".") && Character.isUpperCase(name.charAt(0))) {
            return Optional.of(type(name, names));
        }
        if (!name.contains(".") && !mistake.before().strip().startsWith("import")) {
            return Optional.of(variable(name, mistake, names));
        }
        return Optional.of(nearest(name, names.packages())
                .map(n -> say("symbol.package.near", name, n))
                .orElseGet(() -> say("symbol.maven", name)));
    }

    private static String member(String kind, String name, String type, DeclaredNames names) {
        Collection<String> members = names.members(type);
        String simple = type.replaceAll("(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
        String asMethod = name + "()";
        if (kind.equals("variable") && members.contains(asMethod)) {
            return say("symbol.method.meant", name);
        }
        if (kind.equals("method") && (members.contains(name) || type.endsWith("[]"))) {
            return say("symbol.field.meant", members.contains(name) ? name : "length");
        }
        String wanted = kind.equals("method") ? asMethod : name;
        return nearest(wanted, members)
                .map(n -> say("symbol.member.near", simple, wanted, n))
                .orElseGet(() -> say("symbol.member", simple, wanted));
    }

    private static String method(String name, Mistake mistake, DeclaredNames names) {
        Collection<String> known = new ArrayList<>(names.methods());
        known.addAll(declaredMethods(mistake.source()));
        if (names.types().contains(name)
                || Pattern.compile("\\b(?:class|record) " + Pattern.quote(name) + "\\b")
                        .matcher(Literals.blanked(mistake.source()))
                        .find()) {
            return say("symbol.new", name);
        }
        return Habits.ofName(name, true)
                .or(() -> nearest(name, known).map(n -> say("symbol.near", name + "()", n + "()")))
                .orElseGet(() -> say("symbol.method", name));
    }

    private static String variable(String name, Mistake mistake, DeclaredNames names) {
        if (Character.isUpperCase(name.charAt(0)) && isOfLang(names.importable(name))) {
            return say("symbol.type.meant", name);
        }
        if (Character.isUpperCase(name.charAt(0)) && !names.importable(name).isEmpty()) {
            return type(name, names);
        }
        Collection<String> known = new ArrayList<>(names.variables());
        DECLARED.matcher(Literals.blanked(mistake.source()))
                .results()
                .flatMap(r -> Stream.of(r.group(1), r.group(2), r.group(3)))
                .filter(Objects::nonNull)
                .forEach(known::add);
        known.remove(name);
        known.removeIf(KEYWORDS::contains);
        if (Character.isUpperCase(name.charAt(0))) {
            known.addAll(names.types());
        }
        if (mistake.source().startsWith(".", mistake.start() + name.length())) {
            Optional<String> tool = Habits.ofClass(name);
            if (tool.isPresent()) {
                return tool.orElseThrow();
            }
        }
        Optional<String> habit = Habits.ofName(name, false);
        if (habit.isPresent()) {
            return habit.orElseThrow();
        }
        return nearest(name, known)
                .or(() -> nearest(name, names.methods())) // a word of the session may be a constant
                .map(n -> say("symbol.near", name, n))
                .orElseGet(() -> say(TEXT.matcher(mistake.before()).find() ? "habit.quotes" : "symbol.variable", name));
    }

    private static String type(String name, DeclaredNames names) {
        return Habits.ofName(name, false)
                .or(() -> importing(name, names))
                .orElseGet(() -> nearest(name, names.types())
                        .map(n -> say("symbol.near", name, n))
                        .orElseGet(() -> say("symbol.type", name)));
    }

    private static boolean isOfLang(List<String> importable) {
        return importable.stream().anyMatch(n -> n.matches("java\\.lang\\.[^.]+"));
    }

    private static Optional<String> importing(String name, DeclaredNames names) {
        List<String> found = names.importable(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                found.size() == 1
                        ? say("symbol.import", found.get(0))
                        : say("symbol.import.several", String.join(", ", found.subList(0, Math.min(4, found.size())))));
    }

    private static Collection<String> declaredMethods(String source) {
        List<String> found = new ArrayList<>();
        Pattern.compile("[\\w>\\]]\\s+([a-z]\\w*)\\s*\\([^)]*\\)\\s*(?:throws [\\w., ]+)?\\{")
                .matcher(Literals.blanked(source))
                .results()
                .forEach(r -> found.add(r.group(1)));
        return found;
    }

    private static Optional<String> nearest(String name, Collection<String> names) {
        return Nearest.to(name, names);
    }

    private static String say(String key, Object... parts) {
        return Rule.SENTENCES.say(key, parts);
    }

    private static final List<String> KEYWORDS = List.of(
            "for",
            "int",
            "new",
            "return",
            "while",
            "double",
            "long",
            "class",
            "void",
            "public",
            "private",
            "static",
            "final",
            "this",
            "else",
            "if",
            "try",
            "catch",
            "var",
            "import",
            "do",
            "case",
            "char",
            "byte",
            "short",
            "float",
            "null",
            "true",
            "false",
            "switch",
            "throw",
            "throws",
            "super",
            "record",
            "enum",
            "interface");
}
