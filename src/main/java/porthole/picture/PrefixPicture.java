package porthole.picture;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.MimeBundle;
import porthole.picture.drawing.Pencil;
import porthole.picture.drawing.PicturePaper;
import porthole.picture.form.Bounds;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.picture.form.Scene;
import porthole.picture.form.Scene.Anchor;
import porthole.picture.form.Scene.Stroke;
import porthole.picture.form.Style;
import porthole.topology.PrefixComparison;

/** An IPv4 address with its prefix in bits, and which other addresses have the same prefix, as a picture and a text. */
public final class PrefixPicture extends DrawnPicture<PrefixPicture> {
    private static final double NAME = 130;
    private static final double BIT = 15;
    private static final double OCTET = 8 * BIT + 10;
    private static final double WIDTH = NAME + 4 * OCTET + 130;
    private static final double ROW = 58;

    private final PrefixComparison comparison;
    private final Optional<String> title;

    private PrefixPicture(PrefixComparison comparison, Optional<String> title, Style style) {
        super(style);
        this.comparison = comparison;
        this.title = title;
    }

    /**
     * Draws a comparison.
     *
     * @param comparison an address with its prefix, and others
     */
    public static PrefixPicture of(PrefixComparison comparison) {
        return new PrefixPicture(comparison, Optional.empty(), Style.PLAIN);
    }

    @Override
    PrefixPicture styled(Style other) {
        return new PrefixPicture(comparison, title, other);
    }

    @Override
    public PrefixPicture title(String other) {
        return new PrefixPicture(comparison, Optional.of(other), style());
    }

    private String heading() {
        return title.orElseGet(() -> SENTENCES.say("prefix.title", comparison.cidr()));
    }

    /** Gives one sentence in the reader's language: the range of addresses with this prefix, and how many it has. */
    public String answer() {
        return SENTENCES.say(
                "prefix.answer",
                comparison.length(),
                comparison.first(),
                comparison.last(),
                String.valueOf(comparison.count()));
    }

    private String verdict(String address) {
        return SENTENCES.say(comparison.isNeighbour(address) ? "prefix.same" : "prefix.other");
    }

    /** Gives the title, the answer, and each address with its bits as plain text; a bar ends the prefix. */
    @Override
    public String text() {
        List<String> lines = new ArrayList<>(List.of(heading(), answer(), ""));
        lines.add(comparison.bits(comparison.address(), true) + "  " + comparison.cidr());
        comparison.others().forEach(o -> lines.add(comparison.bits(o, true) + "  " + o + "  " + verdict(o)));
        return String.join("\n", lines);
    }

    @Override
    Scene draw(boolean legend) {
        List<String> notes = legend ? List.of(SENTENCES.say("legend.prefix")) : List.of();
        return new PicturePaper(heading(), answer(), text().replace('\n', ' '), WIDTH).with(notes, this::rows);
    }

    private double rows(Pencil pencil) {
        double y = 0;
        row(pencil, y, comparison.address(), comparison.cidr(), "");
        for (String other : comparison.others()) {
            y += ROW;
            row(pencil, y, other, other, verdict(other));
        }
        return y + ROW - 8;
    }

    private static double place(int bit) {
        int number = bit / 8;
        return number * OCTET + (bit - 8 * number) * BIT;
    }

    private void row(Pencil pencil, double y, String address, String name, String verdict) {
        pencil.text(0, y + 33, Anchor.START, name, Letters.BOX, Colour.INK);
        String bits = comparison.bits(address, false);
        int differs = comparison.firstDifference(address);
        String[] numbers = address.split("\\.", -1);
        for (int i = 0; i < 32; i++) {
            boolean prefix = i < comparison.length();
            boolean wrong = prefix && i >= differs;
            double x = NAME + place(i);
            String fill = wrong ? Colour.NEW : prefix ? Colour.DEFAULT_BRIDGE.tint() : Colour.PAPER;
            String edge =
                    i == differs && prefix ? Colour.WARNING : prefix ? Colour.DEFAULT_BRIDGE.stroke() : Colour.EDGE;
            double thick = i == differs && prefix ? 2.4 : 1;
            pencil.rectangle(new Bounds(x, y + 18, BIT - 1, 22), 2, fill, Stroke.solid(edge, thick));
            String ink = prefix ? Colour.INK : Colour.QUIET;
            Letters letters = prefix ? Letters.SMALL_BOLD : Letters.SMALL;
            pencil.text(x + BIT / 2 - 0.5, y + 33, Anchor.MIDDLE, bits.substring(i, i + 1), letters, ink);
        }
        double end = NAME + place(comparison.length()) - (comparison.length() % 8 == 0 ? 5 : 0.5);
        Stroke line = Stroke.solid(Colour.DEFAULT_BRIDGE.stroke(), 2.6);
        pencil.path("ML", "none", line, end, y + 15, end, y + 43);
        for (int k = 0; k < 4; k++) {
            double middle = NAME + k * OCTET + 4 * BIT;
            pencil.text(middle, y + 12, Anchor.MIDDLE, numbers[k], Letters.SMALL_BOLD, Colour.INK);
        }
        String colour = comparison.isNeighbour(address) ? Colour.INK : Colour.WARNING;
        pencil.text(NAME + 4 * OCTET + 6, y + 33, Anchor.START, verdict, Letters.SMALL_BOLD, colour);
    }

    @Override
    public List<MimeBundle> outputs() {
        return List.of(drawing());
    }
}
