package porthole.lesson;

import java.util.List;

/**
 * What the things of a bridge that is built by hand are called.
 *
 * @param number how many have built at once, this one included, when it began
 * @param room the container without a network
 * @param hands the container that may change the host's links
 * @param veth the cable's end that stays on the host
 * @param peer the cable's end that moves into the room
 */
record HandNames(int number, String room, String hands, String veth, String peer) {
    /** The names of the course for the first who asks, and with a number for the others. */
    static HandNames of(int number) {
        String suffix = number == 1 ? "" : String.valueOf(number);
        return new HandNames(number, "room" + suffix, "hands" + suffix, "veth-room" + suffix, "end" + (number - 1));
    }

    List<String> containers() {
        return List.of(room, hands);
    }

    List<String> ends() {
        return List.of(veth, peer);
    }
}
