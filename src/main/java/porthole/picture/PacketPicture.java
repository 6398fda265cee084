package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.network.Vxlan;
import porthole.picture.drawing.Pencil;
import porthole.picture.drawing.PicturePaper;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Paragraph;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.Legend;
import porthole.picture.story.PictureContent;

/** VXLAN packets between hosts as a picture: one of them drawn with its layers, and all of them as a table. */
public final class PacketPicture extends DrawnPicture<PacketPicture> {
    private static final double WIDTH = 980;
    private static final double LAYER = 34;
    /** VXLAN's, UDP's and IPv4's headers. */
    private static final int ADDED = 8 + 8 + 20;

    private final List<Vxlan> packets;
    private final String title;
    private final Optional<String> instead;

    private PacketPicture(List<Vxlan> packets, String title, Optional<String> instead, Style style) {
        super(style);
        this.packets = List.copyOf(packets);
        this.title = title;
        this.instead = instead;
    }

    /**
     * Draws packets.
     *
     * @param packets in the order in which they passed
     */
    public static PacketPicture of(List<Vxlan> packets) {
        return new PacketPicture(packets, SENTENCES.say("packet.title"), Optional.empty(), Style.PLAIN);
    }

    @Override
    PacketPicture styled(Style other) {
        return new PacketPicture(packets, title, instead, other);
    }

    @Override
    public PacketPicture title(String other) {
        return new PacketPicture(packets, other, instead, style());
    }

    /**
     * Gives the same picture without its answer and the sum of its bytes: nothing in it says in words what a learner is to
     * predict. A sentence in small print says so.
     *
     * @param sentence any text
     */
    public PacketPicture withholding(String sentence) {
        return new PacketPicture(packets, title, Optional.of(sentence), style());
    }

    /** Lists the packets in the order in which they passed. */
    public List<Vxlan> packets() {
        return packets;
    }

    /** One that carries what a person sent, else the first. */
    private Optional<Vxlan> example() {
        return packets.stream()
                .filter(p -> p.inner().says().contains("\""))
                .findFirst()
                .or(() -> packets.stream()
                        .filter(p -> !p.inner().protocol().equals("ARP"))
                        .findFirst())
                .or(() -> packets.stream().findFirst());
    }

    /** Gives one sentence in the reader's language: how many packets passed, between which hosts and containers. */
    public String answer() {
        return instead.orElseGet(this::measured);
    }

    private String measured() {
        return example()
                .map(p -> SENTENCES.say(
                        packets.size() == 1 ? "packet.answer.one" : "packet.answer",
                        packets.size(),
                        p.source(),
                        p.destination(),
                        p.inner().source(),
                        p.inner().destination()))
                .orElseGet(() -> SENTENCES.say("packet.none"));
    }

    /**
     * Gives a table with one row for each packet: its time in milliseconds, hosts, UDP port, VNI, what is inside, and
     * its length in bytes (frame + what VXLAN adds).
     */
    public Table table() {
        return new Table(
                List.of(SENTENCES.say("packet.columns").split("\\|", -1)),
                IntStream.range(0, packets.size())
                        .mapToObj(i -> row(i + 1, packets.get(i)))
                        .toList());
    }

    private static List<String> row(int number, Vxlan p) {
        return List.of(
                String.valueOf(number),
                String.format(java.util.Locale.ROOT, "%.2f", p.micros() / 1000.0),
                p.source() + " → " + p.destination(),
                String.valueOf(p.port()),
                String.valueOf(p.vni()),
                p.inner().source() + " → " + p.inner().destination(),
                p.inner().protocol(),
                p.inner().says(),
                p.inner().bytes() + " + " + (p.outerBytes() - p.inner().bytes()));
    }

    /** Gives the title, the answer and the table as plain text. */
    @Override
    public String text() {
        return title + "\n" + answer() + "\n\n" + table().text();
    }

    @Override
    Scene draw(boolean legend) {
        List<String> notes = Stream.concat(instead.stream(), legend ? Legend.ofPackets().stream() : Stream.empty())
                .toList();
        return new PicturePaper(title, instead.isPresent() ? "" : measured(), title + " " + answer(), WIDTH)
                .with(notes, pencil -> example().map(p -> layers(pencil, p)).orElse(0.0));
    }

    /** Each layer holds the next, as the bytes do: what is inside lies further right and further in. */
    private double layers(Pencil pencil, Vxlan p) {
        Vxlan.Inner inner = p.inner();
        List<Layer> layers = List.of(
                new Layer(SENTENCES.say("packet.outer"), p.source() + " → " + p.destination(), Colour.LAN),
                new Layer(
                        SENTENCES.say("packet.udp"),
                        SENTENCES.say("packet.port", String.valueOf(p.port())),
                        Colour.LAN),
                new Layer(
                        SENTENCES.say("packet.vxlan"),
                        SENTENCES.say("packet.vni", String.valueOf(p.vni())),
                        Colour.OVERLAY),
                new Layer(SENTENCES.say("packet.ethernet"), "", Colour.DEFAULT_BRIDGE),
                new Layer(
                        SENTENCES.say("packet.inner"),
                        inner.source() + " → " + inner.destination(),
                        Colour.DEFAULT_BRIDGE),
                new Layer(inner.protocol(), inner.says(), Colour.DEFAULT_BRIDGE));
        double height = LAYER * layers.size() + 8 * layers.size();
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            double x = i * 26;
            double y = i * LAYER;
            Bounds bounds = new Bounds(x, y, WIDTH - 16 * i - x, height - i * (LAYER + 8));
            pencil.rectangle(
                    bounds,
                    8,
                    layer.colours().tint(),
                    Scene.Stroke.solid(layer.colours().stroke(), 1.6));
            pencil.text(
                    x + 14,
                    y + 22,
                    Scene.Anchor.START,
                    layer.name(),
                    Letters.BAND,
                    layer.colours().stroke());
            double after = x + 14 + Letters.BAND.width(layer.name()) + 12;
            double room = bounds.right() - after - 150;
            pencil.text(
                    after,
                    y + 22,
                    Scene.Anchor.START,
                    PictureContent.Words.fit(layer.says(), Letters.ANSWER, room),
                    Letters.ANSWER,
                    Colour.INK);
        }
        bytes(pencil, 22, p.outerBytes(), 0);
        bytes(pencil, 3 * LAYER + 22, inner.bytes(), 3);
        int added = p.outerBytes() - inner.bytes();
        if (added != ADDED || instead.isPresent()) {
            return height;
        }
        String sum = SENTENCES.say("packet.sum", inner.bytes(), p.outerBytes(), added);
        double y = height + 6;
        for (String line : Paragraph.lines(sum, Letters.SMALL, WIDTH)) {
            y += 18;
            pencil.text(0, y, Scene.Anchor.START, line, Letters.SMALL, Colour.QUIET);
        }
        return y;
    }

    private static void bytes(Pencil pencil, double y, int count, int depth) {
        String says = SENTENCES.say(depth == 0 ? "packet.bytes" : "packet.frame", String.valueOf(count));
        pencil.text(WIDTH - 16 * depth - 14, y, Scene.Anchor.END, says, Letters.SMALL, Colour.QUIET);
    }

    private record Layer(String name, String says, Colour.Pair colours) {}

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing(), table().folded());
    }
}
