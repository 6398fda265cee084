package porthole.jupyter.java.text;

import java.util.List;

/**
 * In what the end of a text stands.
 *
 * @param tokenStart where the last token begins
 * @param wordStart where the identifier at the end begins; the end where there is none
 */
public record CursorPlace(
        boolean isComment, boolean isString, boolean isAfterDot, boolean isReference, int tokenStart, int wordStart) {

    public static CursorPlace of(String before) {
        List<Tokens.Token> tokens = Tokens.of(before);
        Tokens.Token last = tokens.isEmpty() ? new Tokens.Token(" ", 0, 0) : tokens.get(tokens.size() - 1);
        String behind = before.substring(last.end());
        int slashes = behind.lastIndexOf("//");
        boolean isLineComment = slashes >= 0 && behind.indexOf('\n', slashes) < 0;
        boolean isComment = isLineComment || Tokens.endsInComment(before);
        int word = before.length();
        while (word > 0 && Character.isJavaIdentifierPart(before.charAt(word - 1))) {
            word--;
        }
        String rest = before.substring(0, word).stripTrailing();
        boolean isReference = rest.endsWith("::");
        boolean isNumber = rest.matches("(?s).*(^|[^\\w.])\\d+\\.");
        boolean isDot = rest.endsWith(".") && !rest.endsWith("..") && !isNumber;
        return new CursorPlace(
                isComment, !isComment && isOpen(last, before), isDot || isReference, isReference, last.start(), word);
    }

    private static boolean isOpen(Tokens.Token last, String before) {
        String text = last.text();
        boolean isString = text.startsWith("\"") && !text.startsWith("\"\"\"");
        return isString && last.end() == before.length() && (text.length() == 1 || !endsInQuote(text));
    }

    private static boolean endsInQuote(String text) {
        int slashes = 0;
        while (text.length() - 2 - slashes >= 0 && text.charAt(text.length() - 2 - slashes) == '\\') {
            slashes++;
        }
        return text.endsWith("\"") && slashes % 2 == 0;
    }
}
