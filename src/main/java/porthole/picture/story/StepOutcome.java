package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.network.NetworkMode;
import porthole.network.Snapshot;
import porthole.topology.Box;
import porthole.topology.Change;
import porthole.topology.Difference;
import porthole.topology.Leg;
import porthole.topology.Mark;
import porthole.topology.Reachability;
import porthole.topology.Topology;

/** What a step did, in a sentence. */
final class StepOutcome {
    private static final int MOST = 3;
    /** Beyond this many containers nobody wants to read who now reaches whom. */
    private static final int MOST_ASKED = 60;

    private final Change change;

    private StepOutcome(Change change) {
        this.change = change;
    }

    /** @param commandLine what was done; empty where there is no one line for it */
    static String of(Change change, String commandLine) {
        String what = new StepOutcome(change).sentence();
        return commandLine.isBlank()
                ? SENTENCES.say("change.unnamed", what)
                : SENTENCES.say("change.by", commandLine.strip(), what);
    }

    private String sentence() {
        List<Difference> differences = change.differences();
        if (differences.isEmpty()) {
            return SENTENCES.say("change.nothing");
        }
        List<String> clauses = new ArrayList<>();
        differences.stream().limit(differences.size() <= MOST ? MOST : MOST - 1).forEach(d -> clauses.add(clause(d)));
        int more = differences.size() - clauses.size();
        if (more > 0) {
            clauses.add(SENTENCES.say("change.more", more));
        }
        return SENTENCES.say("change.end", String.join(SENTENCES.say("list.semicolon"), clauses));
    }

    private String clause(Difference difference) {
        if (difference instanceof Difference.OfNetwork d) {
            String range = d.network().pool().map(p -> p.subnet().toString()).orElse("");
            String key = d.mark() == Mark.WENT
                    ? "change.network.went"
                    : range.isEmpty() ? "change.network.came" : "change.network.range";
            return SENTENCES.say(key, Phrases.shortened(d.network().name()), range);
        } else if (difference instanceof Difference.OfContainer d) {
            return container(d);
        } else if (difference instanceof Difference.OfLeg d) {
            return leg(d);
        } else if (difference instanceof Difference.OfPort d) {
            return SENTENCES.say(
                    d.mark() == Mark.CAME ? "change.port.came" : "change.port.went",
                    d.port().socket(),
                    Phrases.shortened(d.container().name()),
                    d.port().target());
        }
        throw new IllegalStateException("A difference without words: " + difference);
    }

    private String container(Difference.OfContainer difference) {
        Container container = difference.container();
        String name = Phrases.shortened(container.name());
        if (difference.mark() == Mark.WENT) {
            boolean there =
                    change.after().snapshot().containers().stream().anyMatch(c -> c.id().equals(container.id()));
            return SENTENCES.say(there ? "change.stopped" : "change.gone", name);
        }
        if (difference.mark() == Mark.MOVED) {
            return SENTENCES.say("change.state", name, container.state());
        }
        List<String> places = change.after().boxes().stream()
                .filter(b -> b.container().id().equals(container.id()))
                .flatMap(b -> b.legs().stream())
                .map(StepOutcome::place)
                .toList();
        if (!places.isEmpty()) {
            return SENTENCES.say("change.came", name, Phrases.names(places));
        }
        NetworkMode mode = container.mode();
        String key = mode instanceof NetworkMode.Host
                ? "change.came.host"
                : mode instanceof NetworkMode.OfContainer ? "change.came.shared" : "change.came.none";
        return SENTENCES.say(key, name, owner(container));
    }

    private String owner(Container container) {
        return container.mode() instanceof NetworkMode.OfContainer shared
                ? change.after()
                        .snapshot()
                        .container(shared.container())
                        .map(c -> Phrases.shortened(c.name()))
                        .orElse("?")
                : "";
    }

    private static String place(Leg leg) {
        return SENTENCES.say(
                "who.place",
                Phrases.shortened(leg.network().name()),
                leg.address().orElse("?"));
    }

    private static String state(Leg leg) {
        return Phrases.place(leg.endpoint().interfaceName().orElse(""), leg);
    }

    private String leg(Difference.OfLeg difference) {
        String name = Phrases.shortened(difference.container().name());
        if (difference.mark() == Mark.MOVED) {
            Leg leg = difference.leg();
            return difference
                            .was()
                            .filter(was ->
                                    !was.endpoint().seen().equals(leg.endpoint().seen()))
                            .isPresent()
                    ? SENTENCES.say(
                            "change.leg.state",
                            name,
                            state(leg),
                            Phrases.shortened(leg.network().name()))
                    : SENTENCES.say("change.leg.moved", name, place(leg));
        }
        boolean came = difference.mark() == Mark.CAME;
        Snapshot here = (came ? change.after() : change.before()).snapshot();
        Snapshot there = (came ? change.before() : change.after()).snapshot();
        List<Reachability> only = reachedOnlyIn(here, there, difference.container());
        String key = "change.leg." + (came ? "came" : "went");
        if (only.isEmpty()) {
            return SENTENCES.say(key, name, place(difference.leg()));
        }
        List<String> names = only.stream().map(Reachability::to).toList();
        boolean named = only.stream().allMatch(Reachability::byName);
        return SENTENCES.say(key + (named && came ? ".name" : ".reach"), name, Phrases.names(names));
    }

    private List<Reachability> reachedOnlyIn(Snapshot here, Snapshot there, Container container) {
        List<Container> others = Stream.concat(
                        change.before().boxes().stream().map(Box::container),
                        change.after().boxes().stream().map(Box::container))
                .filter(c -> Topology.isLive(c) && !c.id().equals(container.id()))
                .distinct()
                .limit(MOST_ASKED)
                .toList();
        List<Reachability> only = new ArrayList<>();
        for (Container other : others) {
            Reachability now = predict(here, container, other);
            if (now != null
                    && now.reaches()
                    && only.stream().noneMatch(r -> r.to().equals(other.name()))
                    && !reaches(there, container, other)) {
                only.add(now);
            }
        }
        return only;
    }

    private static boolean reaches(Snapshot snapshot, Container from, Container to) {
        Reachability verdict = predict(snapshot, from, to);
        return verdict != null && verdict.reaches();
    }

    private static @org.jspecify.annotations.Nullable Reachability predict(
            Snapshot snapshot, Container from, Container to) {
        return snapshot.container(from.id()).isPresent()
                        && snapshot.container(to.id()).isPresent()
                ? Reachability.predict(snapshot, from.id(), to.id())
                : null;
    }
}
