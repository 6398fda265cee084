package porthole.picture.drawing;

import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;

/** What each letter of a grid's headers stands for, where the headers have room for no more. */
final class GridKey {
    private static final Sentences SENTENCES = Sentences.of(GridKey.class);
    private static final double ROW = 25;
    private static final double BETWEEN = 24;
    /** Up to so many networks, each tells its driver and device. */
    private static final int FEW = 4;

    private GridKey() {}

    /** Draws in as many columns as find room; gives the y where it ends. */
    static double draw(Pencil pencil, List<NetworkLine> lines, double width, double top) {
        boolean all = lines.size() <= FEW;
        double column = lines.stream().mapToDouble(l -> width(l, all)).max().orElse(0) + BETWEEN;
        int columns = Math.max(1, (int) ((width + BETWEEN) / column));
        int rows = (lines.size() + columns - 1) / columns;
        double shift = GridLayout.RADIUS + 2;
        double bottom = top;
        double y = top;
        for (int i = 0; i < lines.size(); i++) {
            int at = i / rows;
            double x = shift + at * column;
            y = i % rows == 0 ? top + 24 : y;
            int said = entry(pencil, lines.get(i), says(lines.get(i), all), x, y, width - x - shift);
            y += ROW + (said - 1) * GridLayout.LINE;
            bottom = Math.max(bottom, y);
        }
        return bottom - 12;
    }

    /** Gives the number of lines. */
    private static int entry(Pencil pencil, NetworkLine line, String says, double x, double y, double room) {
        pencil.circle(x, y, GridLayout.RADIUS, line.colours().stroke(), Stroke.NONE);
        pencil.text(x, y + 4.6, Anchor.MIDDLE, line.letter(), Letters.SMALL_BOLD, Colour.PAPER);
        double left = x + GridLayout.RADIUS + 6;
        pencil.text(
                left,
                y + 4.6,
                Anchor.START,
                line.name(),
                Letters.BAND,
                line.colours().stroke());
        double after = left + Letters.BAND.width(line.name().text()) + 8;
        List<String> said = Paragraph.lines(says, Letters.SMALL, room - (after - x));
        for (int i = 0; i < said.size(); i++) {
            pencil.text(after, y + 4.6 + i * GridLayout.LINE, Anchor.START, said.get(i), Letters.SMALL, Colour.INK);
        }
        return Math.max(1, said.size());
    }

    /** What a shortened address means, by the example of the first. */
    static Optional<String> shortened(List<NetworkLine> lines, List<Row> rows) {
        for (Row row : rows) {
            for (Dot dot : row.dots()) {
                if (row.members() == 1 && dot.brief().startsWith(".")) {
                    return lines.stream()
                            .filter(l -> l.id().equals(dot.network()))
                            .findFirst()
                            .map(l -> SENTENCES.say(
                                    "grid.brief",
                                    dot.brief(),
                                    l.name().full(),
                                    dot.address().text()));
                }
            }
        }
        return Optional.empty();
    }

    /** @param all with driver and device */
    private static String says(NetworkLine line, boolean all) {
        return String.join(" · ", all ? line.all() : line.says());
    }

    private static double width(NetworkLine line, boolean all) {
        return GridLayout.RADIUS * 2
                + 18
                + Letters.BAND.width(line.name().text())
                + Letters.SMALL.width(says(line, all));
    }
}
