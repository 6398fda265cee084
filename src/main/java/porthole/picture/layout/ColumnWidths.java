package porthole.picture.layout;

import java.util.List;
import porthole.display.Sentences;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.layout.GridColumns.Detail;
import porthole.picture.story.GridContent;
import porthole.picture.story.GridContent.Door;
import porthole.picture.story.GridContent.Dot;
import porthole.picture.story.GridContent.NetworkLine;
import porthole.picture.story.GridContent.Row;

/** What stands in a grid's columns, and how wide it makes them. */
final class ColumnWidths {
    private static final double NAMES_MOST = 330;
    private static final double DOORS_MOST = 340;
    /** A network's name in a brief header. */
    private static final double NAME_MOST = 96;

    private static final Sentences SENTENCES = Sentences.of(ColumnWidths.class);

    private ColumnWidths() {}

    static double names(GridContent content) {
        double widest = Letters.HOST.width(content.host()) + 14;
        for (Row row : content.rows()) {
            double indent = row.hangs() ? GridColumns.INDENT : 0;
            widest = Math.max(
                    widest, indent + Letters.SMALL_BOLD.width(row.names().text()));
            for (String under : row.under()) {
                widest = Math.max(widest, indent + Letters.SMALL.width(under));
            }
        }
        return Math.min(NAMES_MOST, widest + 4);
    }

    static double network(GridContent content, NetworkLine line, Detail detail, boolean many) {
        double width = detail == Detail.BRIEF
                ? Math.max(
                        2 * GridColumns.LINE_AT,
                        Math.min(NAME_MOST, Letters.BAND.width(line.name().text())) + 14)
                : header(line, says(line, detail, many));
        for (Row row : content.rows()) {
            for (Dot dot : row.dots()) {
                if (dot.network().equals(line.id())) {
                    width = Math.max(
                            width,
                            GridColumns.LINE_AT
                                    + GridColumns.LABEL
                                    + GridColumns.letters(dot).width(label(dot, detail)));
                }
            }
        }
        return width;
    }

    private static double header(NetworkLine line, List<String> says) {
        double widest =
                2 * GridLayout.RADIUS + 6 + Letters.BAND.width(line.name().text());
        for (String said : says) {
            widest = Math.max(widest, Letters.SMALL.width(said));
        }
        return widest + 16;
    }

    /** What stands in a header under the name. */
    static List<String> says(NetworkLine line, Detail detail, boolean many) {
        if (detail == Detail.BRIEF) {
            return List.of();
        }
        return !many && detail != Detail.SPARE ? line.all() : line.says();
    }

    /** A cable that was asked for stays. */
    static String label(Dot dot, Detail detail) {
        String address = detail == Detail.BRIEF ? dot.brief() : dot.address().text();
        boolean named = detail == Detail.FULL && !dot.device().isEmpty();
        return named || dot.cabled() ? dot.device() + " " + address : address;
    }

    /** What stands in the place of networks needs room, too. */
    static double modes(GridContent content) {
        return content.rows().stream()
                .flatMap(r -> r.mode().stream())
                .mapToDouble(Letters.SMALL::width)
                .max()
                .orElse(0);
    }

    static double doors(GridContent content) {
        if (!content.doors()) {
            return 0;
        }
        double widest = Math.max(
                Letters.SMALL_BOLD.width(SENTENCES.say("door.column")),
                Letters.SMALL.width(SENTENCES.say("door.column.ports")));
        for (Row row : content.rows()) {
            for (Door door : row.doors()) {
                for (String line : Paragraph.lines(door.text(), Letters.SMALL, DOORS_MOST)) {
                    widest = Math.max(widest, Letters.SMALL.width(line));
                }
            }
        }
        return widest;
    }
}
