package porthole.display;

/** Text made safe for HTML. */
public final class Html {
    private Html() {}

    /**
     * A sentence that only helps where cells can be run, as an element of its own: "./porthole publish" leaves out each
     * {@code div} of the class {@code porthole-live}.
     *
     * @param style CSS for the element; may be empty
     * @param sentence the sentence, as text
     */
    public static String live(String style, String sentence) {
        return "<div class=\"porthole-live\"" + (style.isEmpty() ? "" : " style=\"" + style + "\"") + ">"
                + escape(sentence) + "</div>";
    }

    /**
     * A folded answer, as an element of the class {@code porthole-answer}: on paper, "./porthole publish" puts it at the end
     * of its section instead of under its question.
     *
     * @param summary what is in sight, as text
     * @param answer what is folded, as HTML
     */
    public static String folded(String summary, String answer) {
        return "<details class=\"porthole-answer\"><summary>" + escape(summary) + "</summary>" + answer + "</details>";
    }

    /**
     * {@code text} with the five characters escaped that mean something in HTML content and in quoted attributes, and
     * control characters made visible.
     */
    public static String escape(String anything) {
        String text = Visible.of(anything);
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
