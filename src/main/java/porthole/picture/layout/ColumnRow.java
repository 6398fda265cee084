package porthole.picture.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.picture.form.Bounds;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Ribbon;
import porthole.topology.Standing;

/**
 * One line of columns, and the x of everything in it. Slots only ever move right: first as far as their own texts need,
 * then until bands that share no column stand clear of each other.
 */
public final class ColumnRow {
    public static final double BETWEEN_BOXES = 22;
    static final double BETWEEN_BANDS = 26;
    static final double BAND_END = 24;
    static final double BAND_PADDING = 14;
    static final double INNER = 18;
    private static final double UPPER_GAP = 12;
    private static final double LINE_CLEAR = 24;

    final List<Column> columns;
    final List<VerticalLine> slots;
    final Map<String, Crossings.Span> spans;
    final Map<String, Integer> rows;
    private final Map<String, Ribbon> ribbons = new LinkedHashMap<>();
    private final Map<String, Double> textWidths = new HashMap<>();
    private final Through through;
    private final boolean hostNote;

    ColumnRow(List<Column> columns, PictureContent story) {
        this(columns, story, Through.NONE);
    }

    /** @param through the bands that go on in the frames beside */
    ColumnRow(List<Column> columns, PictureContent story, Through through) {
        this.through = through;
        this.columns = columns;
        this.hostNote = columns.stream()
                        .filter(c ->
                                c instanceof Column.OfFigure f && f.figure().standing() == Standing.HOST)
                        .count()
                <= 2;
        story.ribbons().forEach(r -> ribbons.put(r.id(), r));
        slots = ColumnSlots.of(columns, story.captioned(), hostNote);
        spans = Crossings.spans(slots.stream().map(s -> s.ribbon).toList());
        rows = through.rows(spans);
        place();
    }

    private void place() {
        slots.get(0).x = INNER + slots.get(0).left;
        for (int i = 0; i < slots.size(); i++) {
            push(i, INNER + slots.get(i).left);
            if (i > 0) {
                VerticalLine before = slots.get(i - 1);
                VerticalLine slot = slots.get(i);
                double gap = before.column == slot.column ? 0 : BETWEEN_BOXES;
                push(i, before.x + before.right + gap + slot.left);
            }
        }
        boolean moved = true;
        for (int round = 0; moved && round < 200; round++) {
            moved = clearTexts();
            moved |= clearBands();
        }
    }

    /** Moves slot i, and with it all that follow, to {@code x} at least. */
    private boolean push(int i, double x) {
        double by = x - slots.get(i).x;
        if (by <= 0.001) {
            return false;
        }
        for (int j = i; j < slots.size(); j++) {
            slots.get(j).x += by;
        }
        return true;
    }

    private boolean clearTexts() {
        boolean moved = false;
        double end = INNER - UPPER_GAP;
        for (int i = 0; i < slots.size(); i++) {
            VerticalLine slot = slots.get(i);
            if (slot.rises()) {
                moved |= push(i, end + UPPER_GAP + slot.upperLeft);
                end = slot.x + slot.upperRight;
            }
        }
        return moved;
    }

    private boolean clearBands() {
        boolean moved = false;
        List<Map.Entry<String, Crossings.Span>> bands = new ArrayList<>(spans.entrySet());
        for (Map.Entry<String, Crossings.Span> band : bands) {
            double left = extent(band.getKey()).x();
            if (left < INNER) {
                moved |= push(0, slots.get(0).x + INNER - left);
            }
        }
        for (Map.Entry<String, Crossings.Span> a : bands) {
            for (Map.Entry<String, Crossings.Span> b : bands) {
                if (a.getValue().last() < b.getValue().first()) {
                    double over = extent(a.getKey()).right()
                            + BETWEEN_BANDS
                            - extent(b.getKey()).x();
                    int first = b.getValue().first();
                    moved |= push(first, slots.get(first).x + over);
                }
            }
        }
        return clearOthers() || moved;
    }

    /** Keeps bands off the columns that have no band: the dividing line, host mode's lines, those without a network. */
    private boolean clearOthers() {
        boolean moved = false;
        for (int i = 0; i < slots.size(); i++) {
            VerticalLine slot = slots.get(i);
            if (hasBand(columns.get(slot.column))) {
                continue;
            }
            for (Map.Entry<String, Crossings.Span> band : spans.entrySet()) {
                if (band.getValue().last() < i) {
                    moved |= push(i, extent(band.getKey()).right() + BETWEEN_BOXES + slot.left);
                } else if (band.getValue().first() > i) {
                    double clear = slot.rises() ? LINE_CLEAR : slot.right;
                    double over = slot.x + clear - extent(band.getKey()).x();
                    int first = band.getValue().first();
                    moved |= push(first, slots.get(first).x + over);
                }
            }
        }
        return moved;
    }

    private static boolean hasBand(Column column) {
        return column instanceof Column.OfEmpty
                || (column instanceof Column.OfFigure f && !f.figure().plugs().isEmpty());
    }

    /**
     * From left to right end of a band: from its first line to its last, and at least as wide as its text. Of one that goes
     * on in the frame beside, half of the text may stand there.
     */
    Bounds extent(String ribbon) {
        Crossings.Span span = spans.getOrDefault(ribbon, new Crossings.Span(0, 0));
        double left = slots.get(span.first()).x - BAND_END;
        double right = slots.get(span.last()).x + BAND_END;
        double text = textWidth(ribbon) + 2 * BAND_PADDING;
        boolean before = through.before(ribbon);
        boolean after = through.after(ribbon);
        if (before || after) {
            double half = Math.max(0, text / 2 - (right - left));
            return new Bounds(
                    left - (before ? half : 0), 0, right - left + (before ? half : 0) + (after ? half : 0), 0);
        }
        double grow = Math.max(0, text - (right - left)) / 2;
        return new Bounds(left - grow, 0, right - left + 2 * grow, 0);
    }

    /** What the band's text needs. */
    double textWidth(String ribbon) {
        return textWidths.computeIfAbsent(ribbon, id -> {
            Ribbon r = ribbons.get(id);
            if (r == null) {
                return 0.0;
            }
            return BandText.width(r);
        });
    }

    /** How far its boxes, bands and texts reach to the right. */
    double width() {
        double width = 0;
        for (VerticalLine slot : slots) {
            width = Math.max(width, Math.max(slot.x + slot.right, slot.x + slot.upperRight));
        }
        for (String ribbon : spans.keySet()) {
            width = Math.max(width, extent(ribbon).right());
        }
        return width + INNER;
    }

    /** The slots of a column. */
    List<VerticalLine> of(int column) {
        return slots.stream().filter(s -> s.column == column).toList();
    }

    boolean showsHostNote() {
        return hostNote;
    }
}
