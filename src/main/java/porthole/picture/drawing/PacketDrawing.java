package porthole.picture.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import porthole.display.Sentences;
import porthole.network.PacketHeader;
import porthole.network.Vxlan;
import porthole.picture.drawing.HeaderDrawing.Layer;
import porthole.picture.drawing.HeaderDrawing.Sum;
import porthole.picture.form.Colour;

/** A VXLAN packet: the hosts' headers outside, the container's frame inside, and the bytes of each. */
public final class PacketDrawing {
    private static final Sentences SENTENCES = Sentences.of(PacketDrawing.class);

    private PacketDrawing() {}

    /**
     * Draws from the upper left corner of the pencil's place.
     *
     * @return the height that it takes
     */
    public static double draw(Pencil pencil, Vxlan packet, double width) {
        List<Layer> layers = new ArrayList<>(outer(packet));
        layers.addAll(inner(packet.inner()));
        List<Sum> sums = sums(packet, layers.size());
        String total = SENTENCES.say("packet.total", String.valueOf(packet.outerBytes()));
        return HeaderDrawing.draw(pencil, layers, sums, total, width);
    }

    private static List<Layer> outer(Vxlan packet) {
        List<Layer> layers = new ArrayList<>();
        for (PacketHeader header : packet.headers()) {
            layers.add(
                    switch (header.protocol()) {
                        case "UDP" ->
                            layer(
                                    header,
                                    "UDP",
                                    SENTENCES.say("packet.port", String.valueOf(packet.port())),
                                    Colour.LAN);
                        case "VXLAN" ->
                            layer(
                                    header,
                                    "VXLAN",
                                    SENTENCES.say("packet.vni", String.valueOf(packet.vni())),
                                    Colour.OVERLAY);
                        default ->
                            layer(
                                    header,
                                    SENTENCES.say("packet.outer", header.protocol()),
                                    packet.source() + " → " + packet.destination(),
                                    Colour.LAN);
                    });
        }
        return layers;
    }

    private static List<Layer> inner(Vxlan.Inner frame) {
        List<Layer> layers = new ArrayList<>();
        int quoted = frame.says().indexOf('"');
        String said =
                quoted < 0 ? frame.says() : frame.says().substring(0, quoted).strip();
        for (PacketHeader header : frame.headers()) {
            layers.add(
                    switch (header.protocol()) {
                        case "Ethernet" ->
                            layer(
                                    header,
                                    SENTENCES.say("packet.inner", header.protocol()),
                                    frame.sourceMac() + " → " + frame.destinationMac(),
                                    Colour.DEFAULT_BRIDGE);
                        case "IPv4" ->
                            layer(
                                    header,
                                    SENTENCES.say("packet.inner", header.protocol()),
                                    frame.source() + " → " + frame.destination(),
                                    Colour.DEFAULT_BRIDGE);
                        default -> layer(header, header.protocol(), said, Colour.DEFAULT_BRIDGE);
                    });
        }
        if (frame.content() > 0) {
            String text = quoted < 0 ? "" : frame.says().substring(quoted);
            layers.add(new Layer(SENTENCES.say("frames.content"), text, Colour.GREY, bytes(frame.content())));
        }
        return layers;
    }

    private static Layer layer(PacketHeader header, String name, String says, Colour.Pair colours) {
        return new Layer(name, says, colours, bytes(header.bytes()));
    }

    private static String bytes(int count) {
        return SENTENCES.say("packet.bytes", String.valueOf(count));
    }

    /** What is put around the container's packet, and that packet. */
    private static List<Sum> sums(Vxlan packet, int layers) {
        List<PacketHeader> around = packet.around();
        String terms = around.stream().map(h -> String.valueOf(h.bytes())).collect(Collectors.joining(" + "));
        int added = PacketHeader.sum(around);
        int own = packet.outerBytes() - added;
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum(0, around.size(), lines(SENTENCES.say("packet.around", terms, String.valueOf(added)))));
        if (layers > around.size()) {
            sums.add(new Sum(around.size(), layers, lines(SENTENCES.say("packet.own", String.valueOf(own)))));
        }
        return sums;
    }

    private static List<String> lines(String sentence) {
        return List.of(sentence.split("\\|"));
    }
}
