package porthole.display;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows under headings. As HTML it carries its own style (GitHub and nbconvert drop style sheets) and leaves colours to
 * the page, so that it can be read on light and dark ones; as text its columns are aligned, with East Asian characters
 * counted as two. A page shows the first 1000 rows.
 *
 * @param columns the headings
 * @param rows the cells of each row, as many as there are headings
 */
public record Table(List<String> columns, List<List<String>> rows) implements Displayable {
    private static final String CELL = "text-align:left;vertical-align:top;padding:2px 12px 2px 0;";

    /** Terminal columns: what a column of a page keeps however wide its neighbours are. */
    private static final int ROOM = 24;

    /** Terminal columns that a page of 800 pixels has room for, with letters of 13 pixels' height. */
    private static final int PAGE = 80;

    /** Between two columns. */
    private static final int GAP = 2;

    /** However many there are, a column has so much. */
    private static final int LEAST = 8;

    private static final String WRAPS = "white-space:pre-wrap";

    /** Rows that a page shows. */
    private static final int WHOLE = 1000;

    /**
     * Makes a table.
     *
     * @throws IllegalArgumentException if a row does not have as many cells as there are headings
     */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        Sentences.of(Table.class).say("table.row", row, row.size(), columns.size()));
            }
        }
    }

    @Override
    public List<MimeBundle> outputs() {
        if (rows.size() <= WHOLE) {
            return List.of(MimeBundle.html(html(), text()));
        }
        Table part = new Table(columns, rows.subList(0, WHOLE));
        String cut = Sentences.of(Table.class).say("table.cut", WHOLE, rows.size());
        return List.of(MimeBundle.html(part.html() + "<div>" + Html.escape(cut) + "</div>", part.text() + "\n" + cut));
    }

    /** Gives the table as it stands under a picture that shows the same: a page shows one line, which opens it. */
    public MimeBundle folded() {
        MimeBundle shown = outputs().get(0);
        String html = String.valueOf(shown.data().get("text/html"));
        return shown.with("text/html", Folded.under(Sentences.of(Table.class).say("table.folded"), html));
    }

    /** Gives {@link #text()}, for jshell, other kernels and {@code System.out.println}. */
    @Override
    public String toString() {
        return text();
    }

    /** Gives all rows as one {@code <table>} element. */
    public String html() {
        List<String> styles =
                wrapping(columns, rows).stream().map(style -> CELL + style).toList();
        String head = row("th", columns, styles);
        String body = rows.stream().map(row -> row("td", row, styles)).collect(Collectors.joining("\n"));
        return "<table style=\"border-collapse:collapse\">\n<thead>" + head + "</thead>\n<tbody>\n" + body
                + "\n</tbody></table>";
    }

    /**
     * Writes one {@code <tr>} element.
     *
     * @param tag the element of each cell: {@code td} or {@code th}
     * @param cells the text of the cells; it is escaped
     * @param styles the CSS of each column, as many as there are cells
     */
    public static String row(String tag, List<String> cells, List<String> styles) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < styles.size(); i++) {
            String style = styles.get(i);
            html.append('<').append(tag).append(" style=\"").append(style).append("\">");
            html.append(style.contains(WRAPS) ? Pieces.html(cells.get(i)) : Html.escape(cells.get(i)));
            html.append("</").append(tag).append('>');
        }
        return html.append("</tr>").toString();
    }

    /**
     * Gives the CSS of columns, so that short lines are not wrapped and longer ones have room before they are. Without
     * it, a page squeezes Japanese beside a long word to one letter a line. If many columns are wide, each gets less
     * room, so that none is beyond the page's edge.
     *
     * @param columns the headings
     * @param rows the cells of each row, as many as there are headings
     * @return one style for each column
     */
    public static List<String> wrapping(List<String> columns, List<List<String>> rows) {
        int[] widest = new int[columns.size()];
        int[] pieces = new int[columns.size()];
        for (int i = 0; i < widest.length; i++) {
            int column = i;
            List<String> lines = Stream.concat(
                            Stream.of(columns.get(i)), rows.stream().map(row -> row.get(column)))
                    .flatMap(String::lines)
                    .toList();
            widest[i] = lines.stream().mapToInt(Table::width).max().orElse(0);
            pieces[i] = lines.stream()
                    .flatMap(Pieces::of)
                    .mapToInt(Table::width)
                    .max()
                    .orElse(0);
        }
        int room = ROOM;
        while (room > LEAST && together(widest, pieces, room) > PAGE) {
            room--;
        }
        List<String> styles = new ArrayList<>();
        for (int i = 0; i < widest.length; i++) {
            int given = given(widest[i], pieces[i], room);
            String wrap = pieces[i] <= given ? "break-word" : "anywhere";
            styles.add(
                    widest[i] <= given
                            ? "white-space:pre"
                            : WRAPS + ";overflow-wrap:" + wrap + ";min-width:" + given + "ch");
        }
        return styles;
    }

    private static int together(int[] widest, int[] pieces, int room) {
        return IntStream.range(0, widest.length)
                .map(i -> given(widest[i], pieces[i], room) + GAP)
                .sum();
    }

    /** What a column gets: all where that is little, and no less than its longest piece unless that is very long. */
    private static int given(int widest, int piece, int room) {
        return Math.min(widest, Math.max(room, Math.min(piece, ROOM)));
    }

    /** Gives all rows as lines of plain text, with aligned columns and without blanks at the ends of lines. */
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
            String cell = Visible.of(cells.get(i)).replace('\n', ' ');
            line.append(cell).append(" ".repeat(Math.max(0, widths[i] - width(cell)) + 3));
        }
        return line.toString().stripTrailing();
    }

    /** Columns that {@code text} takes in a terminal: East Asian wide characters take two. */
    private static int width(String text) {
        return Visible.of(text).codePoints().map(c -> isWide(c) ? 2 : 1).sum();
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
