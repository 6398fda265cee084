package porthole.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import porthole.display.Displayable;
import porthole.display.MimeBundle;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.flag.Force;
import porthole.network.Cabling;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Snapshot;
import porthole.picture.CablingFilm;
import porthole.picture.CablingPicture;
import porthole.topology.CablingChange;
import porthole.topology.CablingChange.Packet;

/**
 * What is needed to do by hand, with Linux's own commands, what the engine does at {@code docker run}: one or two
 * containers without any network (the rooms), and a container that may change the host's links (the hands). The hands
 * share the host's namespaces and have one capability, NET_ADMIN. A cell shows it as the picture of the last step.
 */
public final class ByHand implements AutoCloseable, Displayable {
    private static final Sentences SENTENCES = Sentences.of(ByHand.class);
    private static final String IMAGE = "nicolaka/netshoot";
    private static final int MOST = 2;
    private static final Pattern DEVICE = Pattern.compile("\\bdev (\\S+)");

    private final Docker docker;
    private final Network bridge;
    private final HandNames names;
    private final Set<String> made = new LinkedHashSet<>();
    private final List<CablingPicture> steps = new ArrayList<>();
    private Optional<Cabling> seen = Optional.empty();

    private ByHand(Docker docker, Network bridge, HandNames names) {
        this.docker = docker;
        this.bridge = bridge;
        this.names = names;
    }

    /**
     * Starts a room and the hands, anew if this notebook had them before. They are called {@code room} and
     * {@code hands}; if someone else has these names, or those of the cable's ends, {@code room2} and {@code hands2}, and
     * so on.
     *
     * @param docker the engine
     * @return the two
     * @throws EngineException if the engine has no default bridge, or neither has nor can pull the image
     *     {@code nicolaka/netshoot}
     */
    public static ByHand begin(Docker docker) {
        return begin(docker, 1);
    }

    /**
     * Starts one or two rooms and the hands, anew if this notebook had them before. One is called as
     * {@link #begin(Docker)} says, two {@code room-a} and {@code room-b}; if someone else has a name, all get a number:
     * {@code room-a2}.
     *
     * @param docker the engine
     * @param rooms 1 or 2
     * @return the rooms and the hands
     * @throws EngineException if {@code rooms} is neither 1 nor 2, or the engine has no default bridge, or neither has
     *     nor can pull the image {@code nicolaka/netshoot}
     */
    public static ByHand begin(Docker docker, int rooms) {
        if (rooms < 1 || rooms > MOST) {
            throw new EngineException(SENTENCES.say("hand.rooms", rooms));
        }
        Network bridge = docker.snapshot()
                .network("bridge")
                .filter(n -> n.device().isPresent())
                .orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
        for (int number = 1; ; number++) {
            HandNames names = HandNames.of(number, rooms);
            if (!taken(docker, names)) {
                ByHand hand = new ByHand(docker, bridge, names);
                if (hand.start()) {
                    return hand;
                }
            }
        }
    }

    private static boolean taken(Docker docker, HandNames names) {
        return docker.snapshot().containers().stream()
                .anyMatch(c -> names.containers().contains(c.name()) && !docker.made(c));
    }

    /** Whether the names are free still, those of the cable's ends too. */
    private boolean start() {
        try {
            names.rooms()
                    .forEach(room -> docker.run(
                            IMAGE,
                            c -> c.name(room.name())
                                    .network("none")
                                    .capAdd("NET_ADMIN")
                                    .rm()
                                    .command("sleep", "infinity")));
            hands();
        } catch (EngineException e) {
            if (!taken(docker, names)) {
                throw e;
            }
            leave();
            return false;
        }
        docker.links().remove(names.ends());
        SeenLinks links = look();
        if (links.ofHost().stream().anyMatch(names.ends()::contains)) {
            leave();
            return false;
        }
        String command = "docker run --network none --name " + room() + " …";
        Cabling now = cabling(links);
        steps.add(CablingPicture.of(new CablingChange(seen, now, command, Optional.empty())));
        seen = Optional.of(now);
        return true;
    }

