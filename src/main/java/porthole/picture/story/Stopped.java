package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.network.Container;
import porthole.topology.Topology;

/** Which containers a picture leaves out because they do not run: often it is just the one that is looked for. */
final class Stopped {
    private static final int MOST = 5;

    private Stopped() {}

    /** One sentence with their names; empty if nothing is left out. */
    static Optional<String> sentence(List<Topology> hosts) {
        List<String> names = hosts.stream()
                .filter(h -> h.stopped() > 0)
                .flatMap(Stopped::names)
                .sorted(NaturalOrder.INSTANCE)
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join(SENTENCES.say("list.comma"), names.subList(0, Math.min(MOST, names.size())));
        return Optional.of(
                names.size() <= MOST
                        ? SENTENCES.say("note.stopped", some)
                        : SENTENCES.say("note.stopped.more", some, names.size() - MOST));
    }

    private static Stream<String> names(Topology host) {
        List<String> drawn = host.boxes().stream().map(b -> b.container().id()).toList();
        return host.snapshot().containers().stream()
                .filter(c -> !Topology.isLive(c) && !drawn.contains(c.id()))
                .map(Stopped::named);
    }

    /** With the networks that it will be on if it is started. */
    private static String named(Container container) {
        List<String> networks = Figures.networks(container);
        return networks.isEmpty()
                ? container.name()
                : SENTENCES.say(
                        "grid.empty.range", container.name(), String.join(SENTENCES.say("list.comma"), networks));
    }
}
