package porthole.jupyter.java.show;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import porthole.display.Html;
import porthole.display.MimeBundle;
import porthole.display.Table;

/**
 * Values in rows and columns, numbers to the right. The page gives the colours, so that it reads on light and dark.
 *
 * @param caption below it, how much of the whole is shown; empty where it is all
 */
record Grid(List<String> columns, List<List<@Nullable Object>> rows, String caption) {
    /** Columns at most. */
    static final int COLUMNS = 30;

    private static final String CELL = "vertical-align:top;padding:2px 12px 2px 0;text-align:";

    /** Both forms. */
    MimeBundle bundle() {
        return bundle(text());
    }

    /** The table with another text. */
    MimeBundle bundle(String text) {
        return MimeBundle.html(html(), text);
    }

    private int width() {
        return Math.min(COLUMNS, columns.size());
    }

    private List<String> shown(List<? extends @Nullable Object> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            cells.add(ShownText.brief(row.get(i)));
        }
        return cells;
    }

    private String below() {
        String more = columns.size() > COLUMNS
                ? ShownText.SENTENCES.say("grid.columns", COLUMNS, ShownText.number(columns.size()))
                : "";
        return caption.isEmpty() || more.isEmpty() ? caption + more : caption + "; " + more;
    }

    String text() {
        List<List<String>> lines = rows.stream().map(this::shown).toList();
        String table = new Table(columns.subList(0, width()), lines).text();
        return below().isEmpty() ? table : table + "\n" + below();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.stream().allMatch(r -> r.get(column) == null || r.get(column) instanceof Number);
    }

    String html() {
        List<List<String>> lines = rows.stream().map(this::shown).toList();
        List<String> wrapping = Table.wrapping(columns.subList(0, width()), lines);
        List<String> styles = new ArrayList<>();
        for (int i = 0; i < width(); i++) {
            styles.add(CELL + (isNumeric(i) ? "right;" : "left;") + wrapping.get(i));
        }
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse\">\n");
        if (columns.stream().anyMatch(c -> !c.isEmpty())) {
            html.append("<thead>").append(Table.row("th", columns, styles)).append("</thead>\n");
        }
        html.append("<tbody>\n");
        lines.forEach(line -> html.append(Table.row("td", line, styles)).append('\n'));
        html.append("</tbody></table>");
        if (!below().isEmpty()) {
            html.append("\n<div style=\"font-size:smaller;opacity:0.75\">")
                    .append(Html.escape(below()))
                    .append("</div>");
        }
        return html.toString();
    }
}
