package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Joined;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Socket;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Standing;

/** Boxes in words: one figure for each container. */
final class Figures {
    private static final Sentences SENTENCES = Sentences.of(Figures.class);
    static final double NAME_LIMIT = 300;
    static final double UNDER_LIMIT = 260;
    private static final double LABEL_LIMIT = 340;
    private static final double SOCKET_LIMIT = 400;

    private final Snapshot snapshot;
    private final Marks marks;
    private final Telling telling;
    private final boolean modes;

    /** @param modes whether each sidecar tells its mode */
    Figures(Snapshot snapshot, Marks marks, Telling telling, boolean modes) {
        this.snapshot = snapshot;
        this.telling = telling;
        this.marks = marks;
        this.modes = modes;
    }

    Figure of(Box box) {
        Container container = box.container();
        Mark mark = marks.of(container);
        return new Figure(
                container.id(),
                Words.fit(BandLabels.signed(mark, shown(container.name())), Letters.BOX, NAME_LIMIT),
                under(box),
                box.standing(),
                box.legs().stream().map(leg -> plug(container, leg)).toList(),
                sockets(box),
                box.sidecars().stream().map(c -> joined(box, c)).toList(),
                mark,
                caption(container),
                SecondLegs.has(snapshot, box) ? beneath() : List.of());
    }

    private static List<Words> beneath() {
        return Stream.of(SENTENCES.say("second.leg.lines").split("\\|"))
                .map(Words::of)
                .toList();
    }

    /** A task's container is named {@code web.1.} and 25 letters of an id; the id tells a reader nothing. */
    static String shown(String name) {
        return name.replaceFirst("[.][a-z0-9]{25}$", "");
    }

    private List<Words> under(Box box) {
        Container container = box.container();
        List<String> lines = new ArrayList<>();
        lines.add(SENTENCES.say("image", container.image()));
        if (!container.state().equals("running")) {
            lines.add(SENTENCES.say("state", container.state()));
        }
        if (!box.elsewhere().isEmpty()) {
            lines.add(SENTENCES.say("elsewhere", String.join(SENTENCES.say("list.comma"), box.elsewhere())));
        }
        if (box.standing() == Standing.BORROWED && container.mode() instanceof NetworkMode.OfContainer shared) {
            lines.add(SENTENCES.say("borrowed", shorten(shared.container())));
        }
        if (telling.isOther(container)) {
            lines.add(SENTENCES.say("other"));
        }
        return lines.stream()
                .map(line -> Words.fit(line, Letters.SMALL, UNDER_LIMIT))
                .toList();
    }

    /** Ids as the command line prints them. */
    private static String shorten(String container) {
        return container.matches("[0-9a-f]{13,64}") ? container.substring(0, 12) : container;
    }

    private Plug plug(Container container, Leg leg) {
        Mark mark = marks.of(container, leg);
        Letters letters = mark == Mark.SAME ? Letters.SMALL : Letters.SMALL_BOLD;
        Endpoint endpoint = leg.endpoint();
        String first = Phrases.place(endpoint.interfaceName().orElse(""), leg);
        List<Words> labels = new ArrayList<>();
        telling.veth(container, leg).ifPresent(end -> labels.add(Words.fit(end, letters, LABEL_LIMIT)));
        labels.add(Words.fit(BandLabels.signed(mark, first), letters, LABEL_LIMIT));
        if (endpoint.address().isPresent()) {
            endpoint.address6().ifPresent(six -> labels.add(Words.fit(six, letters, LABEL_LIMIT)));
        }
        return new Plug(leg.network().id(), labels, !leg.works(), mark);
    }

    private List<Socket> sockets(Box box) {
        Container container = box.container();
        if (box.standing() == Standing.HOST) {
            return Ports.listening(container, marks.of(container)).stream()
                    .map(Figures::socket)
                    .toList();
        }
        return Ports.published(box, marks).stream().map(Figures::socket).toList();
    }

    private static Socket socket(Ports.Door door) {
        return new Socket(
                Words.fit(BandLabels.signed(door.mark(), door.outside()), Letters.SOCKET, SOCKET_LIMIT),
                door.who(),
                Words.fit(door.inside(), Letters.SMALL, NAME_LIMIT),
                door.brief(),
                door.through().map(Network::id),
                door.handedOver(),
                door.mark());
    }

    private Joined joined(Box owner, Container sidecar) {
        Mark mark = marks.of(sidecar);
        Words under =
                Words.fit(SENTENCES.say("image", sidecar.image()) + " · " + shared(owner), Letters.SMALL, UNDER_LIMIT);
        return new Joined(
                Words.fit(BandLabels.signed(mark, sidecar.name()), Letters.BOX, NAME_LIMIT),
                modes
                        ? List.of(under, Words.fit("--network container:" + owner.name(), Letters.SMALL, UNDER_LIMIT))
                        : List.of(under),
                mark);
    }

    /** What a sidecar has in common with its owner: the interfaces, or the host. */
    static String shared(Box owner) {
        if (owner.standing() == Standing.HOST) {
            return SENTENCES.say("same.host");
        }
        String interfaces = owner.legs().stream()
                .flatMap(leg -> leg.endpoint().interfaceName().stream())
                .collect(Collectors.joining(", "));
        if (interfaces.isEmpty()) {
            return owner.legs().isEmpty() ? SENTENCES.say("same", "lo") : SENTENCES.say("same.address");
        }
        return SENTENCES.say("same", interfaces);
    }

    /**
     * The mode in the words of the command line or, for bridges, in those of the manual. Whoever was started with another
     * network than it is on now, as one that left {@code none} for a bridge, is named by where it is.
     */
    static String caption(Container container) {
        NetworkMode mode = container.mode();
        List<String> networks = networks(container);
        if (mode instanceof NetworkMode.Host) {
            return "--network host";
        } else if (mode instanceof NetworkMode.None && networks.isEmpty()) {
            return "--network none";
        } else if (mode instanceof NetworkMode.OfContainer) {
            return "--network container:…";
        }
        boolean first = networks.isEmpty() || (mode instanceof NetworkMode.Named && networks.size() > 1);
        boolean bridge = first ? mode instanceof NetworkMode.DefaultBridge : networks.contains("bridge");
        return SENTENCES.say(bridge ? "mode.bridge" : "mode.user");
    }

    /** Names of the networks on which it is now; {@code none} and {@code host} plug nothing in and are not among them. */
    static List<String> networks(Container container) {
        return container.endpoints().stream().map(Endpoint::network).toList();
    }

    /** All containers of the boxes, sidecars after their owners. */
    static List<Container> containers(List<Box> boxes) {
        return boxes.stream()
                .flatMap(b -> Stream.concat(Stream.of(b.container()), b.sidecars().stream()))
                .toList();
    }
}
