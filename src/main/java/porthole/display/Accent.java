package porthole.display;

/**
 * The colour of a box in a page, and of a mark in it. A page may be white or dark, and HTML in an output cannot know which:
 * each colour has a contrast of at least 3:1 with both, and what is written stands in white on it, at 4.5:1 or more (WCAG 2.1,
 * success criteria 1.4.3 and 1.4.11).
 */
public enum Accent {
    /** What is right. */
    RIGHT("#0d7f66"),
    /** What is not right. */
    WRONG("#c24e0c"),
    /** What asks, tells or is left open. */
    ASKING("#1173b0");

    private final String colour;

    Accent(String colour) {
        this.colour = colour;
    }

    /**
     * Puts HTML into a box that has this colour at its left.
     *
     * @param html a fragment of HTML
     */
    public String box(String html) {
        return "<div style=\"border-left:4px solid " + colour + ";padding:2px 0 2px 10px;margin:2px 0\">" + html
                + "</div>";
    }

    /**
     * Gives a sign in white on this colour, as HTML.
     *
     * @param sign one character, as in ✓
     */
    public String mark(String sign) {
        return "<b style=\"background:" + colour + ";color:#fff;border-radius:3px;padding:0 4px\">" + Html.escape(sign)
                + "</b>";
    }
}
