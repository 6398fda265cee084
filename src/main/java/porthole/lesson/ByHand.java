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
 * What the engine does at {@code docker run}, done by hand with Linux's own commands: a room without any network, and
 * two hands that may change the host's links. The room is a container on {@code none}; the hands are a container that
 * shares the host's namespaces and has one capability, NET_ADMIN.
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
     * An empty room and the hands, made anew where this notebook had them before. They are called {@code room} and
     * {@code hands}; where somebody else has these names, or those of the cable's ends, {@code room2} and so on.
     *
     * @throws EngineException where the engine has no default bridge
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

    /** The container that is the room. */
    public String room() {
        return names.room();
    }

    /** A name for the cable's end that stays on the host, which no other link there has. */
    public String veth() {
        return names.veth();
    }

    /** A name for the cable's end that moves into the room, which no other link on the host has. */
    public String peer() {
        return names.peer();
    }

    /**
     * Runs a command on the host, and shows what is plugged in where afterwards. The links that {@code ip link add} makes
     * are this session's: they go with {@code lab.reset()}, and where the kernel is killed, with the next one's start.
     *
     * @throws EngineException where {@code ip link add} does not write out the link's name
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

    /** Runs a command in the room, and shows what is plugged in where afterwards. */
    public HandStep inRoom(String command) {
        return shown(docker.exec(own(names.room()), command), command);
    }

    private HandStep shown(ExecResult result, String command) {
        boolean packet = command.startsWith("ping ") && result.success();
        return new HandStep(result, new CablingPicture(look(), command, packet));
    }

    /** The room's process as the host counts: by it {@code ip link set … netns PID} finds the room. */
    public String pid() {
        return docker.inspect(own(names.room())).get("State.Pid").text();
    }

    /**
     * An address of the bridge's subnet that the engine gives out last, with the prefix length: {@code 172.17.255.254/16}.
     * Each room has another.
     */
    public String address() {
        return pool().subnet().last(names.number() - 1) + "/" + pool().subnet().prefixLength();
    }

    /** The bridge's own address, through which a room reaches the world. */
    public String gateway() {
        return pool().gateway().orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
    }

    private Pool pool() {
        return bridge.pool().orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
    }

    /** What is plugged in where now. */
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

    /** Takes the room, the hands and the cables away. */
    @Override
    public void close() {
        cutCables();
        leave();
    }

    /** Takes away the cables that still lie on the host; those with an end in the room go with the room. */
    public void cutCables() {
        docker.links().remove(List.copyOf(made));
        made.clear();
    }
}
