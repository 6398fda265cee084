package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.network.PacketHeader;
import porthole.network.Vxlan;
import porthole.picture.drawing.PacketDrawing;
import porthole.picture.drawing.PicturePaper;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.picture.story.Legend;

/** VXLAN packets between hosts as a picture: one of them drawn with its layers, and all of them as a table. */
public final class PacketPicture extends DrawnPicture<PacketPicture> {
    private static final double WIDTH = 780;

    private final List<Vxlan> packets;
    private final String title;

    private PacketPicture(List<Vxlan> packets, String title, Style style) {
        super(style);
        this.packets = List.copyOf(packets);
        this.title = title;
    }

    /**
     * Draws packets.
     *
     * @param packets in the order in which they passed
     */
    public static PacketPicture of(List<Vxlan> packets) {
        return new PacketPicture(packets, SENTENCES.say("packet.title"), Style.PLAIN);
    }

    @Override
    PacketPicture styled(Style other) {
        return new PacketPicture(packets, title, other);
    }

    @Override
    public PacketPicture title(String other) {
        return new PacketPicture(packets, other, style());
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
        List<String> notes = new ArrayList<>();
        example().ifPresent(p -> notes.add(SENTENCES.say("packet.room", PacketHeader.sum(p.around()))));
        notes.addAll(legend ? Legend.ofPackets() : List.of());
        return new PicturePaper(title, answer(), title + " " + answer(), WIDTH)
                .with(
                        notes,
                        pencil -> example()
                                .map(p -> PacketDrawing.draw(pencil, p, WIDTH))
                                .orElse(0.0));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing(), table().folded());
    }
}
