package porthole.display;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows under columns. As HTML it carries its own style (GitHub and nbconvert drop style sheets) and leaves colours to
 * the page, so that it reads on light and dark; as text its columns line up, wide (CJK) characters included.
 *
 * @param columns the headings
 * @param rows each as long as {@code columns}
 */
public record Table(List<String> columns, List<List<String>> rows) implements Displayable {
    private static final String CELL = "text-align:left;vertical-align:top;padding:2px 12px 2px 0";

    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of " + row.size() + " under " + columns + ": " + row);
            }
        }
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(MimeBundle.html(html(), text()));
    }

    /** The table as one {@code <table>} element. */
    public String html() {
        String head = columns.stream()
                .map(c -> "<th style=\"" + CELL + "\">" + Html.escape(c) + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> "<td style=\"" + CELL + ";white-space:pre-wrap\">" + Html.escape(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining("\n"));
        return "<table style=\"border-collapse:collapse\">\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body
                + "\n</tbody></table>";
    }

    /** The table as lines of text, columns lined up, no trailing blanks. */
    public String text() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(columns.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder(line(columns, widths));
        rows.forEach(row -> text.append('\n').append(line(row, widths)));
        return text.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i).replace('\n', ' ');
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - width(cell)) + 3));
        }
        return line.toString().stripTrailing();
    }

    /** Columns that {@code text} takes in a terminal: East Asian wide characters take two. */
    private static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF);
    }
}
