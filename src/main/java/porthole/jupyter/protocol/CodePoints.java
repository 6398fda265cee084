package porthole.jupyter.protocol;

/**
 * Cursor positions. Since protocol 5.2 Jupyter counts Unicode code points; Java counts UTF-16 units. Both are clamped to
 * the text, because a front end's cursor may be behind its own edits.
 */
final class CodePoints {
    private CodePoints() {}

    /** The UTF-16 index of the code point number {@code points}. */
    static int toUnits(String text, int points) {
        int limit = Math.min(Math.max(points, 0), text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, limit);
    }

    /** How many code points stand before the UTF-16 index {@code units}. */
    static int fromUnits(String text, int units) {
        return text.codePointCount(0, Math.min(Math.max(units, 0), text.length()));
    }
}
