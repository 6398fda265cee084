package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import porthole.display.MimeBundle;
import porthole.display.Table;
import porthole.network.EthernetFrame;
import porthole.picture.drawing.FramesDrawing;
import porthole.picture.drawing.PicturePaper;
import porthole.picture.form.Scene;
import porthole.picture.form.Style;
import porthole.topology.Conversation;

/**
 * Ethernet frames that a container sent and received as a picture: one of them drawn with what is inside it (frame,
 * packet, ports, text), the first ones as arrows between the parties, and all of them as a table.
 */
public final class FramesPicture extends DrawnPicture<FramesPicture> {
    private static final double WIDTH = 780;

    private final Conversation conversation;
    private final Optional<String> title;

    private FramesPicture(Conversation conversation, Optional<String> title, Style style) {
        super(style);
        this.conversation = conversation;
        this.title = title;
    }

    /**
     * Draws frames.
     *
     * @param conversation what was captured at a container's interfaces
     */
    public static FramesPicture of(Conversation conversation) {
        return new FramesPicture(conversation, Optional.empty(), Style.PLAIN);
    }

    @Override
    FramesPicture styled(Style other) {
        return new FramesPicture(conversation, title, other);
    }

    @Override
    public FramesPicture title(String other) {
        return new FramesPicture(conversation, Optional.of(other), style());
    }

    /** Lists the frames in the order in which they passed. */
    public List<EthernetFrame> frames() {
        return conversation.frames();
    }

    private String heading() {
        return title.orElseGet(() -> SENTENCES.say("frames.title", conversation.where()));
    }

    /** Gives one sentence in the reader's language: how many frames passed, and with whom. */
    public String answer() {
        return frames().isEmpty()
                ? SENTENCES.say("frames.none", conversation.where())
                : SENTENCES.say(
                        "frames.answer",
                        frames().size(),
                        String.join(SENTENCES.say("list.comma"), conversation.parties()));
    }

    /** Gives a table with one row for each frame: its time in milliseconds, interface, MAC and IP addresses, and length. */
    public Table table() {
        return new Table(
                List.of(SENTENCES.say("frames.columns").split("\\|", -1)),
                IntStream.range(0, frames().size())
                        .mapToObj(i -> row(i + 1, frames().get(i)))
                        .toList());
    }

    private static List<String> row(int number, EthernetFrame f) {
        return List.of(
                String.valueOf(number),
                String.format(Locale.ROOT, "%.2f", f.micros() / 1000.0),
                f.device(),
                f.sourceMac() + " → " + f.destinationMac(),
                end(f.source(), f.sourcePort()) + " → " + end(f.destination(), f.destinationPort()),
                f.protocol(),
                f.says(),
                String.valueOf(f.bytes()));
    }

    private static String end(String address, int port) {
        return port == 0 ? address : address.contains(":") ? "[" + address + "]:" + port : address + ":" + port;
    }

    /** Gives the title, the answer and the table as plain text. */
    @Override
    public String text() {
        return heading() + "\n" + answer() + "\n\n" + table().text();
    }

    @Override
    Scene draw(boolean legend) {
        List<String> notes = legend ? List.of(SENTENCES.say("legend.frames")) : List.of();
        return new PicturePaper(heading(), answer(), heading() + " " + answer(), WIDTH)
                .with(notes, pencil -> frames().isEmpty() ? 0 : FramesDrawing.draw(pencil, conversation, WIDTH));
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing());
    }
}
