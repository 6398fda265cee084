package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Port;
import porthole.topology.Box;
import porthole.topology.Mark;
import porthole.topology.Published;
import porthole.topology.Standing;

/** The sockets of one container, as few as tell the truth: neighbouring ports are one socket. */
final class Ports {
    private static final int MOST = 4;

    private Ports() {}

    /** One socket; {@code brief} is what is inside without its container's name. */
    record Door(
            String outside,
            String who,
            String inside,
            String brief,
            Optional<Network> through,
            boolean handedOver,
            Mark mark) {}

    static List<Door> published(Box box, Marks marks) {
        List<Door> doors = new ArrayList<>();
        List<Published> ports = box.ports();
        int i = 0;
        while (i < ports.size()) {
            Mark mark = marks.of(box.container(), ports.get(i));
            int end = i;
            while (end + 1 < ports.size()
                    && follows(ports.get(end), ports.get(end + 1))
                    && marks.of(box.container(), ports.get(end + 1)) == mark) {
                end++;
            }
            doors.add(door(box, ports.get(i), ports.get(end), mark));
            i = end + 1;
        }
        return doors;
    }

    static boolean follows(Published a, Published b) {
        return a.hostAddress().equals(b.hostAddress())
                && a.containerPort().protocol().equals(b.containerPort().protocol())
                && b.hostPort() == a.hostPort() + 1
                && b.containerPort().number() == a.containerPort().number() + 1;
    }

    private static Door door(Box box, Published first, Published last, Mark mark) {
        boolean one = first.equals(last);
        String outside = one ? first.socket() : first.socket() + "–" + last.hostPort();
        String target = one ? first.target() : first.target() + "–" + last.target();
        return new Door(
                outside,
                Openings.who(first),
                SENTENCES.say("socket.inside", box.name(), target),
                SENTENCES.say("socket.inside.brief", target),
                first.through(),
                isOnBridge(first),
                mark);
    }

    /** An overlay's container is called through {@code docker_gwbridge}, not through the overlay. */
    private static boolean isOnBridge(Published port) {
        return port.through().filter(n -> n.driver().equals("bridge")).isPresent();
    }

    static List<Door> listening(Container container, Mark mark) {
        return container.listening().stream()
                .sorted()
                .distinct()
                .map(p ->
                        new Door(":" + text(p), SENTENCES.say("door.own.short"), "", "", Optional.empty(), false, mark))
                .toList();
    }

    static String text(Port port) {
        return port.protocol().equals("tcp") ? "" + port.number() : port.toString();
    }

    /** Whether a box has more sockets than find room on it. */
    static boolean isMany(Box box, Marks marks) {
        int sockets = box.standing() == Standing.HOST
                ? listening(box.container(), Mark.SAME).size()
                : published(box, marks).size();
        return sockets > MOST;
    }
}
