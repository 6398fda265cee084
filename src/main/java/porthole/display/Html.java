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
