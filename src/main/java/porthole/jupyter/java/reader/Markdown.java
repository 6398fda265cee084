package porthole.jupyter.java.reader;

import porthole.display.Html;

/** The Markdown of {@code ///} comments as HTML: paragraphs, lists, headings, code and emphasis, and all else as text. */
final class Markdown {
    private Markdown() {}

    /** @param text a piece of a comment, between two tags of Javadoc's */
    static String html(String text) {
        return Html.escape(text)
                .replaceAll("(?ms)^[ ]{0,3}```[^\\n]*\\n(.*?)^[ ]{0,3}```[ ]*$", "<pre>$1</pre>")
                .replaceAll("(?m)^[ ]{0,3}#{1,6} (.+)$", "<h4>$1</h4>")
                .replaceAll("(?:\\A|\\n[ ]*)[-*+] ", "<li>")
                .replaceAll("\\n[ ]*\\n(?!<li>|<pre>|<h4>)", "\n<p>")
                .replaceAll("`([^`\\n]+)`", "<code>$1</code>")
                .replaceAll("\\*\\*([^*\\n]+)\\*\\*", "<b>$1</b>")
                .replaceAll("(?<![\\w*])\\*([^*\\s][^*\\n]*)\\*", "<i>$1</i>")
                .replaceAll("(?<!\\w)_([^_\\s][^_\\n]*)_(?!\\w)", "<i>$1</i>");
    }
}
