package porthole.lesson.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.lesson.document.NotebookOutput;

/**
 * How much room an output takes in a notebook, as far as it can be told without a browser. What is folded takes none.
 *
 * @param lines lines of text or rows of a table; 0 for a picture
 * @param width in pixels
 * @param table whether it is a table
 */
record OutputSize(long lines, double width, boolean table) {
    /** About so wide is a letter in Jupyter's tables and in its code, in pixels. */
    private static final double LETTER = 6.3;

    private static final double CODE_LETTER = 7.8;

    /** What is beside the text of a table's cell, in pixels. */
    private static final int PADDING = 14;

    private static final Pattern SVG = Pattern.compile("<svg\\b[^>]*?\\bwidth=\"([\\d.]+)(?:px)?\"");
    private static final Pattern FOLDED = Pattern.compile("(?s)<details(?: class=\"[^\"]*\")?>.*?</details>");
    private static final Pattern ROW = Pattern.compile("(?s)<tr\\b.*?(?=<tr\\b|</table>|\\z)");
    private static final Pattern CELL = Pattern.compile("(?s)<t[dh]\\b[^>]*>(.*?)</t[dh]>");

    static OutputSize of(NotebookOutput output) {
        if (output.isError()) {
            return new OutputSize(0, 0, false);
        }
        Matcher svg = SVG.matcher(output.data("image/svg+xml").orElse(""));
        if (svg.find()) {
            return new OutputSize(0, Double.parseDouble(svg.group(1)), false);
        }
        if (output.data("image/png").isPresent()) {
            return new OutputSize(0, 0, false);
        }
        String html = FOLDED.matcher(output.data("text/html").orElse("")).replaceAll("");
        if (html.isEmpty() && output.data("text/html").isPresent()) {
            return new OutputSize(0, 0, false);
        }
        if (html.contains("<table")) {
            return table(html);
        }
        // Text wraps, but for code.
        boolean code = html.isEmpty() || html.contains("<pre");
        long lines = output.text().lines().count();
        int longest = output.text().lines().mapToInt(OutputSize::columns).max().orElse(0);
        boolean folded =
                output.data("text/html").filter(h -> h.contains("<details")).isPresent();
        return new OutputSize(folded ? 0 : lines, code && !folded ? longest * CODE_LETTER : 0, false);
    }

    private static OutputSize table(String html) {
        List<Integer> columns = new ArrayList<>();
        long rows = 0;
        Matcher row = ROW.matcher(html);
        while (row.find()) {
            rows++;
            Matcher cell = CELL.matcher(row.group());
            for (int i = 0; cell.find(); i++) {
                String text = cell.group(1).replaceAll("<[^>]*>", "").replaceAll("&\\w+;", "x");
                int longest = text.lines().mapToInt(OutputSize::columns).max().orElse(0);
                if (i == columns.size()) {
                    columns.add(longest);
                } else {
                    columns.set(i, Math.max(columns.get(i), longest));
                }
            }
        }
        double letters = columns.stream().mapToInt(c -> c).sum();
        boolean wraps = html.contains("pre-wrap") || html.contains("overflow-wrap");
        return new OutputSize(rows, wraps ? 0 : letters * LETTER + columns.size() * PADDING, true);
    }

    /** A letter of Japanese is as wide as two of English. */
    private static int columns(String line) {
        return line.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
