package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import porthole.display.Sentences;
import porthole.network.EthernetFrame;
import porthole.network.PacketHeader;
import porthole.picture.drawing.HeaderDrawing.Layer;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Conversation;

/** One frame with what is inside it, and under it the first frames as arrows between those who sent and received them. */
public final class FramesDrawing {
    private static final double ROW = 26;
    private static final int MOST = 14;
    private static final Sentences SENTENCES = Sentences.of(FramesDrawing.class);

    private final Pencil pencil;
    private final Conversation conversation;
    private final double width;

    private FramesDrawing(Pencil pencil, Conversation conversation, double width) {
        this.pencil = pencil;
        this.conversation = conversation;
        this.width = width;
    }

    /**
     * Draws from the upper left corner of the pencil's place.
     *
     * @return the height that it takes
     */
    public static double draw(Pencil pencil, Conversation conversation, double width) {
        FramesDrawing drawing = new FramesDrawing(pencil, conversation, width);
        double y = conversation.example().map(drawing::layers).orElse(0.0);
        return drawing.arrows(y + 22);
    }

    private double layers(EthernetFrame f) {
        List<Layer> layers = new ArrayList<>();
        int text = f.says().indexOf('"');
        boolean dns = f.protocol().equals("DNS");
        String ports =
                SENTENCES.say("frames.ports", String.valueOf(f.sourcePort()), String.valueOf(f.destinationPort()));
        String said =
                dns ? "" : text < 0 ? f.says() : f.says().substring(0, text).strip();
        String header = !f.hasPorts() ? said : said.isEmpty() ? ports : ports + ", " + said;
        for (PacketHeader h : f.headers()) {
            layers.add(
                    switch (h.protocol()) {
                        case "Ethernet" ->
                            layer(
                                    h,
                                    SENTENCES.say("frames.ethernet"),
                                    f.sourceMac() + " → " + f.destinationMac(),
                                    Colour.network(0));
                        case "IPv4", "IPv6" ->
                            layer(
                                    h,
                                    SENTENCES.say("frames.packet", f.network()),
                                    f.source() + " → " + f.destination(),
                                    Colour.DEFAULT_BRIDGE);
                        case "ARP" -> layer(h, "ARP", f.says(), Colour.DEFAULT_BRIDGE);
                        default -> layer(h, h.protocol(), header, Colour.LAN);
                    });
        }
        if (f.content() > 0) {
            String content = dns ? f.says() : text < 0 ? "" : f.says().substring(text);
            String name = dns ? "DNS" : SENTENCES.say("frames.content");
            layers.add(
                    new Layer(name, content, Colour.GREY, SENTENCES.say("packet.bytes", String.valueOf(f.content()))));
        }
        return HeaderDrawing.draw(
                pencil, layers, List.of(), SENTENCES.say("frames.bytes", String.valueOf(f.bytes())), width);
    }

    private static Layer layer(PacketHeader header, String name, String says, Colour.Pair colours) {
        return new Layer(name, says, colours, SENTENCES.say("packet.bytes", String.valueOf(header.bytes())));
    }

    private double arrows(double top) {
        List<EthernetFrame> shown = conversation.frames().stream().limit(MOST).toList();
        List<String> others = conversation.others().stream()
                .filter(party -> shown.stream().map(conversation::party).anyMatch(party::equals))
                .toList();
        double between = (width - 200) / Math.max(1, others.size());
        double bottom = top + 26 + ROW * shown.size() + 8;
        column(100, conversation.where(), top, bottom, true);
        for (int i = 0; i < others.size(); i++) {
            column(x(i, between), conversation.called(others.get(i)), top, bottom, false);
        }
        double y = top + 26;
        for (EthernetFrame frame : shown) {
            y += ROW;
            int other = others.indexOf(conversation.party(frame));
            if (other >= 0) {
                arrow(frame, x(other, between), y - 4);
            } else if (isToAll(frame)) {
                arrow(frame, x(Math.max(0, others.size() - 1), between), y - 4);
            } else {
                loop(frame, y - 4);
            }
        }
        int more = conversation.frames().size() - shown.size();
        if (more > 0) {
            bottom += 18;
            pencil.text(0, bottom, Anchor.START, SENTENCES.say("frames.more", more), Letters.SMALL, Colour.QUIET);
        }
        return bottom;
    }

    private static double x(int index, double between) {
        return 100 + between * (index + 1);
    }

    private void column(double x, String name, double top, double bottom, boolean own) {
        Words said = Words.fit(name, Letters.SMALL_BOLD, 190);
        double wide = Letters.SMALL_BOLD.width(said.text()) + 16;
        pencil.line(x, top + 22, x, bottom, Stroke.solid(Colour.EDGE, 1.5));
        String edge = own ? Colour.DEFAULT_BRIDGE.stroke() : Colour.INK;
        pencil.rectangle(new Bounds(x - wide / 2, top, wide, 22), 6, Colour.PAPER, Stroke.solid(edge, 1.6));
        pencil.text(x, top + 15, Anchor.MIDDLE, said, Letters.SMALL_BOLD, Colour.INK);
    }

    private static boolean isToAll(EthernetFrame frame) {
        return frame.destinationMac().equals("ff:ff:ff:ff:ff:ff");
    }

    /** What it sent to itself. */
    private void loop(EthernetFrame f, double y) {
        Stroke stroke = Stroke.solid(Colour.DEFAULT_BRIDGE.stroke(), 1.8);
        pencil.path("MLLL", "none", stroke, 100, y - 12, 126, y - 12, 126, y, 100, y);
        pencil.path("MLL", "none", stroke, 108, y - 4, 100, y, 108, y + 4);
        Words words = Words.fit(said(f) + " " + SENTENCES.say("frames.itself"), Letters.SMALL, width - 140);
        pencil.text(134, y - 2, Anchor.START, words, Letters.SMALL, Colour.INK);
    }

    private static String said(EthernetFrame f) {
        String ports =
                f.hasPorts() && !f.protocol().equals("DNS") ? f.sourcePort() + " → " + f.destinationPort() + " " : "";
        return (f.protocol() + " " + ports + f.says()).strip();
    }

    private void arrow(EthernetFrame f, double x, double y) {
        boolean sent = conversation.isSent(f);
        double from = sent ? 100 : x;
        double to = sent ? x : 100;
        double tip = sent ? -8 : 8;
        String colour = sent ? Colour.DEFAULT_BRIDGE.stroke() : Colour.OVERLAY.stroke();
        Stroke stroke = Stroke.solid(colour, 1.8);
        pencil.line(from, y, to, y, stroke);
        pencil.path("MLL", "none", stroke, to + tip, y - 4, to, y, to + tip, y + 4);
        String said = said(f) + (isToAll(f) ? " " + SENTENCES.say("frames.all") : "");
        Words words = Words.fit(said.strip(), Letters.SMALL, x - 100 - 20);
        double wide = Letters.SMALL.width(words.text()) + 8;
        double middle = (x + 100) / 2;
        pencil.rectangle(new Bounds(middle - wide / 2, y - 15, wide, 14), 2, Colour.PAPER, Stroke.NONE);
        pencil.text(middle, y - 4, Anchor.MIDDLE, words, Letters.SMALL, Colour.INK);
    }
}
