package porthole.picture.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Socket;
import porthole.topology.Standing;

/** The lines that go up from columns, from left to right, with the room that their texts and their boxes need. */
final class ColumnSlots {
    private static final double BOX_PADDING = 14;
    private static final double DIVIDER = 30;
    private static final Sentences SENTENCES = Sentences.of(ColumnSlots.class);

    private final List<VerticalLine> slots = new ArrayList<>();
    private final boolean captioned;
    private final boolean hostNote;

    private ColumnSlots(boolean captioned, boolean hostNote) {
        this.captioned = captioned;
        this.hostNote = hostNote;
    }

    /**
     * The lines of some columns.
     *
     * @param captioned whether a caption stands under each box
     * @param hostNote whether there is a note beside host mode's lines
     */
    static List<VerticalLine> of(List<Column> columns, boolean captioned, boolean hostNote) {
        ColumnSlots all = new ColumnSlots(captioned, hostNote);
        for (int i = 0; i < columns.size(); i++) {
            all.add(i, columns.get(i));
        }
        return all.slots;
    }

    private void add(int index, Column column) {
        if (column instanceof Column.OfFigure f) {
            int first = slots.size();
            addFigure(index, f.figure());
            widen(first, boxWidth(f.figure()));
        } else if (column instanceof Column.OfEmpty e) {
            slots.add(VerticalLine.place(
                    index, e.ribbon().id(), Letters.SMALL.width(SENTENCES.say("empty.band")) / 2 + 4));
        } else {
            slots.add(VerticalLine.place(index, "", DIVIDER));
        }
    }

    private void addFigure(int index, Figure figure) {
        if (figure.standing() == Standing.HOST) {
            addHost(index, figure.sockets());
            return;
        }
        List<Socket> rest = new ArrayList<>(figure.sockets());
        for (Plug plug : figure.plugs()) {
            slots.add(VerticalLine.leg(index, plug));
            for (Socket socket : figure.sockets()) {
                if (LegOrder.leadsThrough(socket, plug)) {
                    slots.add(VerticalLine.port(index, socket, plug.ribbon()));
                    rest.remove(socket);
                }
            }
        }
        rest.forEach(socket -> slots.add(VerticalLine.port(index, socket, "")));
        if (figure.plugs().isEmpty() && rest.isEmpty()) {
            slots.add(VerticalLine.place(index, "", Letters.SMALL.width(SENTENCES.say("only.lo")) / 2 + 4));
        }
    }

    private void addHost(int index, List<Socket> sockets) {
        double note = hostNote
                ? Math.max(
                        Letters.SMALL.width(SENTENCES.say("host.mode.1")),
                        Letters.SMALL.width(SENTENCES.say("host.mode.2")))
                : 1;
        for (int i = 0; i < Math.max(1, sockets.size()); i++) {
            boolean last = i >= sockets.size() - 1;
            Optional<Socket> socket = sockets.isEmpty() ? Optional.empty() : Optional.of(sockets.get(i));
            slots.add(VerticalLine.host(index, socket, last ? note : 0));
        }
    }

    /** Gives the outer slots of a box the room that its name needs. */
    private void widen(int first, double width) {
        double have = slots.subList(first, slots.size()).stream()
                .mapToDouble(s -> s.left + s.right)
                .sum();
        double half = Math.max(0, width - have) / 2;
        slots.get(first).left += half;
        slots.get(slots.size() - 1).right += half;
    }

    private double boxWidth(Figure figure) {
        double caption = captioned ? Letters.SMALL_BOLD.width(figure.caption()) - BOX_PADDING : 0;
        double width = Math.max(caption, Letters.BOX.width(figure.name().text()));
        for (PictureContent.Words line : figure.under()) {
            width = Math.max(width, Letters.SMALL.width(line.text()));
        }
        for (PictureContent.Joined joined : figure.joined()) {
            width = Math.max(width, Letters.BOX.width(joined.name().text()));
            for (PictureContent.Words line : joined.under()) {
                width = Math.max(width, Letters.SMALL.width(line.text()));
            }
        }
        for (PictureContent.Words line : figure.beneath()) {
            width = Math.max(width, Letters.SMALL.width(line.text()) - BOX_PADDING);
        }
        return Math.max(96, width + 2 * BOX_PADDING);
    }
}
