package porthole.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import porthole.display.Language;
import porthole.engine.Docker;
import porthole.engine.EngineFixture;
import porthole.topology.Matrix;

/** What a snapshot alone predicts, and what happens on the real engine, over networks as chance makes them. */
@Tag("engine")
class PredictionTest {
    private static final int CONTAINERS = 7;

    private final EngineFixture engine = new EngineFixture();
    private final Docker docker = engine.docker;
    private final List<String> networks = new ArrayList<>();
    private final List<String> containers = new ArrayList<>();

    PredictionTest() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasPredictedHappens(int seed) {
        Random random = new Random(seed);
        networks(random);
        for (int c = 0; c < CONTAINERS; c++) {
            container(random, engine.name("c" + c));
        }
        if (random.nextBoolean()) {
            docker.pause(containers.get(random.nextInt(containers.size())));
        }
        Matrix matrix = new Probe(docker).matrix(containers.toArray(String[]::new));
        assertEquals(
                "",
                matrix.surprises().stream().map(PredictionTest::surprise).collect(Collectors.joining("\n")),
                () -> docker.ps().toString());
    }

    private static String surprise(Matrix.Call call) {
        return call.from() + " to " + call.to() + ": "
                + call.tries().stream()
                        .filter(t -> !t.asPredicted())
                        .map(t -> t.name().or(t::address).orElse("") + " "
                                + t.port().map(Object::toString).orElse("echo") + " predicted "
                                + t.predicted() + ", measured " + t.outcome())
                        .collect(Collectors.joining("; "));
    }

    private void networks(Random random) {
        for (int n = 0; n < 3; n++) {
            String name = engine.name("n" + n);
            boolean internal = random.nextInt(3) == 0;
            boolean silent = random.nextInt(3) == 0;
            docker.network.create(name, spec -> {
                if (internal) {
                    spec.internal();
                }
                if (silent) {
                    spec.option("com.docker.network.bridge.enable_icc", "false");
                }
            });
            networks.add(name);
        }
        networks.add("bridge");
    }

    private void container(Random random, String name) {
        int kind = random.nextInt(9);
        String mode = switch (kind) {
            case 0 -> "host";
            case 1 -> "none";
            case 2 ->
                containers.isEmpty() ? "bridge" : "container:" + containers.get(random.nextInt(containers.size()));
            default -> networks.get(random.nextInt(networks.size()));
        };
        docker.run(EngineFixture.TOOLS, c -> c.name(name).network(mode).command("sleep", "infinity"));
        containers.add(name);
        for (String network : networks) {
            if (kind > 2 && !network.equals(mode) && random.nextInt(4) == 0) {
                docker.network.connect(network, name);
            }
        }
    }
}
