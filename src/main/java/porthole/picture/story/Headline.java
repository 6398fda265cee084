package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.NetworkMode;
import porthole.picture.story.Claims.Pair;
import porthole.topology.Box;
import porthole.topology.CallOutcome;
import porthole.topology.Leg;
import porthole.topology.Standing;
import porthole.topology.Topology;

/**
 * The question that a picture answers, and the answer.
 *
 * @param title the question
 * @param answer the sentence under it
 * @param divided whether two groups that share nothing are the point
 * @param modes whether modes are compared
 */
record Headline(String title, String answer, boolean divided, boolean modes) {
    private static final Pattern WAITS = Pattern.compile("(\\S*/)?(sleep \\S+|tail -f /dev/null)");

    static Headline of(Topology topology) {
        if (comparesModes(topology)) {
            String said = faults(topology, modes(topology));
            return new Headline(SENTENCES.say("title.modes"), said, false, true);
        }
        List<List<Box>> groups = topology.groups();
        boolean divided =
                groups.size() == 2 && Figures.containers(topology.boxes()).size() <= GridRows.MOST;
        return new Headline(SENTENCES.say("title.who"), answer(topology, groups), divided, false);
    }

    /** Of those whose interfaces are off or lack their addresses, that is what is said, and nothing of whom they reach. */
    private static String answer(Topology topology, List<List<Box>> groups) {
        List<String> faulty = topology.boxes().stream()
                .filter(b -> !b.works())
                .map(b -> b.container().id())
                .toList();
        if (faulty.isEmpty()) {
            return who(topology, groups);
        }
        List<List<Box>> working = groups.stream()
                .map(g -> g.stream().filter(Box::works).toList())
                .filter(g -> !g.isEmpty())
                .toList();
        boolean several = working.stream().mapToInt(List::size).sum() > 1;
        return faults(topology, several ? who(topology.without(faulty), working) : "");
    }

    private static String faults(Topology topology, String answer) {
        List<String> said = new ArrayList<>();
        topology.boxes()
                .forEach(box ->
                        box.legs().stream().filter(leg -> !leg.works()).forEach(leg -> said.add(fault(box, leg))));
        return Stream.concat(Stream.of(answer).filter(a -> !a.isEmpty()), said.stream())
                .collect(Collectors.joining(SENTENCES.say("who.next")));
    }

    /** What is drawn; why it is so, {@code why} says. */
    private static String fault(Box box, Leg leg) {
        return SENTENCES.say(
                "who.cut",
                Phrases.shortened(box.name()),
                Phrases.shortened(leg.network().name()));
    }

    /** Host, none or a shared sandbox beside any other mode; not where who is there only waits for commands. */
    private static boolean comparesModes(Topology topology) {
        List<Container> live = Figures.containers(topology.boxes()).stream()
                .filter(Topology::isLive)
                .toList();
        return live.stream().map(Headline::kind).distinct().count() > 1
                && live.stream().anyMatch(c -> !kind(c).equals("bridge") && !waits(c));
    }

    /** As a container does that was started to run commands in: byHand()'s hands and rooms. */
    private static boolean waits(Container container) {
        return WAITS.matcher(container.command()).matches();
    }

    private static String kind(Container container) {
        NetworkMode mode = container.mode();
        if (mode instanceof NetworkMode.Host) {
            return "host";
        } else if (mode instanceof NetworkMode.None
                && Figures.networks(container).isEmpty()) {
            return "none";
        }
        return mode instanceof NetworkMode.OfContainer ? "container" : "bridge";
    }

    private static String modes(Topology topology) {
        List<Container> all = Figures.containers(topology.boxes());
        List<String> clauses = new ArrayList<>();
        first(topology).ifPresent(box -> clauses.add(addressed(box)));
        clause(all, "host").ifPresent(clauses::add);
        clause(all, "none").ifPresent(clauses::add);
        clause(all, "container").ifPresent(clauses::add);
        return SENTENCES.say("modes.end", String.join(SENTENCES.say("modes.next"), clauses));
    }

    private static String addressed(Box box) {
        String name = Phrases.shortened(box.name());
        String address = box.legs().get(0).address().orElse("?");
        String driver = box.legs().get(0).network().driver();
        return driver.equals("bridge")
                ? SENTENCES.say("modes.bridge", name, address)
                : SENTENCES.say("modes.driver", name, address, driver);
    }

    private static Optional<Box> first(Topology topology) {
        return topology.boxes().stream()
                .filter(b -> b.standing() == Standing.ATTACHED && !b.legs().isEmpty() && b.works())
                .findFirst();
    }

    private static Optional<String> clause(List<Container> all, String kind) {
        List<String> names = all.stream()
                .filter(c -> Topology.isLive(c) && kind(c).equals(kind))
                .map(Container::name)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(SENTENCES.say("modes." + kind, Phrases.names(names)));
    }

    private static String who(Topology topology, List<List<Box>> groups) {
        if (topology.boxes().isEmpty()) {
            return SENTENCES.say("who.nobody");
        }
        return switch (groups.size()) {
            case 0 -> alone(topology);
            case 1 -> one(topology, groups.get(0));
            case 2 -> two(topology, groups);
            default -> many(topology, groups);
        };
    }

