package porthole.picture.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.display.Sentences;
import porthole.network.Network;
import porthole.network.Port;
import porthole.picture.form.Letters;
import porthole.picture.story.PictureContent.Figure;
import porthole.picture.story.PictureContent.Joined;
import porthole.picture.story.PictureContent.Plug;
import porthole.picture.story.PictureContent.Socket;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Box;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Published;
import porthole.topology.Standing;

/**
 * Many containers as few figures: beyond {@value #MOST} containers, those that are on the same networks become one
 * box that counts them. What a step changed stays by itself.
 */
final class Fold {
    /** Up to so many containers all are drawn. */
    static final int MOST = 30;

    private static final int SMALLEST_GROUP = 2;
    private static final Sentences SENTENCES = Sentences.of(Fold.class);

    private final Marks marks;
    private final Figures figures;

    /** @param modes whether the point is what each mode does */
    Fold(Marks marks, boolean modes) {
        this.marks = marks;
        this.figures = new Figures(marks, modes);
    }

    /** Boxes that are drawn alike. */
    private record Alike(Standing standing, List<String> networks, boolean sidecars, String own) {}

    List<Figure> of(List<Box> boxes) {
        if (Figures.containers(boxes).size() <= MOST) {
            return boxes.stream().map(figures::of).toList();
        }
        Map<Alike, List<Box>> groups = new LinkedHashMap<>();
        for (Box box : boxes) {
            groups.computeIfAbsent(alike(box), a -> new ArrayList<>()).add(box);
        }
        return groups.values().stream()
                .flatMap(g -> g.size() < SMALLEST_GROUP
                        ? g.stream().map(figures::of)
                        : Stream.of(counted(g.stream()
                                .sorted(Comparator.comparing(Box::name, NaturalOrder.INSTANCE))
                                .toList())))
                .toList();
    }

    private Alike alike(Box box) {
        boolean changed = marks.of(box.container()) != Mark.SAME
                || box.legs().stream().anyMatch(leg -> marks.of(box.container(), leg) != Mark.SAME)
                || box.ports().stream().anyMatch(port -> marks.of(box.container(), port) != Mark.SAME)
                || box.sidecars().stream().anyMatch(c -> marks.of(c) != Mark.SAME);
        List<String> networks =
                box.legs().stream().map(leg -> leg.network().id()).toList();
        String own = changed ? box.container().id() : "";
        return new Alike(box.standing(), networks, !box.sidecars().isEmpty(), own);
    }

    private Figure counted(List<Box> group) {
        Box first = group.get(0);
        Box last = group.get(group.size() - 1);
        return new Figure(
                first.container().id(),
                span(first.name(), last.name()),
                List.of(Words.of(SENTENCES.say("containers", group.size()))),
                first.standing(),
                first.legs().stream()
                        .map(leg -> new Plug(leg.network().id(), List.of(addresses(group, leg.network())), Mark.SAME))
                        .toList(),
                sockets(group),
                joined(group),
                Mark.SAME,
                Figures.caption(first.container()));
    }

    private static Words span(String first, String last) {
        double half = Figures.NAME_LIMIT / 2 - 8;
        return new Words(Letters.BOX.fit(first, half) + " … " + Letters.BOX.fit(last, half), first + " … " + last);
    }

    private static Words addresses(List<Box> group, Network network) {
        List<String> addresses = group.stream()
                .flatMap(box -> box.leg(network).flatMap(Leg::address).stream())
                .sorted(NaturalOrder.INSTANCE)
                .toList();
        if (addresses.isEmpty()) {
            return Words.of(SENTENCES.say("no.address"));
        }
        String first = addresses.get(0);
        String last = addresses.get(addresses.size() - 1);
        int dot = first.lastIndexOf('.');
        String tail = dot > 0 && last.startsWith(first.substring(0, dot)) ? last.substring(dot) : last;
        return new Words(first + " … " + tail, String.join(", ", addresses));
    }

    private static List<Socket> sockets(List<Box> group) {
        List<String> outside = new ArrayList<>();
        List<String> inside = new ArrayList<>();
        for (Box box : group) {
            for (Published port : box.ports()) {
                outside.add(port.socket());
                inside.add(box.name() + ":" + port.target());
            }
            for (Port port : box.container().listening()) {
                outside.add(":" + Ports.text(port));
                inside.add("");
            }
        }
        if (outside.isEmpty()) {
            return List.of();
        }
        Optional<String> through = group.stream()
                .flatMap(b -> b.ports().stream())
                .flatMap(p -> p.through().stream())
                .map(Network::id)
                .findFirst();
        if (outside.size() == 1) {
            return List.of(Figures.socket(outside.get(0), inside.get(0), through, Mark.SAME));
        }
        List<String> sorted =
                outside.stream().distinct().sorted(NaturalOrder.INSTANCE).toList();
        return List.of(Figures.socket(
                sorted.get(0) + " … " + sorted.get(sorted.size() - 1),
                inside.get(0).isEmpty() ? "" : SENTENCES.say("ports", outside.size()),
                through,
                Mark.SAME));
    }

    private static List<Joined> joined(List<Box> group) {
        long sidecars = group.stream().mapToLong(b -> b.sidecars().size()).sum();
        if (sidecars == 0) {
            return List.of();
        }
        return List.of(new Joined(
                Words.of(SENTENCES.say("containers", sidecars)),
                List.of(Words.of(SENTENCES.say("share.above"))),
                Mark.SAME));
    }
}
