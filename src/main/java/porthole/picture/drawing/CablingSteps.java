package porthole.picture.drawing;

import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.CablingWords;
import porthole.topology.CablingChange;
import porthole.topology.CablingChange.Packet;
import porthole.topology.CablingStep;

/** What stands under a wiring: a disc for each step, and in words what came and went. */
record CablingSteps(Pencil pencil, CablingChange change, CablingWords words, double width) {
    private static final double LINE = 18;
    private static final Colour.Pair BLUE = Colour.DEFAULT_BRIDGE;
    private static final Sentences SENTENCES = Sentences.of(CablingSteps.class);

    /** Draws them from {@code y} down; the y where they end. */
    double draw(double y) {
        return marks(steps(y) + 4);
    }

    /** A disc for each step: full where it is done, yellow where it is new, empty where it is still to do. */
    private double steps(double y) {
        List<CablingStep> steps = change.steps();
        double between = 44;
        pencil.line(12, y, 12 + between * (steps.size() - 1), y, Stroke.solid(Colour.EDGE, 1.5));
        for (int i = 0; i < steps.size(); i++) {
            CablingStep step = steps.get(i);
            boolean done = change.done().contains(step);
            boolean came = change.isNew(step);
            boolean undone = change.isUndone(step);
            String fill = came ? Colour.NEW : done ? BLUE.stroke() : Colour.PAPER;
            String edge = undone ? Colour.WARNING : done ? BLUE.stroke() : Colour.EDGE;
            double x = 12 + between * i;
            pencil.circle(x, y, 11, fill, Stroke.solid(edge, came || undone ? 3 : 1.5));
            String ink = came ? Colour.INK : done ? Colour.PAPER : Colour.QUIET;
            pencil.text(
                    x,
                    y + 4.5,
                    Anchor.MIDDLE,
                    String.valueOf(i + 1),
                    Letters.SMALL_BOLD,
                    undone ? Colour.WARNING : ink);
        }
        return y + 14;
    }

    private double marks(double top) {
        double y = top;
        Optional<Packet> unanswered = change.packet().filter(p -> !p.answered());
        if (unanswered.isPresent()) {
            y += LINE;
            String said = CablingWords.unanswered(unanswered.get());
            pencil.text(0, y, Anchor.START, said, Letters.SMALL_BOLD, Colour.WARNING);
        }
        for (String line :
                Paragraph.lines(String.join(SENTENCES.say("list.comma"), words.marks()), Letters.SMALL, width)) {
            y += LINE;
            pencil.text(0, y, Anchor.START, line, Letters.SMALL, Colour.INK);
        }
        return y;
    }
}
