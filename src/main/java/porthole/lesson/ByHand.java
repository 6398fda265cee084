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
import porthole.engine.EngineException;
import porthole.engine.ExecResult;
import porthole.engine.Force;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Container;
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
    private static final String ROOM = "room";
    private static final String HANDS = "hands";
    private static final Pattern LINK = Pattern.compile("^\\d+: ([^:@\\s]+)(?:@\\S+)?: <([^>]*)>(.*)$");
    private static final Pattern MASTER = Pattern.compile("\\bmaster (\\S+)");
    private static final Pattern ADDRESS = Pattern.compile("^\\d+: (\\S+)\\s+inet (\\S+)");
    private static final Pattern PAIR =
            Pattern.compile("\\bip link add (?:name )?(\\S+) type veth peer (?:name )?(\\S+)");
    /** The engine's own cables: veth and seven digits. */
    private static final Pattern ENGINES = Pattern.compile("veth[0-9a-f]{7}");

    private final Docker docker;
    private final Network bridge;
    private final Set<String> made = new LinkedHashSet<>();

    private ByHand(Docker docker, Network bridge) {
        this.docker = docker;
        this.bridge = bridge;
    }

    /**
     * An empty room and the hands, made anew where this notebook had them before.
     *
     * @throws EngineException where the engine has no default bridge, or the names {@code room} and {@code hands} are
     *     somebody else's
     */
    public static ByHand begin(Docker docker) {
        Network bridge = docker.snapshot()
                .network("bridge")
                .filter(n -> n.device().isPresent())
                .orElseThrow(() -> new EngineException(SENTENCES.say("hand.bridge")));
        docker.run(
                IMAGE,
                c -> c.name(ROOM).network("none").capAdd("NET_ADMIN").rm().command("sleep", "infinity"));
        hands(docker);
        return new ByHand(docker, bridge);
    }

    private static void hands(Docker docker) {
        docker.run(
                IMAGE,
                c -> c.name(HANDS)
                        .network("host")
                        .pid("host")
                        .capAdd("NET_ADMIN")
                        .rm()
                        .command("sleep", "infinity"));
    }

    /** Runs a command on the host, and shows what is plugged in where afterwards. */
    public HandStep onHost(String command) {
        Matcher pair = PAIR.matcher(command);
        if (pair.find()) {
            // A cell that is run again makes its cable anew.
            made.addAll(List.of(pair.group(1), pair.group(2)));
            cutCables();
            made.addAll(List.of(pair.group(1), pair.group(2)));
        }
        return step(HANDS, command);
    }

    /** Runs a command in the room, and shows what is plugged in where afterwards. */
    public HandStep inRoom(String command) {
        return step(ROOM, command);
    }

    private HandStep step(String where, String command) {
        ExecResult result = docker.exec(where, command);
        boolean packet = command.startsWith("ping ") && result.success();
        return new HandStep(result, new CablingPicture(look(), command, packet));
    }

    /** The room's process as the host counts: by it {@code ip link set … netns PID} finds the room. */
    public String pid() {
        return docker.inspect(ROOM).get("State.Pid").text();
    }

    /** An address of the bridge's subnet that the engine gives out last, with the prefix length: {@code 172.17.255.254/16}. */
    public String address() {
        return pool().subnet().last() + "/" + pool().subnet().prefixLength();
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
        List<End> outside =
                ends(HANDS).stream().filter(e -> made.contains(e.name())).toList();
        return new Cabling(
                bridge.device().orElse("docker0"), bridge.pool().flatMap(Pool::gateway), ROOM, outside, ends(ROOM));
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
        docker.rm(Force.FORCE, ROOM, HANDS);
    }

    /** Takes away the cables that still lie on the host; those with an end in the room go with the room. */
    public void cutCables() {
        if (made.isEmpty()) {
            return;
        }
        if (docker.snapshot().container(HANDS).filter(Container::running).isEmpty()) {
            hands(docker);
        }
        made.forEach(name -> docker.quietly(HANDS, "ip", "link", "del", name));
        made.clear();
    }
}
