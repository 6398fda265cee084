package porthole.display;

/** Text made safe for HTML. */
public final class Html {
    private Html() {}

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
