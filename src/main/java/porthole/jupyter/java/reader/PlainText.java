package porthole.jupyter.java.reader;

/** The HTML of Javadoc as text for a terminal. */
final class PlainText {
    private PlainText() {}

    static String of(String html) {
        return html.replaceAll("[ \\t]*\\R[ \\t]*", "\n")
                .replaceAll("(?i)</?(p|div|ul|ol|dl|pre|blockquote|table)>", "\n\n")
                .replaceAll("(?i)<(br|hr|tr|dt|dd|h\\d)>", "\n")
                .replaceAll("(?i)<li>", "\n- ")
                .replaceAll("(?i)</t[dh]>", "  ")
                .replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
