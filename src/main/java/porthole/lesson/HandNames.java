package porthole.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * What the things of a bridge that is built by hand are called.
 *
 * @param number how many have built at once, this one included, when it began
 * @param hands the container that may change the host's links
 * @param rooms for each container without a network its name and those of its cable's ends
 */
record HandNames(int number, String hands, List<Room> rooms) {
    /**
     * A container without a network.
     *
     * @param name its name
     * @param veth the cable's end that stays on the host
     * @param peer the cable's end that moves into it
     */
    record Room(String name, String veth, String peer) {}

    HandNames {
        rooms = List.copyOf(rooms);
    }

    /** The names of the course for the first who asks, and with a number for the others. */
    static HandNames of(int number, int rooms) {
        String suffix = number == 1 ? "" : String.valueOf(number);
        List<Room> all = new ArrayList<>();
        for (int i = 0; i < rooms; i++) {
            String letter = String.valueOf((char) ('a' + i)) + suffix;
            all.add(
                    rooms == 1
                            ? new Room("room" + suffix, "veth-room" + suffix, "end" + (number - 1))
                            : new Room("room-" + letter, "veth-" + letter, "end-" + letter));
        }
        return new HandNames(number, "hands" + suffix, all);
    }

    List<String> containers() {
        List<String> all = new ArrayList<>(rooms.stream().map(Room::name).toList());
        all.add(hands);
        return all;
    }

    List<String> ends() {
        return rooms.stream().flatMap(r -> List.of(r.veth(), r.peer()).stream()).toList();
    }
}
