package porthole.picture.drawing;

import java.util.List;
import porthole.picture.form.Bounds;
import porthole.picture.form.Scene.Stroke;

/** The ground and edge of a band, in pieces where it passes behind something: the ends there are open. */
final class BandPieces {
    private static final double RADIUS = 10;

    private BandPieces() {}

    /** @param behind where it is hidden, from left to right; none of them holds an end of the band */
    static void draw(Pencil pencil, Bounds band, List<Bounds> behind, String fill, Stroke edge) {
        if (behind.isEmpty()) {
            pencil.rectangle(band, RADIUS, fill, edge);
            return;
        }
        double left = band.x();
        for (Bounds hidden : behind) {
            piece(pencil, part(band, left, hidden.x()), left == band.x() ? 1 : 0, fill, edge);
            left = hidden.right();
        }
        piece(pencil, part(band, left, band.right()), -1, fill, edge);
    }

    private static Bounds part(Bounds band, double left, double right) {
        return new Bounds(left, band.y(), right - left, band.height());
    }

    /** @param round 1 for an end on the left, −1 for one on the right, 0 for none */
    private static void piece(Pencil pencil, Bounds b, int round, String fill, Stroke edge) {
        if (b.width() <= 0) {
            return;
        }
        if (round == 0) {
            pencil.rectangle(b, 0, fill, Stroke.NONE);
            pencil.line(b.x(), b.y(), b.right(), b.y(), edge);
            pencil.line(b.x(), b.bottom(), b.right(), b.bottom(), edge);
            return;
        }
        end(pencil, "MLCLCLZ", fill, Stroke.NONE, b, round);
        end(pencil, "MLCLCL", "none", edge, b, round);
    }

    private static void end(Pencil pencil, String steps, String fill, Stroke stroke, Bounds b, int round) {
        double open = round > 0 ? b.right() : b.x();
        double shut = round > 0 ? b.x() : b.right();
        double r = Math.min(RADIUS, b.width()) * round;
        double handle = r * (1 - BandDrawing.ROUND);
        double top = b.y();
        double bottom = b.bottom();
        double down = Math.abs(r);
        double bend = Math.abs(handle);
        pencil.path(
                steps,
                fill,
                stroke,
                open,
                top,
                shut + r,
                top,
                shut + handle,
                top,
                shut,
                top + bend,
                shut,
                top + down,
                shut,
                bottom - down,
                shut,
                bottom - bend,
                shut + handle,
                bottom,
                shut + r,
                bottom,
                open,
                bottom);
    }
}
