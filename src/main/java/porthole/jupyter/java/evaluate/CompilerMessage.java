package porthole.jupyter.java.evaluate;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javax.tools.Diagnostic;
import jdk.jshell.Diag;
import porthole.jupyter.java.text.JShellNames;

/**
 * What javac says of a cell's text, by way of JShell or without it.
 *
 * @param code javac's name for it, without {@code compiler.err.}
 * @param start where in the text it begins, in UTF-16 units
 * @param end where it ends, exclusive
 * @param text the message in a language, without the names of classes that are around a snippet
 */
record CompilerMessage(String code, boolean isError, int start, int end, Function<Locale, String> text) {
    /**
     * Mistakes that javac finds once it has read the text as an expression or statement and knows what each name means.
     * It finds the same, whichever class is around it.
     */
    private static final Set<String> OF_MEANING = Set.of(
            "cant.resolve",
            "cant.resolve.location",
            "cant.resolve.location.args",
            "cant.apply.symbol",
            "cant.apply.symbols",
            "prob.found.req",
            "operator.cant.be.applied",
            "operator.cant.be.applied.1",
            "incomparable.types");

    /** As JShell passes it on. */
    static CompilerMessage of(Diag diagnostic) {
        return new CompilerMessage(
                code(diagnostic.getCode()),
                diagnostic.isError(),
                (int) Math.max(0, diagnostic.getStartPosition()),
                (int) Math.max(0, diagnostic.getEndPosition()),
                diagnostic::getMessage);
    }

    /**
     * As javac says it itself.
     *
     * @param offset where the cell's text begins in what was compiled
     */
    static CompilerMessage of(Diagnostic<?> diagnostic, int offset) {
        return new CompilerMessage(
                code(diagnostic.getCode()),
                diagnostic.getKind() == Diagnostic.Kind.ERROR,
                (int) diagnostic.getStartPosition() - offset,
                (int) diagnostic.getEndPosition() - offset,
                locale -> JShellNames.withoutClasses(diagnostic.getMessage(locale)));
    }

    private static String code(String full) {
        return String.valueOf(full).replaceFirst("^compiler\\.err\\.", "");
    }

    /**
     * Whether the mistake is that of {@code source} itself, whatever is around it: what a type is inferred from lies
     * partly outside.
     */
    boolean isAboutMeaning(String source) {
        boolean isInside = start >= 0 && end <= source.length();
        return isInside && OF_MEANING.contains(code) && !text.apply(Locale.ROOT).contains("infer");
    }
}
