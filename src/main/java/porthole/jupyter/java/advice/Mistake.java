package porthole.jupyter.java.advice;

/**
 * What the compiler does not accept.
 *
 * @param code the compiler's name of it, without {@code compiler.err.}
 * @param message its English message, with the lines that say where
 * @param source the text that was compiled
 * @param start where in {@code source} the marked part begins
 * @param end where it ends, exclusive
 */
public record Mistake(String code, String message, String source, int start, int end) {
    /** The marked part. */
    String marked() {
        int from = Math.max(0, Math.min(start, source.length()));
        return source.substring(from, Math.max(from, Math.min(end, source.length())));
    }

    /** The line on which the marked part begins, with its strings blanked. */
    String line() {
        String code = Literals.blanked(source);
        int from = Math.max(0, Math.min(start, code.length()));
        int end = code.indexOf('\n', from);
        return code.substring(code.lastIndexOf('\n', from - 1) + 1, end < 0 ? code.length() : end);
    }

    /** The line on which the marked part begins, up to it. */
    String before() {
        int from = Math.max(0, Math.min(start, source.length()));
        return source.substring(source.lastIndexOf('\n', from - 1) + 1, from);
    }
}