    /** After {@link #close()} the name may be another notebook's. */
    private String own(String container) {
        if (docker.snapshot().container(container).filter(c -> !docker.made(c)).isPresent()) {
            throw new EngineException(SENTENCES.say("hand.other", container));
        }
        return container;
    }

    /** Takes away of the containers what is this session's. */
    private void leave() {
        Snapshot now = docker.snapshot();
        names.containers().stream()
                .filter(name -> now.container(name).filter(docker::made).isPresent())
                .forEach(name -> docker.rm(Force.FORCE, name));
    }

    private void hands() {
        docker.run(
                IMAGE,
                c -> c.name(names.hands())
                        .network("host")
                        .pid("host")
                        .capAdd("NET_ADMIN")
                        .rm()
                        .command("sleep", "infinity"));
    }

    private HandNames.Room named(int number) {
        if (number < 1 || number > names.rooms().size()) {
            throw new EngineException(
                    SENTENCES.say("hand.no-room", number, names.rooms().size()));
        }
        return names.rooms().get(number - 1);
    }

    /** Gives the name of the container that is the room, the first of two. */
    public String room() {
        return room(1);
    }

    /**
     * Gives the name of a container that is a room.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @throws EngineException if there is no room of that number
     */
    public String room(int number) {
        return named(number).name();
    }

    /** Gives a name for the cable's end that stays on the host; no other link there has it. */
    public String veth() {
        return veth(1);
    }

    /**
     * Gives a name for the end, of a room's cable, that stays on the host; no other link there has it.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @throws EngineException if there is no room of that number
     */
    public String veth(int number) {
        return named(number).veth();
    }

    /** Gives a name for the cable's end that moves into the room; no other link on the host has it. */
    public String peer() {
        return peer(1);
    }

    /**
     * Gives a name for the cable's end that moves into a room; no other link on the host has it.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @throws EngineException if there is no room of that number
     */
    public String peer(int number) {
        return named(number).peer();
    }

    /**
     * Runs a command in the host's namespaces, and shows what is connected to what afterwards. The links that
     * {@code ip link add} makes are this session's: {@code lab.reset()} removes them, or, if the kernel is killed, the
     * start of the next one.
     *
     * @param command as in {@code ip link add veth-room type veth peer name end0}, split into words as a shell does
     * @return the command's output, and the picture
     * @throws EngineException if {@code ip link add} does not name the link, the command cannot be split, or the
     *     containers are gone
     */
    public HandStep onHost(String command) {
        List<String> links = AddedLinks.in(command);
        if (links.isEmpty()) {
            return shown(docker.exec(own(names.hands()), command), command, "", names.hands());
        }
        // A cell that is run again makes its cable anew.
        docker.links().remove(links);
        made.addAll(links);
        return shown(docker.links().make(own(names.hands()), command, links), command, "", names.hands());
    }

    /**
     * Runs a command in the room, the first of two, and shows what is connected to what afterwards.
     *
     * @param command as in {@code ip addr add 172.17.255.254/16 dev end0}, split into words as a shell does
     * @return the command's output, and the picture
     * @throws EngineException if the command cannot be split, or the room is gone
     */
    public HandStep inRoom(String command) {
        return inRoom(1, command);
    }

    /**
     * Runs a command in a room, and shows what is connected to what afterwards.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @param command as in {@code ip addr add 172.17.255.254/16 dev end0}, split into words as a shell does
     * @return the command's output, and the picture
     * @throws EngineException if there is no room of that number, the command cannot be split, or the room is gone
     */
    public HandStep inRoom(int number, String command) {
        String room = room(number);
        return shown(docker.exec(own(room), command), command, room, room);
    }

    private HandStep shown(ExecResult result, String command, String place, String container) {
        Optional<Packet> packet =
                command.startsWith("ping ") ? packet(command, place, container, result.success()) : Optional.empty();
        Optional<Cabling> before = seen;
        Cabling now = cabling(look());
        seen = Optional.of(now);
        CablingPicture picture = CablingPicture.of(new CablingChange(before, now, command, packet));
        if (packet.isPresent() || !seen.equals(before)) {
            steps.add(picture);
        }
        return new HandStep(result, picture);
    }

