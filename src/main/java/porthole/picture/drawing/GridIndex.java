package porthole.picture.drawing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Row;
import porthole.picture.story.NaturalOrder;
import porthole.picture.story.PictureContent.Words;

/** In which row of a grid a container is found, by its name, where there are many or several share a row. */
final class GridIndex {
    private static final Sentences SENTENCES = Sentences.of(GridIndex.class);
    private static final double LINE = 17;
    private static final double BETWEEN = 22;
    private static final double WIDEST = 260;
    /** From a name to its number. */
    private static final double SPACE = 8;

    private record Entry(String name, String row) {
        private static Stream<Entry> of(Row row) {
            return row.containers().stream().map(name -> new Entry(name, String.valueOf(row.number())));
        }

        double width() {
            return Math.min(WIDEST, Letters.SMALL.width(name)) + SPACE + Letters.SMALL_BOLD.width(row);
        }
    }

    private GridIndex() {}

    /** Draws in columns, from top to bottom; gives the y where it ends, which is {@code top} without an index. */
    static double draw(Pencil pencil, List<GridContent> grids, double width, double top) {
        List<Entry> entries = grids.stream()
                .filter(GridContent::isIndexed)
                .flatMap(g -> g.rows().stream())
                .flatMap(Entry::of)
                .sorted(Comparator.comparing(Entry::name, NaturalOrder.INSTANCE))
                .toList();
        if (entries.isEmpty()) {
            return top;
        }
        double column = entries.stream().mapToDouble(Entry::width).max().orElse(0);
        int columns = Math.max(1, (int) ((width + BETWEEN) / (column + BETWEEN)));
        int rows = (entries.size() + columns - 1) / columns;
        double y = top + 24;
        pencil.text(0, y, Anchor.START, SENTENCES.say("grid.index"), Letters.SMALL_BOLD, Colour.QUIET);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            int at = i / rows;
            double x = at * (column + BETWEEN);
            double line = y + LINE * (1 + i % rows);
            Words name = Words.fit(entry.name(), Letters.SMALL, WIDEST);
            pencil.text(x, line, Anchor.START, name, Letters.SMALL, Colour.INK);
            double after = x + Letters.SMALL.width(name.text()) + SPACE;
            pencil.text(after, line, Anchor.START, entry.row(), Letters.SMALL_BOLD, Colour.INK);
        }
        return y + LINE * rows + 6;
    }
}
