package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import porthole.picture.form.Colour;
import porthole.picture.form.Letters;
import porthole.topology.Mark;
import porthole.topology.Standing;

/**
 * What a picture has to tell, in words already chosen and shortened, with no place yet for anything.
 *
 * @param title the question
 * @param answer the answer
 * @param host the host's heading
 * @param ribbons the bands, in the order of their networks
 * @param figures the boxes; their order is the arrangement's business
 * @param earlier ids of the figures that were there before, in a change; else empty
 * @param divided whether the point is that two groups share nothing
 * @param captioned whether the point is what each mode does
 * @param notes sentences under the drawing
 * @param grid the same as a grid
 * @param dense whether there is too much for boxes in any case, so that the grid is drawn
 */
public record PictureContent(
        String title,
        String answer,
        String host,
        List<Ribbon> ribbons,
        List<Figure> figures,
        List<String> earlier,
        boolean divided,
        boolean captioned,
        List<String> notes,
        GridContent grid,
        boolean dense) {

    private static final double HALVED = 170;

    /** A text and at its end an IPv4 or IPv6 address, or the name of a bridge that the engine made. */
    private static final Pattern ENDING =
            Pattern.compile("(.*(?:\\S(?= )|：)) ?([0-9a-f]+[.:][0-9a-f.:]+|br-[0-9a-f]{12})");

    public PictureContent titled(String other) {
        return new PictureContent(
                other, answer, host, ribbons, figures, earlier, divided, captioned, notes, grid, dense);
    }

    public PictureContent answered(String other) {
        return new PictureContent(
                title, other, host, ribbons, figures, earlier, divided, captioned, notes, grid, dense);
    }

    /** The same with the answer in small print under the drawing: it says only that there is none yet. */
    public PictureContent withheld() {
        return answered("").noted(List.of(answer));
    }

    /**
     * The ways in which boxes may show it, the widest first: as it is; with Docker's default bridge in a sentence if nothing
     * is on it; with shorter lines under the networks' names; so, and with all networks that nothing is on in a sentence; with
     * interfaces above their addresses.
     */
    public List<PictureContent> forms() {
        PictureContent narrow = narrow();
        PictureContent tight = tight();
        return List.of(
                this,
                without(r -> r.own() && isIdle(r)),
                narrow,
                narrow.without(this::isIdle),
                tight,
                tight.without(this::isIdle));
    }

    /** With the shortest lines there are. */
    public PictureContent tight() {
        return new PictureContent(
                title,
                answer,
                host,
                ribbons.stream().map(Ribbon::tight).toList(),
                figures.stream().map(Figure::tight).toList(),
                earlier,
                divided,
                captioned,
                notes,
                grid,
                dense);
    }

    /** The same with shorter lines under the networks' names. */
    public PictureContent narrow() {
        return of(ribbons.stream().map(Ribbon::narrow).toList(), notes);
    }

    /** Whether nothing is on it, and it neither came nor went. */
    private boolean isIdle(Ribbon ribbon) {
        return ribbon.mark() == Mark.SAME
                && figures.stream()
                        .flatMap(f -> f.plugs().stream())
                        .noneMatch(plug -> plug.ribbon().equals(ribbon.id()));
    }

    private PictureContent without(Predicate<Ribbon> some) {
        List<String> named = ribbons.stream().filter(some).map(Ribbon::aside).toList();
        if (named.isEmpty() || figures.stream().allMatch(f -> f.plugs().isEmpty())) {
            return this;
        }
        String said = SENTENCES.say("grid.empty", String.join(SENTENCES.say("list.comma"), named));
        List<String> all = Stream.concat(notes.stream(), Stream.of(said)).toList();
        return of(ribbons.stream().filter(some.negate()).toList(), all);
    }

    private PictureContent of(List<Ribbon> others, List<String> said) {
        return new PictureContent(title, answer, host, others, figures, earlier, divided, captioned, said, grid, dense);
    }

    /** Whether a container is on a network whose gateway is the host. */
    public boolean gateways() {
        List<String> hosted =
                ribbons.stream().filter(Ribbon::hosted).map(Ribbon::id).toList();
        return figures.stream().flatMap(f -> f.plugs().stream()).anyMatch(plug -> hosted.contains(plug.ribbon()));
    }

    /** The same with further sentences under the drawing. */
    public PictureContent noted(List<String> more) {
        return of(ribbons, Stream.concat(notes.stream(), more.stream()).toList());
    }

    /** A text and, where it is shortened, the whole of it. */
    public record Words(String text, String full) {
        public static Words fit(String full, Letters letters, double limit) {
            return new Words(letters.fit(full, limit), full);
        }

        public static Words of(String text) {
            return new Words(text, text);
        }

        /** In two lines, the first of one word, if it is long. */
        Stream<Words> halved() {
            int space = text.indexOf(' ');
            return space > 0 && Letters.SMALL.width(text) > HALVED
                    ? Stream.of(new Words(text.substring(0, space), full), new Words(text.substring(space + 1), full))
                    : Stream.of(this);
        }

        /** In two lines if it ends with an address or a device. */
        Stream<Words> broken() {
            Matcher ending = ENDING.matcher(text);
            return ending.matches()
                    ? Stream.of(new Words(ending.group(1), full), new Words(ending.group(2), full))
                    : Stream.of(this);
        }
    }

    /**
     * A network.
     *
     * @param what the word "network", for many things are called bridge
     * @param lines what is said under its name
     * @param pieces the same in more and shorter lines
     * @param hosted whether its gateway is the host
     * @param aside what a sentence calls it where it is not drawn
     * @param own whether it is Docker's default bridge
     */
    public record Ribbon(
            String id,
            String what,
            Words name,
            List<Words> lines,
            List<Words> pieces,
            Colour.Pair colours,
            boolean dashed,
            boolean hosted,
            String aside,
            boolean own,
            Mark mark) {
        Ribbon narrow() {
            return new Ribbon(id, what, name, pieces, pieces, colours, dashed, hosted, aside, own, mark);
        }

        Ribbon tight() {
            List<Words> shortest = pieces.stream().flatMap(Words::broken).toList();
            return new Ribbon(id, what, name, shortest, shortest, colours, dashed, hosted, aside, own, mark);
        }
    }

    /**
     * A container.
     *
     * @param beneath a second interface that is on no network of the picture, in lines; else empty
     */
    public record Figure(
            String id,
            Words name,
            List<Words> under,
            Standing standing,
            List<Plug> plugs,
            List<Socket> sockets,
            List<Joined> joined,
            Mark mark,
            String caption,
            List<Words> beneath) {
        Figure tight() {
            return new Figure(
                    id,
                    name,
                    under.stream().flatMap(Words::halved).toList(),
                    standing,
                    plugs.stream().map(Plug::tight).toList(),
                    sockets.stream().map(Socket::tight).toList(),
                    joined,
                    mark,
                    caption,
                    beneath);
        }
    }

    /** A leg; {@code cut} is whether its interface is off, or without its address. */
    public record Plug(String ribbon, List<Words> labels, boolean cut, Mark mark) {
        /** The interface in a line of its own. */
        Plug tight() {
            return new Plug(ribbon, labels.stream().flatMap(Words::broken).toList(), cut, mark);
        }
    }

    /**
     * A port on the host's edge.
     *
     * @param outside the host's side
     * @param who who can open it
     * @param inside the container's side; empty in host mode, where there is but one side
     * @param brief that without the container's name
     * @param through the ribbon on which it leads to the container
     * @param handedOver whether the host hands calls over there, on a bridge
     */
    public record Socket(
            Words outside,
            String who,
            Words inside,
            String brief,
            Optional<String> through,
            boolean handedOver,
            Mark mark) {
        Socket tight() {
            return new Socket(outside, who, new Words(brief, inside.full()), brief, through, handedOver, mark);
        }
    }

    /** A container that shares the sandbox of the one above it. */
    public record Joined(Words name, List<Words> under, Mark mark) {}
}