    private static List<String> names(List<Box> group) {
        return group.stream().map(b -> Figures.shown(b.name())).toList();
    }

    private static String alone(Topology topology) {
        List<Box> boxes = topology.boxes();
        Standing standing = boxes.get(0).standing();
        String key = boxes.stream().allMatch(b -> b.standing() == standing)
                ? switch (standing) {
                    case HOST -> "alone.host";
                    case STOPPED -> "alone.stopped";
                    case BORROWED -> "alone.borrowed";
                    default -> "alone.none";
                }
                : "alone.mixed";
        return SENTENCES.say(key, Phrases.names(names(boxes)));
    }

    private static String one(Topology topology, List<Box> group) {
        if (group.size() == 1) {
            Box box = group.get(0);
            List<String> places = box.legs().stream()
                    .map(leg -> SENTENCES.say(
                            "who.place",
                            Phrases.shortened(leg.network().name()),
                            leg.address().orElse("?")))
                    .toList();
            return SENTENCES.say("who.single", Phrases.shortened(box.name()), Phrases.names(places));
        }
        List<Box> joints = group.stream().filter(b -> b.legs().size() > 1).toList();
        Claims claims = new Claims(topology.snapshot());
        List<Pair> pairs = claims.within(group);
        if (joints.isEmpty()) {
            return together(group, pairs, claims);
        }
        boolean asDrawn = pairs.stream().allMatch(p -> p.reaches() == share(p) && !p.bySixAlone());
        if (!asDrawn) {
            return SENTENCES.say("who.joints.partly", Phrases.names(names(joints)));
        }
        WaysAcross ways = WaysAcross.of(topology);
        if (joints.size() == 1) {
            List<String> networks =
                    joints.get(0).legs().stream().map(l -> l.network().name()).toList();
            return say(ways, "who.joint", Phrases.shortened(joints.get(0).name()), Phrases.names(networks));
        }
        return joints.size() == group.size() && joints.size() > 2
                ? say(ways, "who.joints.all", joints.size())
                : say(ways, "who.joints", Phrases.names(names(joints)));
    }

    /** Published ports are mentioned where they lead somewhere, and who cannot call them. */
    private static String say(WaysAcross ways, String key, Object... values) {
        return SENTENCES.say(ways.key(key), values) + ways.exception();
    }

    private static boolean share(Pair pair) {
        return pair.from().legs().stream()
                .anyMatch(leg -> pair.to().leg(leg.network()).isPresent());
    }

    /** All on one network: what its members can do is the network's to say. */
    private static String together(List<Box> group, List<Pair> pairs, Claims claims) {
        Network network = group.get(0).legs().get(0).network();
        String names = Phrases.names(names(group));
        String place = Phrases.shortened(network.name());
        Pair first = pairs.get(0);
        if (pairs.stream().noneMatch(Pair::reaches)) {
            boolean known = first.best().verdict().outcome() != CallOutcome.UNKNOWN;
            return SENTENCES.say(known ? "who.apart" : "who.unknown", names, place);
        }
        if (pairs.stream().allMatch(Pair::bySixAlone)) {
            return SENTENCES.say("who.six", names, place);
        }
        if (!pairs.stream().allMatch(p -> p.reaches() && !p.bySixAlone())) {
            return SENTENCES.say("who.partly", names, place);
        }
        return SENTENCES.say(pairs.stream().allMatch(claims::byName) ? "who.user" : "who.default", names, place);
    }

    private static String many(Topology topology, List<List<Box>> groups) {
        if (passes(topology, groups)) {
            return SENTENCES.say(
                    "who.groups.six", Figures.containers(flat(groups)).size(), groups.size());
        }
        List<Box> boxes = flat(groups);
        WaysAcross ways = WaysAcross.of(topology);
        Claims claims = new Claims(topology.snapshot());
        boolean asDrawn = groups.stream()
                .flatMap(g -> claims.within(g).stream())
                .allMatch(p -> p.reaches() == share(p) && !p.bySixAlone());
        if (asDrawn) {
            long networks = topology.bands().stream()
                    .filter(n -> !topology.on(n).isEmpty())
                    .count();
            return say(ways, "who.many", Figures.containers(boxes).size(), networks);
        }
        return say(ways, "who.groups", Figures.containers(boxes).size(), groups.size());
    }

    private static List<Box> flat(List<List<Box>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Whether something arrives across all the same: IPv6, where an engine does not filter it. */
    private static boolean passes(Topology topology, List<List<Box>> groups) {
        return new Claims(topology.snapshot()).across(groups).stream().anyMatch(Pair::reaches);
    }

    private static String two(Topology topology, List<List<Box>> groups) {
        List<Box> one = groups.get(0);
        List<Box> other = groups.get(1);
        String key = one.size() == 1 && other.size() == 1 ? "who.two" : "who.sides";
        if (passes(topology, groups)) {
            return SENTENCES.say(key + ".six", Phrases.names(names(one)), Phrases.names(names(other)));
        }
        return say(WaysAcross.of(topology), key, Phrases.names(names(one)), Phrases.names(names(other)));
    }
}