    /** Through which interface Linux sends to the address that was pinged; none for an address of its own. */
    private Optional<Packet> packet(String command, String place, String container, boolean answered) {
        String target = command.substring(command.lastIndexOf(' ') + 1);
        Matcher device = DEVICE.matcher(
                docker.quietly(container, "ip", "route", "get", target).stdout());
        String end = device.find() ? device.group(1) : "";
        return end.equals("lo") ? Optional.empty() : Optional.of(new Packet(place, end, answered));
    }

    /**
     * Gives the number of the room's first process on the host, with which {@code ip link set … netns PID} finds the
     * room; of two, the first room's.
     *
     * @return the number as text
     * @throws EngineException if the room is gone
     */
    public String pid() {
        return pid(1);
    }

    /**
     * Gives the number of a room's first process on the host, with which {@code ip link set … netns PID} finds it.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @return the number as text
     * @throws EngineException if there is no room of that number, or it is gone
     */
    public String pid(int number) {
        return docker.inspect(own(room(number))).get("State.Pid").text();
    }

    /**
     * Gives an address for the room: one of the bridge's subnet that the engine gives out last. Each room has another.
     *
     * @return the IPv4 address with its prefix length, as in {@code 172.17.255.254/16}
     * @throws EngineException if the default bridge has no IPv4 subnet
     */
    public String address() {
        return address(1);
    }

    /**
     * Gives an address for a room: one of the bridge's subnet that the engine gives out last. Each room has another.
     *
     * @param number 1, or 2 after {@code byHand(2)}
     * @return the IPv4 address with its prefix length, as in {@code 172.17.255.253/16}
     * @throws EngineException if there is no room of that number, or the default bridge has no IPv4 subnet
     */
    public String address(int number) {
        named(number);
        int fromLast = MOST * (names.number() - 1) + number - 1;
        return pool().subnet().last(fromLast) + "/" + pool().subnet().prefixLength();
    }

    /**
     * Gives the bridge's own IPv4 address, through which the room reaches other networks.
     *
     * @return the address in numbers, as in {@code 172.17.0.1}
     * @throws EngineException if the default bridge has none
     */
    public String gateway() {
        return pool().gateway().orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
    }

    private Pool pool() {
        return bridge.pool().orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
    }

    /**
     * Draws what is connected to what now.
     *
     * @throws EngineException if the containers are gone
     */
    public CablingPicture picture() {
        Cabling now = cabling(look());
        return CablingPicture.of(new CablingChange(Optional.of(now), now, "ip link", Optional.empty()));
    }

    /**
     * Gives all steps so far as a film: those that changed something, and the packets that were answered. It can be shown
     * after {@link #close()}, too.
     */
    public CablingFilm film() {
        return CablingFilm.of(steps);
    }

    private Cabling cabling(SeenLinks links) {
        return new Cabling(
                bridge.device().orElse("docker0"),
                bridge.pool().flatMap(Pool::gateway),
                links.outside(made),
                IntStream.range(0, names.rooms().size())
                        .mapToObj(i -> links.room(i + 1, names.rooms().get(i).name()))
                        .toList());
    }

    /** What is in the host's namespace and in those of the rooms. */
    private SeenLinks look() {
        List<String> said = new ArrayList<>();
        said.add(docker.quietly(names.hands(), "sh", "-c", SeenLinks.SCRIPT).stdout());
        names.rooms()
                .forEach(room -> said.add(docker.quietly(room.name(), "sh", "-c", SeenLinks.SCRIPT)
                        .stdout()));
        return new SeenLinks(said);
    }

    /** Removes the rooms, the hands and the cables. */
    @Override
    public void close() {
        cutCables();
        leave();
    }

    /** Removes the cables that are still on the host. A cable with an end in a room is removed with the room. */
    public void cutCables() {
        docker.links().remove(List.copyOf(made));
        made.clear();
    }

    /** Shows the last step. */
    @Override
    public List<MimeBundle> outputs() {
        return steps.get(steps.size() - 1).outputs();
    }

    @Override
    public String toString() {
        return steps.get(steps.size() - 1).text();
    }
}
