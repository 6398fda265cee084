package porthole.jupyter.java.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What cells written for BeakerX say and JShell does not take: a {@code package} at the top, names and imports of types
 * in such a package, and {@code return value;}. All is turned into blanks, so that lines and columns stay true.
 */
public final class Dialect {
    private static final Pattern PACKAGE = Pattern.compile(
            "package\\s+([\\p{javaJavaIdentifierPart}]+(?:\\s*\\.\\s*[\\p{javaJavaIdentifierPart}]+)*)\\s*;");

    private final Set<String> packages = new HashSet<>();

    /** {@code rest} without a {@code package} declaration at its start, above which comments may stand. */
    public String withoutPackage(String rest) {
        int code = Tokens.skipBlank(rest, 0);
        Matcher matcher = PACKAGE.matcher(rest).region(code, rest.length());
        if (!rest.startsWith("package", code) || !matcher.lookingAt()) {
            return rest;
        }
        packages.add(matcher.group(1).replaceAll("\\s", ""));
        return rest.substring(0, code).replaceAll("[^\\n]", " ")
                + matcher.group().replaceAll("[^\\n]", " ")
                + rest.substring(matcher.end());
    }

    /** Whether the snippet ends its cell. */
    public static boolean isReturn(String source) {
        return source.startsWith("return")
                && (source.length() == 6 || !Character.isJavaIdentifierPart(source.charAt(6)));
    }

    /** The value that {@code return} gives, as an expression; blank where it gives none. */
    public static String returned(String source) {
        StringBuilder value = new StringBuilder(source).replace(0, 6, "      ");
        List<Tokens.Token> tokens = Tokens.of(value.toString());
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).text().equals(";")) {
            value.setCharAt(tokens.get(tokens.size() - 1).start(), ' ');
        }
        return value.toString();
    }

    /** Whether {@code source} imports from a package that cells have declared: its types need no import. */
    public boolean isOwnImport(String source) {
        if (packages.isEmpty()) {
            return false;
        }
        String name = source.substring("import".length()).replaceAll("[\\s;]", "");
        int end = name.lastIndexOf('.');
        return end > 0 && packages.contains(name.substring(0, end));
    }

    /**
     * What the import {@code source} names below a type of such a package: {@code Enums.Colors} of {@code lecture.Enums.Colors},
     * {@code Enums.*} of {@code lecture.Enums.*}; empty where it names none.
     */
    public Optional<String> nested(String source) {
        String name = source.substring("import".length())
                .replaceFirst("^\\s+static\\s", "")
                .replaceAll("[\\s;]", "");
        return packages.stream()
                .filter(p -> name.startsWith(p + "."))
                .map(p -> name.substring(p.length() + 1))
                .filter(n -> n.indexOf('.') > 0)
                .findFirst();
    }

    /** {@code source} with the names of types in such a package made simple. */
    public String simple(String source) {
        if (packages.isEmpty()) {
            return source;
        }
        StringBuilder simple = new StringBuilder(source);
        List<Tokens.Token> tokens = Tokens.of(source);
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins = tokens.get(i).isWord() && (i == 0 || !isDot(tokens.get(i - 1)));
            int end = begins ? endOfPackage(tokens, i) : -1;
            for (int at = tokens.get(i).start(); at < end; at++) {
                simple.setCharAt(at, simple.charAt(at) == '\n' ? '\n' : ' ');
            }
        }
        return simple.toString();
    }

    /** Where the package and its last dot end that begin at token {@code from}; -1 where there is none. */
    private int endOfPackage(List<Tokens.Token> tokens, int from) {
        StringBuilder name = new StringBuilder();
        int found = -1;
        for (int i = from; i + 2 < tokens.size() && tokens.get(i).isWord() && isDot(tokens.get(i + 1)); i += 2) {
            name.append(name.isEmpty() ? "" : ".").append(tokens.get(i).text());
            boolean type = Character.isUpperCase(tokens.get(i + 2).text().charAt(0));
            if (type && packages.contains(name.toString())) {
                found = tokens.get(i + 1).end();
            }
        }
        return found;
    }

    private static boolean isDot(Tokens.Token token) {
        return token.text().equals(".");
    }
}
