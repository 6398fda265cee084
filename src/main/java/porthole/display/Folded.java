package porthole.display;

import java.util.List;
import java.util.Locale;

/**
 * Long texts of a page: the lines that matter are in sight, the others are folded under them, one click away. The plain
 * form has everything.
 */
public final class Folded {
    /** Lines that are shown whole. */
    private static final int WHOLE = 40;

    /** Lines of a long text that stay in sight. */
    private static final int HEAD = 20;

    /** Lines of a Web page that are shown whole; of a longer one, those up to its title stay in sight. */
    private static final int WEB_PAGE = 8;

    private static final Sentences SENTENCES = Sentences.of(Folded.class);

    private Folded() {}

    /**
     * Gives a text and what has to stay in sight under it.
     *
     * @param text what may be folded, safe to be shown
     * @param end what is shown under it, such as an exit code; may be empty
     * @param plain the plain form
     * @return HTML and plain text if something is folded, else plain text alone
     */
    public static MimeBundle of(String text, String end, String plain) {
        List<String> lines = text.lines().toList();
        int seen = inSight(lines);
        return seen == lines.size()
                ? MimeBundle.text(plain)
                : MimeBundle.html(html(lines, seen) + (end.isEmpty() ? "" : pre(end)), plain);
    }

    /** Gives the HTML of a text, folded if it is long. */
    public static String html(String text) {
        List<String> lines = text.lines().toList();
        int seen = inSight(lines);
        return seen == lines.size() ? pre(text) : html(lines, seen);
    }

    /**
     * Gives something folded under a sentence.
     *
     * @param summary what is folded, as text
     * @param html what appears when it is opened
     */
    public static String under(String summary, String html) {
        return "<details><summary style=\"cursor:pointer;opacity:.75\">" + Html.escape(summary) + "</summary>" + html
                + "</details>";
    }

    private static String html(List<String> lines, int seen) {
        return pre(String.join("\n", lines.subList(0, seen)))
                + under(
                        SENTENCES.say("folded", lines.size() - seen),
                        pre(String.join("\n", lines.subList(seen, lines.size()))));
    }

    private static int inSight(List<String> lines) {
        int title = title(lines);
        int least = title < 0 ? WHOLE : Math.max(title + 4, WEB_PAGE);
        return lines.size() <= least ? lines.size() : title < 0 ? HEAD : title + 1;
    }

    /** The line of a Web page's title, which says what it is; -1 if the text is none. */
    private static int title(List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), WHOLE); i++) {
            if (lines.get(i).toLowerCase(Locale.ROOT).contains("<title>")) {
                return i;
            }
        }
        return -1;
    }

    private static String pre(String text) {
        return "<pre>" + Html.escape(text) + "</pre>";
    }
}
