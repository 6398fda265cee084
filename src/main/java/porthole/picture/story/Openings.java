package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.network.Container;
import porthole.picture.story.GridContent.Door;
import porthole.topology.Box;
import porthole.topology.Mark;
import porthole.topology.Published;
import porthole.topology.Standing;

/** Who may call in from where, with every port: {@code everyone: 8080 → 80}. */
final class Openings {
    /** From so many neighbouring ports on, the first and the last stand for all. */
    private static final int RUN = 4;

    /** A pair stays on one line. */
    private static final char UNBROKEN = '\u00a0';

    private final Marks marks;

    Openings(Marks marks) {
        this.marks = marks;
    }

    /** @param rank the more may call, the lower */
    private record Key(String who, int rank, Mark mark) {}

    private static Door door(Key key, List<String> ports) {
        String text = key.who() + String.join(SENTENCES.say("list.comma"), ports);
        return new Door(BandLabels.signed(key.mark(), text), key.mark());
    }

    /** @param named whether several containers share the row, so that each port says whose it is */
    List<Door> of(List<Box> boxes, boolean named) {
        Map<Key, List<String>> ports = new LinkedHashMap<>();
        for (Box box : boxes) {
            if (box.standing() == Standing.HOST) {
                listening(box.container(), ports, named);
            } else {
                published(box, ports, named);
            }
        }
        List<Door> doors = new ArrayList<>();
        ports.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().rank()))
                .forEach(e -> doors.add(door(e.getKey(), e.getValue())));
        return doors;
    }

    private void listening(Container container, Map<Key, List<String>> ports, boolean named) {
        container.listening().stream()
                .sorted()
                .distinct()
                .forEach(p -> add(
                        ports,
                        new Key(SENTENCES.say("door.own"), 0, marks.of(container)),
                        (named ? container.name() + " " : "") + Ports.text(p)));
    }

    private void published(Box box, Map<Key, List<String>> ports, boolean named) {
        List<Published> all = box.ports();
        String whose = named ? box.name() + UNBROKEN : "";
        for (int i = 0; i < all.size(); ) {
            int end = i;
            while (end + 1 < all.size() && follows(box, all.get(end), all.get(end + 1))) {
                end++;
            }
            Key key = new Key(
                    SENTENCES.say("door.from", who(all.get(i))),
                    rank(all.get(i)),
                    marks.of(box.container(), all.get(i)));
            if (end - i + 1 >= RUN) {
                String run = run(all.get(i), all.get(end), end - i + 1);
                add(ports, key, whose + run);
            } else {
                all.subList(i, end + 1).forEach(p -> add(ports, key, whose + pair(p)));
            }
            i = end + 1;
        }
    }

    private static void add(Map<Key, List<String>> ports, Key key, String text) {
        ports.computeIfAbsent(key, k -> new ArrayList<>()).add(text);
    }

    private boolean follows(Box box, Published a, Published b) {
        return Ports.follows(a, b) && marks.of(box.container(), a) == marks.of(box.container(), b);
    }

    private static String run(Published first, Published last, int count) {
        return SENTENCES
                .say(
                        "door.run",
                        String.valueOf(first.hostPort()),
                        String.valueOf(last.hostPort()),
                        first.target(),
                        last.target(),
                        count)
                .replace(' ', UNBROKEN);
    }

    private static String pair(Published port) {
        return (port.hostPort() + " → " + port.target()).replace(' ', UNBROKEN);
    }

    private static int rank(Published port) {
        return port.hostAddress().isEmpty() ? 0 : port.isForIPv6Alone() ? 1 : isLocal(port) ? 3 : 2;
    }

    /** Who can open a published port. */
    static String who(Published port) {
        String address = port.hostAddress().orElse("");
        if (address.isEmpty()) {
            return SENTENCES.say("door.everyone");
        }
        if (port.isForIPv6Alone()) {
            return SENTENCES.say("door.everyone.six");
        }
        return isLocal(port) ? SENTENCES.say("door.local") : SENTENCES.say("door.at", address);
    }

    /** Whether only this host can open it. */
    static boolean isLocal(Published port) {
        String address = port.hostAddress().orElse("");
        return address.startsWith("127.") || address.equals("::1");
    }
}
