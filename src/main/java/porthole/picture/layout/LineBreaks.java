package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.picture.story.PictureContent;

/** Breaks a row of columns into lines that fit a page: between segments where that helps, else between boxes. */
final class LineBreaks {
    private final PictureContent story;
    private final double limit;
    private final List<List<Column>> lines = new ArrayList<>();
    private List<Column> line = new ArrayList<>();

    private LineBreaks(PictureContent story, double limit) {
        this.story = story;
        this.limit = limit;
    }

    /** In lines of the usual width, or in fewer that are wider. */
    static List<List<Column>> of(List<Column> columns, PictureContent story) {
        List<List<Column>> usual = of(columns, story, Layout.USUAL);
        if (usual.size() < 2) {
            return usual;
        }
        List<List<Column>> wider = of(columns, story, Layout.WIDEST);
        return wider.size() < usual.size() ? wider : usual;
    }

    private static List<List<Column>> of(List<Column> columns, PictureContent story, double limit) {
        LineBreaks lines = new LineBreaks(story, limit);
        for (List<Column> segment : segments(columns)) {
            lines.add(segment);
        }
        lines.end();
        return lines.lines;
    }

    private static List<List<Column>> segments(List<Column> columns) {
        List<List<Column>> segments = new ArrayList<>();
        for (Column column : columns) {
            if (segments.isEmpty() || segments.get(segments.size() - 1).get(0).segment() != column.segment()) {
                segments.add(new ArrayList<>());
            }
            segments.get(segments.size() - 1).add(column);
        }
        return segments;
    }

    private void add(List<Column> segment) {
        if (fits(line, segment)) {
            line.addAll(segment);
            return;
        }
        if (fits(List.of(), segment)) {
            end();
            line.addAll(segment);
            return;
        }
        for (Column column : segment) {
            if (!fits(line, List.of(column))) {
                end();
            }
            line.add(column);
        }
    }

    private boolean fits(List<Column> some, List<Column> more) {
        List<Column> all = Stream.concat(some.stream(), more.stream()).toList();
        return new ColumnRow(all, story).width() <= limit;
    }

    /** Ends the line; a dividing line has no meaning at the end or the beginning of one. */
    private void end() {
        while (!line.isEmpty() && line.get(line.size() - 1) instanceof Column.Divider) {
            line.remove(line.size() - 1);
        }
        while (!line.isEmpty() && line.get(0) instanceof Column.Divider) {
            line.remove(0);
        }
        if (!line.isEmpty()) {
            lines.add(line);
            line = new ArrayList<>();
        }
    }
}
