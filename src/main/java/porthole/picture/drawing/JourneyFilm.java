package porthole.picture.drawing;

import java.util.List;
import java.util.Locale;
import porthole.picture.drawing.JourneyDrawing.Row;
import porthole.picture.form.Colour;

/**
 * A strip of steps on which a packet goes from dot to dot: SVG with CSS animations, no script. Whoever has asked the system
 * for less motion sees the strip without the packet, and so does whoever's program knows no CSS animations.
 */
public final class JourneyFilm {
    /** How long the packet rests at a station, and how long it takes to the next. */
    private static final double REST = 1.6;

    private static final double MOVE = 0.7;
    /** How long the last picture stands before the film begins again. */
    private static final double END = 2.5;

    private JourneyFilm() {}

    /**
     * The film as one SVG element.
     *
     * @param still the strip as SVG
     * @param rows where its stations are
     */
    public static String over(String still, List<Row> rows) {
        int end = still.lastIndexOf("</svg>");
        return rows.size() < 2 ? still : still.substring(0, end) + film(rows, name(still)) + still.substring(end);
    }

    /**
     * The beginning of the names in a film's style. The same strip has the same one in each run, another has another, so
     * that two films on one page do not move by each other's rules.
     *
     * @param still the strip as SVG
     */
    public static String name(String still) {
        return "journey-" + Integer.toHexString(still.hashCode());
    }

    private static String film(List<Row> rows, String own) {
        double whole = rows.size() * (REST + MOVE) + END;
        StringBuilder svg = new StringBuilder("<style>\n");
        svg.append(text("@keyframes %1$s-way{%n", own));
        for (int i = 0; i < rows.size(); i++) {
            double come = i * (REST + MOVE);
            double go = i == rows.size() - 1 ? whole : come + REST;
            svg.append(text(
                    "%.2f%%,%.2f%%{transform:translate(%.1fpx,%.1fpx)}%n",
                    100 * come / whole,
                    100 * go / whole,
                    rows.get(i).x(),
                    rows.get(i).y()));
        }
        svg.append("}\n");
        svg.append(text(
                "@keyframes %1$s-on{0%%{opacity:0}%2$.2f%%{opacity:.9}%3$.2f%%{opacity:.9}%4$.2f%%,100%%{opacity:0}}%n",
                own, 1.0, 100 * REST / whole, 100 * (REST + MOVE) / whole));
        svg.append(text(".%1$s-p{animation:%1$s-way %2$.2fs ease-in-out infinite}%n", own, whole));
        svg.append(text(".%1$s-r{opacity:0;animation:%1$s-on %2$.2fs linear infinite}%n", own, whole));
        svg.append(text("@media (prefers-reduced-motion:reduce){.%1$s-p,.%1$s-r{animation:none;opacity:0}}%n", own));
        svg.append(text("@media print{.%1$s-p,.%1$s-r{animation:none;opacity:0}}%n</style>%n", own));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            svg.append(text(
                    "<rect class=\"%s-r\" style=\"animation-delay:%.2fs\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\""
                            + " rx=\"6\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\" opacity=\"0\" pointer-events=\"none\"/>%n",
                    own,
                    i * (REST + MOVE),
                    JourneyDrawing.MARGIN,
                    row.bounds().y(),
                    JourneyDrawing.WIDTH,
                    Math.max(48, row.bounds().height()),
                    Colour.OVERLAY.stroke()));
        }
        return svg.append(text("<g class=\"%s-p\" opacity=\"0.95\" pointer-events=\"none\">", own))
                .append(text(
                        "<rect x=\"12\" y=\"-28\" width=\"28\" height=\"19\" rx=\"2\" fill=\"%1$s\" stroke=\"%2$s\" stroke-width=\"2\"/>"
                                + "<path d=\"M12 -28L26 -17L40 -28\" fill=\"none\" stroke=\"%2$s\" stroke-width=\"2\"/></g>%n",
                        Colour.NEW, Colour.OVERLAY.stroke()))
                .toString();
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts).replace("\r\n", "\n");
    }
}
