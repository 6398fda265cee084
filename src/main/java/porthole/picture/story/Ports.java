package porthole.picture.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Port;
import porthole.topology.Box;
import porthole.topology.Mark;
import porthole.topology.Published;

/** The sockets of one container, as few as tell the truth: neighbouring ports are one socket, and many are counted. */
final class Ports {
    private static final Sentences SENTENCES = Sentences.of(Ports.class);
    private static final int MOST = 4;

    private Ports() {}

    /** One socket. */
    record Door(String outside, String inside, Optional<Network> through, Mark mark) {}

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
        return limit(doors);
    }

    private static boolean follows(Published a, Published b) {
        return a.hostAddress().equals(b.hostAddress())
                && a.containerPort().protocol().equals(b.containerPort().protocol())
                && b.hostPort() == a.hostPort() + 1
                && b.containerPort().number() == a.containerPort().number() + 1;
    }

    private static Door door(Box box, Published first, Published last, Mark mark) {
        boolean one = first.equals(last);
        String outside = one ? first.socket() : first.socket() + "–" + last.hostPort();
        String target = one ? first.target() : first.target() + "–" + last.target();
        return new Door(outside, box.name() + ":" + target, first.through(), mark);
    }

    static List<Door> listening(Container container, Mark mark) {
        return limit(container.listening().stream()
                .sorted()
                .distinct()
                .map(p -> new Door(":" + text(p), "", Optional.empty(), mark))
                .toList());
    }

    static String text(Port port) {
        return port.protocol().equals("tcp") ? "" + port.number() : port.toString();
    }

    private static List<Door> limit(List<Door> doors) {
        if (doors.size() <= MOST) {
            return doors;
        }
        List<Door> some = new ArrayList<>(doors.subList(0, MOST - 1));
        int more = doors.size() - some.size();
        Door next = doors.get(MOST - 1);
        some.add(new Door(next.outside() + " …", SENTENCES.say("ports.more", more), next.through(), next.mark()));
        return some;
    }
}
