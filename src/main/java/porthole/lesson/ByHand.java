package porthole.lesson;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.display.Sentences;
import porthole.engine.Docker;
import porthole.engine.api.EngineException;
import porthole.engine.api.ExecResult;
import porthole.engine.flag.Force;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.picture.CablingPicture;

/**
 * What is needed to do by hand, with Linux's own commands, what the engine does at {@code docker run}: a container
 * without any network (the room), and a container that may change the host's links (the hands). The hands share the
 * host's namespaces and have one capability, NET_ADMIN.
 */
public final class ByHand implements AutoCloseable {
    private static final Sentences SENTENCES = Sentences.of(ByHand.class);
    private static final String IMAGE = "nicolaka/netshoot";
    private static final Pattern LINK = Pattern.compile("^\\d+: ([^:@\\s]+)(?:@\\S+)?: <([^>]*)>(.*)$");
    private static final Pattern MASTER = Pattern.compile("\\bmaster (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: (\\S+)\\s+inet (\\S+)");
    /** The engine's own cables: veth and seven digits. */
    private static final Pattern ENGINES = Pattern.compile("veth[0-9a-f]{7}");

    private final Docker docker;
    private final Network bridge;
    private final HandNames names;
    private final Set<String> made = new LinkedHashSet<>();

    private ByHand(Docker docker, Network bridge, HandNames names) {
        this.docker = docker;
        this.bridge = bridge;
        this.names = names;
    }

    /**
     * Starts the two containers, anew if this notebook had them before. They are called {@code room} and {@code hands};
     * if someone else has these names, or those of the cable's ends, {@code room2} and {@code hands2}, and so on.
     *
     * @param docker the engine
     * @return the two
     * @throws EngineException if the engine has no default bridge, or neither has nor can pull the image
     *     {@code nicolaka/netshoot}
     */
    public static ByHand begin(Docker docker) {
        Network bridge = docker.snapshot()
                .network("bridge")
                .filter(n -> n.device().isPresent())
                .orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
        for (int number = 1; ; number++) {
            HandNames names = HandNames.of(number);
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
            docker.run(
                    IMAGE,
                    c -> c.name(names.room())
                            .network("none")
                            .capAdd("NET_ADMIN")
                            .rm()
                            .command("sleep", "infinity"));
            hands();
        } catch (EngineException e) {
            if (!taken(docker, names)) {
                throw e;
            }
            leave();
            return false;
        }
        docker.links().remove(names.ends());
        if (ends(names.hands()).stream().map(End::name).anyMatch(names.ends()::contains)) {
            leave();
            return false;
        }
        return true;
    }

    /** After {@link #close()} the name may be another notebook's. */
    private String own(String container) {
        if (docker.snapshot().container(container).filter(c -> !docker.made(c)).isPresent()) {
            throw new EngineException(SENTENCES.say("hand.other", container));
        }
        return container;
    }

    /** Takes away of the two containers what is this session's. */
    private void leave() {
        docker.snapshot().containers().stream()
                .filter(c -> names.containers().contains(c.name()) && docker.made(c))
                .forEach(c -> docker.rm(Force.FORCE, c.name()));
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

    /** Gives the name of the container that is the room. */
    public String room() {
        return names.room();
    }

    /** Gives a name for the cable's end that stays on the host; no other link there has it. */
    public String veth() {
        return names.veth();
    }

    /** Gives a name for the cable's end that moves into the room; no other link on the host has it. */
    public String peer() {
        return names.peer();
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
            return shown(docker.exec(own(names.hands()), command), command);
        }
        // A cell that is run again makes its cable anew.
        docker.links().remove(links);
        made.addAll(links);
        return shown(docker.links().make(own(names.hands()), command, links), command);
    }

    /**
     * Runs a command in the room, and shows what is connected to what afterwards.
     *
     * @param command as in {@code ip addr add 172.17.255.254/16 dev end0}, split into words as a shell does
     * @return the command's output, and the picture
     * @throws EngineException if the command cannot be split, or the room is gone
     */
    public HandStep inRoom(String command) {
        return shown(docker.exec(own(names.room()), command), command);
    }

    private HandStep shown(ExecResult result, String command) {
        boolean packet = command.startsWith("ping ") && result.success();
        return new HandStep(result, new CablingPicture(look(), command, packet));
    }

    /**
     * Gives the number of the room's first process on the host, with which {@code ip link set … netns PID} finds the
     * room.
     *
     * @return the number as text
     * @throws EngineException if the room is gone
     */
    public String pid() {
        return docker.inspect(own(names.room())).get("State.Pid").text();
    }

    /**
     * Gives an address for the room: one of the bridge's subnet that the engine gives out last. Each room has another.
     *
     * @return the IPv4 address with its prefix length, as in {@code 172.17.255.254/16}
     * @throws EngineException if the default bridge has no IPv4 subnet
     */
    public String address() {
        return pool().subnet().last(names.number() - 1) + "/" + pool().subnet().prefixLength();
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

    /** Draws what is connected to what now. */
    public CablingPicture picture() {
        return new CablingPicture(look(), "ip link", false);
    }

    private Cabling look() {
        List<End> outside = ends(names.hands()).stream()
                .filter(e -> made.contains(e.name()))
                .toList();
        return new Cabling(
                bridge.device().orElse("docker0"),
                bridge.pool().flatMap(Pool::gateway),
                names.room(),
                outside,
                ends(names.room()));
    }

    private List<End> ends(String where) {
        String addresses =
                docker.quietly(where, "ip", "-o", "-4", "addr", "show").stdout();
        List<End> ends = new ArrayList<>();
        for (String line : docker.quietly(where, "ip", "-o", "link", "show")
                .stdout()
                .lines()
                .toList()) {
            Matcher link = LINK.matcher(line);
            if (link.find() && !ENGINES.matcher(link.group(1)).matches()) {
                Matcher master = MASTER.matcher(link.group(3));
                ends.add(new End(
                        link.group(1),
                        master.find() ? Optional.of(master.group(1)) : Optional.empty(),
                        List.of(link.group(2).split(",", -1)).contains("UP"),
                        address(addresses, link.group(1))));
            }
        }
        return ends;
    }

    private static Optional<String> address(String lines, String name) {
        return lines.lines()
                .map(ADDRESS::matcher)
                .filter(m -> m.find() && m.group(1).equals(name))
                .map(m -> m.group(2))
                .findFirst();
    }

    /** Removes the room, the hands and the cables. */
    @Override
    public void close() {
        cutCables();
        leave();
    }

    /** Removes the cables that are still on the host. A cable with an end in the room is removed with the room. */
    public void cutCables() {
        docker.links().remove(List.copyOf(made));
        made.clear();
    }
}
