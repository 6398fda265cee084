package porthole.picture.story;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import porthole.picture.form.Colour;
import porthole.picture.story.PictureContent.Words;
import porthole.topology.Mark;

/**
 * What a grid has to tell: networks as lines, containers as rows, a dot with an address where they meet.
 *
 * @param host the host's heading
 * @param lines the networks that anything is on, or that came or went, in their order
 * @param rows the containers, in groups by their first network
 * @param doors whether a column says who may call in
 * @param notes sentences under the grid
 */
public record GridContent(String host, List<NetworkLine> lines, List<Row> rows, boolean doors, List<String> notes) {
    public GridContent {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * A network.
     *
     * @param letter what stands in its dots: a letter, or two where there are more than 26
     * @param says lines of its header under its name
     * @param aside what more is known of it, where there is room
     * @param dashes lengths of dash and gap in turn; empty for a solid line
     * @param led whether the driver is said in any case, as the first of {@code says}
     * @param second whether the engine makes it for a swarm, so that interfaces on it are second ones: drawn thin
     */
    public record NetworkLine(
            String id,
            String letter,
            Words name,
            List<String> says,
            List<String> aside,
            Colour.Pair colours,
            List<Double> dashes,
            boolean led,
            boolean second,
            Mark mark) {
        /** All that is known of it. */
        public List<String> all() {
            int first = led ? 1 : 0;
            return Stream.of(says.subList(0, first), aside, says.subList(first, says.size()))
                    .flatMap(List::stream)
                    .toList();
        }

        /** The same with its driver where it is always said: beside networks of other drivers. */
        NetworkLine named(String driver) {
            List<String> more =
                    Stream.concat(Stream.of(driver), says.stream()).distinct().toList();
            List<String> less = aside.stream().filter(s -> !s.equals(driver)).toList();
            return new NetworkLine(id, letter, name, more, less, colours, dashes, true, second, mark);
        }
    }

    /**
     * One container, or several on the same networks.
     *
     * @param names its name, or in turn the names of all that share the row
     * @param under what else is to say of it: its state, further networks
     * @param containers the names of all that share it
     * @param number its place among all rows, from 1, where an index leads to it; 0 without an index
     * @param mode what it has in the place of networks
     * @param hangs whether it shares the interfaces of the row above
     * @param faint whether it does not run
     */
    public record Row(
            String id,
            Words names,
            List<String> containers,
            int number,
            List<String> under,
            List<Dot> dots,
            Optional<String> mode,
            List<Door> doors,
            boolean hangs,
            boolean faint,
            Mark mark) {
        /** How many containers share it. */
        public int members() {
            return containers.size();
        }

        /** The same with a number. */
        Row numbered(int other) {
            return new Row(id, names, containers, other, under, dots, mode, doors, hangs, faint, mark);
        }

        /** The dot on that network. */
        public Optional<Dot> on(String network) {
            return dots.stream().filter(d -> d.network().equals(network)).findFirst();
        }
    }

    /**
     * Where a row meets a network.
     *
     * @param device the interface, as in {@code eth0}; empty text if it is not known or stands for several
     * @param address in full
     * @param brief without what the network's range says already
     * @param shared whether it is the interface of the row above
     * @param cut whether the interface is off, or without its address
     */
    public record Dot(
            String network, String device, Words address, String brief, boolean shared, boolean cut, Mark mark) {
        /** Whether its device names both ends of the cable. */
        public boolean cabled() {
            return device.contains(CABLE);
        }
    }

    /** Between a cable's end on the host and the one in the container. */
    static final String CABLE = "–";

    /** Beyond so many containers a name is hard to find. */
    private static final int MOST_WITHOUT_INDEX = 40;

    /** Whether names are hard to find in these rows: they are many, or some share a row. */
    static boolean needsIndex(List<Row> rows) {
        return rows.stream().mapToInt(Row::members).sum() > MOST_WITHOUT_INDEX
                || rows.stream().anyMatch(r -> r.members() > 1);
    }

    /** Whether its rows have numbers, to which an index leads. */
    public boolean isIndexed() {
        return rows.stream().anyMatch(r -> r.number() > 0);
    }

    /** Who may open a port, and where it leads. */
    public record Door(String text, Mark mark) {}
}
