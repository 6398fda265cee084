package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.engine.sandbox.Guest;
import porthole.topology.CallOutcome;
import porthole.topology.Matrix;

/**
 * What is predicted, and what happens on the real engine, over networks as chance makes them: both families, internal,
 * without talk, macvlan; aliases, links, shared sandboxes, published ports of TCP and UDP, rules of a container's own;
 * paused, stopped, restarting. The seeds are the day's: {@code -Dporthole.seed=N} asks for another,
 * {@code -Dporthole.networks=60} for more of them.
 */
@Tag("engine")
class PredictionTest {
    private static final int CONTAINERS = 8;
    /** TCP 80 on IPv4, TCP 81 on IPv6 alone, UDP 53, which never answers. */
    private static final String SERVERS = """
            serve() {
              perl -e 'use Socket; my ($family, $port) = @ARGV;
                socket(my $server, $family == 6 ? PF_INET6 : PF_INET, SOCK_STREAM, 0) or die;
                setsockopt($server, 41, 26, 1) if $family == 6;
                bind($server, $family == 6 ? Socket::pack_sockaddr_in6($port, "\\0" x 16)
                  : pack_sockaddr_in($port, INADDR_ANY)) or die;
                listen($server, 200);
                while (accept(my $call, $server)) { sysread $call, my $byte, 1; close $call }' "$@" &
            }
            serve 4 80
            serve 6 81
            nc -lku 53 &
            exec sleep infinity
            """;

    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final List<String> networks = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();
    /** Whose sandbox others may share: the engine refuses that of one that is restarting just then. */
    private final List<String> steady = new ArrayList<>();

    private String parent = "";

    PredictionTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
        if (!parent.isEmpty()) {
            onTheHost("ip link del " + parent + "; ip route del unreachable " + engine.subnet());
        }
    }

    private void onTheHost(String line) {
        docker.guests().run(Guest.ofHost().allowed("NET_ADMIN"), line);
    }

    static LongStream seeds() {
        long today = Long.getLong("porthole.seed", LocalDate.now(ZoneOffset.UTC).toEpochDay() * 1000);
        return LongStream.range(today, today + Integer.getInteger("porthole.networks", 4));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasPredictedHappens(long seed) {
        Random random = new Random(seed);
        networks(random);
        for (int c = 0; c < CONTAINERS; c++) {
            container(random, engine.name("c" + c));
        }
        change(random);
        List<String> asked = new ArrayList<>(containers);
        asked.add("host");
        Matrix matrix = new Probe(docker).matrix(asked, List.of());
        long unknown = tries(matrix, CallOutcome.UNKNOWN);
        System.out.println("seed " + seed + ": " + matrix.calls().size() + " pairs, "
                + matrix.calls().stream().mapToInt(c -> c.tries().size()).sum() + " calls, of which " + unknown
                + " cannot be predicted");
        matrix.calls().stream()
                .flatMap(c -> c.tries().stream())
                .filter(PredictionTest::open)
                .forEach(t -> System.out.println("not told: " + t));
        assertEquals(
                "",
                surprises(matrix).stream().map(this::surprise).collect(Collectors.joining("\n")),
                () -> "seed " + seed + "\n" + docker.ps() + "\n" + docker.network.ls());
    }

    private static long tries(Matrix matrix, CallOutcome predicted) {
        return matrix.calls().stream()
                .flatMap(c -> c.tries().stream())
                .filter(t -> t.predicted().outcome() == predicted)
                .count();
    }

    private List<Matrix.Call> surprises(Matrix matrix) {
        return matrix.surprises().stream()
                .filter(c -> c.tries().stream().anyMatch(t -> !t.asPredicted() && !open(t) && !forgotten(c, t)))
                .toList();
    }

    /** What is told as unknown by name: a DNS that did not answer in time, and refusals of which Linux sends only so many. */
    private static boolean open(Matrix.Try made) {
        return made.outcome() == CallOutcome.NAME_UNANSWERED
                || (made.predicted().outcome() == CallOutcome.REFUSED && made.outcome() == CallOutcome.SILENT);
    }

    /**
     * Engine 20.10 at times forgets the name of a container that is on the network (in 2 of 90 runs, on a busy
     * machine; why is not known). That the measurement is right is shown by the C library, which asks in the same place.
     */
    private boolean forgotten(Matrix.Call call, Matrix.Try made) {
        boolean name = made.name().isPresent() && made.outcome() == CallOutcome.NAME_UNKNOWN;
        if (!name || !docker.snapshot().host().engineVersion().startsWith("20.10")) {
            return false;
        }
        Guest caller = Guest.of(docker.snapshot().container(call.from()).orElseThrow());
        String said = docker.guests()
                .run(caller, "getent ahosts " + made.name().orElseThrow() + " || echo forgotten")
                .stdout();
        System.out.println(call.from() + " asks for " + made.name().orElseThrow() + ": " + said.strip());
        return said.contains("forgotten");
    }

    private String surprise(Matrix.Call call) {
        return call.from() + " to " + call.to() + ": "
                + call.tries().stream()
                        .filter(t -> !t.asPredicted() && !open(t) && !forgotten(call, t))
                        .map(t -> t.name().or(t::address).orElse("") + " "
                                + t.port().map(Object::toString).orElse("echo") + " predicted " + t.predicted()
                                + ", measured " + t.outcome())
                        .collect(Collectors.joining("; "));
    }

    private void networks(Random random) {
        String drawn = engine.subnet().replaceFirst("^10\\.(\\d+)\\.(\\d+)\\.0/24$", "$1:$2");
        for (int n = 0; n < 3; n++) {
            String name = engine.name("n" + n);
            String six = "fd00:" + drawn + ":" + (n + 1) + "::/64";
            boolean internal = random.nextInt(3) == 0;
            boolean silent = random.nextInt(3) == 0;
            boolean dual = random.nextInt(2) == 0;
            docker.network.create(name, spec -> {
                if (internal) {
                    spec.internal();
                }
                if (silent) {
                    spec.option("com.docker.network.bridge.enable_icc", "false");
                }
                if (dual) {
                    spec.ipv6().subnet(six);
                }
            });
            networks.add(name);
        }
        networks.add("bridge");
        if (random.nextInt(2) == 0) {
            macvlan(random.nextBoolean() ? "bridge" : "private");
        }
    }

    /** What is meant for it and reaches the host goes nowhere: no packet of the test leaves this machine. */
    private void macvlan(String mode) {
        parent = "pm" + engine.prefix.substring(2);
        onTheHost("ip link add " + parent + " type veth peer name " + parent + "p && ip link set " + parent
                + " up && ip link set " + parent + "p up && ip route add unreachable " + engine.subnet());
        String name = engine.name("lan");
        docker.network.create(
                name,
                n -> n.driver("macvlan")
                        .subnet(engine.subnet())
                        .option("parent", parent)
                        .option("macvlan_mode", mode));
        networks.add(name);
    }

    private void container(Random random, String name) {
        int kind = random.nextInt(10);
        String mode = switch (kind) {
            case 0 -> "host";
            case 1 -> "none";
            case 2 -> steady.isEmpty() ? "bridge" : "container:" + steady.get(random.nextInt(steady.size()));
            default -> networks.get(random.nextInt(networks.size()));
        };
        boolean plugged = kind > 2;
        boolean rules = plugged && random.nextInt(8) == 0;
        boolean restarting = plugged && random.nextInt(12) == 0;
        int published = plugged ? random.nextInt(6) : 5;
        boolean linked = mode.equals("bridge") && !containers.isEmpty() && random.nextBoolean();
        String script = (rules ? "iptables -A INPUT -p tcp --dport 80 -j DROP; " : "") + SERVERS;
        docker.run(EngineFixture.TOOLS, c -> {
            c.name(name).network(mode).capAdd("NET_ADMIN");
            if (plugged && !mode.equals("bridge") && random.nextBoolean()) {
                c.networkAlias("db");
            }
            switch (published) {
                case 0 -> c.publish("80");
                case 1 -> c.publish("127.0.0.1::80");
                case 2 -> c.publish("53/udp");
                case 3 -> c.publish("9");
                default -> {}
            }
            if (linked) {
                onBridge().forEach(target -> c.option("--link", target + ":twin"));
            }
            if (restarting) {
                c.restart("always").command("false");
            } else {
                c.command("bash", "-c", mode.equals("host") ? "exec sleep infinity" : script);
            }
        });
        containers.add(name);
        if (!restarting) {
            steady.add(name);
        }
        for (String network : networks) {
            if (plugged && !restarting && !network.equals(mode) && random.nextInt(4) == 0) {
                docker.network.connect(network, name);
            }
        }
    }

    /** One running container of this test on the default bridge, where there is one. */
    private List<String> onBridge() {
        return docker.snapshot().containers().stream()
                .filter(c -> containers.contains(c.name()) && c.running())
                // 20.10 mixes up the endpoints of one that is on several networks ("invalid endpoint id").
                .filter(c -> c.endpoint("bridge").isPresent() && c.endpoints().size() == 1)
                .map(c -> c.name())
                .limit(1)
                .toList();
    }

    private void change(Random random) {
        String some = containers.get(random.nextInt(containers.size()));
        boolean runs = docker.snapshot().container(some).orElseThrow().running();
        switch (runs ? random.nextInt(4) : 3) {
            case 0 -> docker.pause(some);
            case 1 -> docker.stop(s -> s.timeout(0), some);
            default -> {}
        }
    }
}
