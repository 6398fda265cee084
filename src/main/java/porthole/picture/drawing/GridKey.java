package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.layout.GridLayout;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.PictureContent.Words;

/** What each letter of a grid's headers stands for, where the headers have room for no more. */
final class GridKey {
    private static final double ROW = 25;
    private static final double BETWEEN = 24;

    private GridKey() {}

    /** Draws in as many columns as find room; gives the y where it ends. */
    static double draw(Pencil pencil, List<NetworkLine> lines, double width, double top) {
        double column = lines.stream().mapToDouble(GridKey::width).max().orElse(0) + BETWEEN;
        int columns = Math.max(1, (int) ((width + BETWEEN) / column));
        int rows = (lines.size() + columns - 1) / columns;
        double shift = GridLayout.RADIUS + 2;
        for (int i = 0; i < lines.size(); i++) {
            int at = i / rows;
            double x = shift + at * column;
            double y = top + 24 + i % rows * ROW;
            entry(pencil, lines.get(i), x, y, width - x - shift);
        }
        return top + 12 + rows * ROW;
    }

    private static void entry(Pencil pencil, NetworkLine line, double x, double y, double room) {
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
        Words says = Words.fit(says(line), Letters.SMALL, room - (after - x));
        pencil.text(after, y + 4.6, Anchor.START, says, Letters.SMALL, Colour.INK);
    }

    private static String says(NetworkLine line) {
        return String.join(" · ", line.says());
    }

    private static double width(NetworkLine line) {
        return GridLayout.RADIUS * 2 + 18 + Letters.BAND.width(line.name().text()) + Letters.SMALL.width(says(line));
    }
}
