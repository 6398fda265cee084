package porthole.picture.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.picture.drawing.ClusterDrawing;
import porthole.picture.form.Bounds;
import porthole.picture.form.Scene;
import porthole.picture.layout.ClusterGridLayout.PlacedHost;
import porthole.picture.layout.GridLayout.PlacedLine;
import porthole.picture.story.ClusterGridContents;
import porthole.picture.story.GridContent;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;

/** Hosts that do not fit side by side are a grid, one frame a host. Over clusters as chance makes them. */
class ClusterGridLayoutTest {
    private static final int SEEDS = 40;

    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    /** Two to five hosts; overlays on some of them, bridges, host mode, published ports. */
    private static ClusterTopology cluster(long seed) {
        Random random = new Random(seed);
        int hosts = 2 + random.nextInt(4);
        int overlays = 1 + random.nextInt(3);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int h = 0; h < hosts; h++) {
            Lab lab = Lab.engine().network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
            for (int o = 0; o < overlays; o++) {
                lab.overlay("shared-" + o, "10.0." + (1 + o) + ".0/24", 4097 + o);
            }
            lab.network("own-" + h, "172.2" + h + ".0.0/16", "172.2" + h + ".0.1");
            for (int c = random.nextInt(6); c > 0; c--) {
                String name = "box-" + h + "-" + c;
                int last = 10 * h + c + 2;
                switch (random.nextInt(6)) {
                    case 0 -> lab.run(name, "nginx", "host").listening(9000 + c);
                    case 1 -> lab.run(name, "nginx", "bridge=172.17.0." + last);
                    case 2 ->
                        lab.run(name, "nginx", "own-" + h + "=172.2" + h + ".0." + last)
                                .publish(8000 + c, 80);
                    case 3 ->
                        lab.run(name, "nginx", "shared-0=10.0.1." + last, "own-" + h + "=172.2" + h + ".0." + last);
                    default -> lab.run(name, "nginx", "shared-" + random.nextInt(overlays) + "=10.0.1." + last);
                }
            }
            snapshots.add(lab.snapshot());
        }
        return ClusterTopology.of(
                IntStream.rangeClosed(1, hosts).mapToObj(i -> "host" + i).toList(),
                snapshots,
                new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2")));
    }

    private static ClusterGridLayout layout(ClusterTopology cluster) {
        return ClusterGridLayout.of(ClusterGridContents.of(cluster, Telling.PLAIN));
    }

    private static Scene scene(ClusterTopology cluster) {
        return ClusterDrawing.grid(cluster, Telling.PLAIN, "title", "answer", List.of());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noLabelOverlapsAnotherAndNoLineRunsThroughOne(Language language) {
        Language.use(language);
        for (long seed = 0; seed < SEEDS; seed++) {
            Scene scene = scene(cluster(seed));
            List<Scene.Text> labels = scene.labels();
            Bounds page = new Bounds(0, 0, scene.width(), scene.height());
            for (int i = 0; i < labels.size(); i++) {
                Scene.Text label = labels.get(i);
                assertTrue(page.contains(label.bounds()), seed + ": " + label);
                for (int j = 0; j < i; j++) {
                    assertFalse(label.bounds().overlaps(labels.get(j).bounds()), seed + ": " + label);
                }
                boolean letter = label.text().length() == 1;
                for (Scene.Shape shape : scene.shapes()) {
                    if (shape instanceof Scene.Line line && !letter) {
                        assertFalse(bounds(line).overlaps(label.bounds()), seed + ": " + line + " through " + label);
                    }
                }
            }
        }
    }

    private static Bounds bounds(Scene.Line line) {
        return new Bounds(
                Math.min(line.x1(), line.x2()),
                Math.min(line.y1(), line.y2()),
                Math.max(0.1, Math.abs(line.x1() - line.x2())),
                Math.max(0.1, Math.abs(line.y1() - line.y2())));
    }

    @Test
    void anOverlaysLineGoesThroughTheFramesToItsLastContainerAndAHostsOwnLineStaysInItsFrame() {
        for (long seed = 0; seed < SEEDS; seed++) {
            ClusterTopology cluster = cluster(seed);
            ClusterGridLayout layout = layout(cluster);
            assertEquals(cluster.hosts().size(), layout.hosts().size());
            for (PlacedLine overlay : layout.overlays()) {
                for (PlacedHost host : layout.hosts()) {
                    host.layout().rows().stream()
                            .flatMap(r -> r.dots().stream())
                            .filter(d -> d.dot().network().equals(overlay.line().id()))
                            .forEach(d -> {
                                assertEquals(overlay.x(), d.x());
                                assertTrue(host.y() + d.y() <= overlay.bottom());
                            });
                }
            }
            for (PlacedHost host : layout.hosts()) {
                Bounds frame = host.layout().frame();
                host.layout().lines().stream()
                        .filter(l -> l.header().height() > 0)
                        .forEach(l -> assertTrue(frame.contains(l.header()) && l.bottom() < frame.bottom()));
            }
        }
    }

    /** By docker_gwbridge its containers leave the host: one thin line a host, and a thin bar to it. */
    @Test
    void aSecondInterfaceIsADotOnAThinLine() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (PlacedHost host : layout(cluster(seed)).hosts()) {
                List<PlacedLine> thin = host.layout().lines().stream()
                        .filter(l -> l.line().second())
                        .toList();
                boolean overlays = host.host().grid().rows().stream().anyMatch(r -> needsGateway(host, r));
                assertEquals(
                        overlays ? 1 : 0, thin.size(), seed + " " + host.host().name());
                host.layout().rows().stream()
                        .filter(r -> needsGateway(host, r.row()))
                        .forEach(r -> {
                            assertTrue(r.dots().stream()
                                    .anyMatch(d -> d.x() == thin.get(0).x()));
                            assertEquals(thin.get(0).x(), r.thin().get(r.thin().size() - 1));
                            assertTrue(r.under().isEmpty(), r.under().toString());
                        });
            }
        }
    }

    private static boolean needsGateway(PlacedHost host, GridContent.Row row) {
        List<String> on = host.host().grid().lines().stream()
                .filter(l -> row.on(l.id()).isPresent())
                .map(l -> l.name().full().replaceFirst("-.*", ""))
                .toList();
        return on.contains("shared") && !on.contains("own");
    }

    @Test
    void whatAServicesPortsComeByIsAThinLineThroughTheFrames() {
        Lab one = swarm().run("web", "nginx", "shop=10.0.1.3", "ingress=10.0.0.3");
        Lab two = swarm().run("web-2", "nginx", "shop=10.0.1.4", "ingress=10.0.0.4");
        ClusterTopology cluster = ClusterTopology.of(
                List.of("host1", "host2"),
                List.of(one.snapshot(), two.snapshot()),
                new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2")));
        ClusterGridLayout layout = layout(cluster);
        assertEquals(
                List.of("shop", "ingress"),
                layout.overlays().stream().map(l -> l.line().name().full()).toList());
        PlacedLine ingress = layout.overlays().get(1);
        assertTrue(ingress.line().second()
                && ingress.bottom() > layout.hosts().get(1).y());
        String drawn = scene(cluster).labels().stream().map(Scene.Text::text).collect(Collectors.joining("\n"));
        assertTrue(drawn.contains("10.0.0.4") && !drawn.contains("also on"), drawn);
    }

    private static Lab swarm() {
        return Lab.engine()
                .overlay("shop", "10.0.1.0/24", 4097)
                .ingress("10.0.0.0/24")
                .network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
    }

    /** Names of the second host go on where those of the first end. */
    @Test
    void numbersOfAnIndexGoOnFromHostToHost() {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int h = 0; h < 2; h++) {
            Lab lab = Lab.engine();
            for (int c = 0; c < 25; c++) {
                lab.run("box-" + h + "-" + c, "nginx", "bridge=172.17.0." + (2 + c));
            }
            snapshots.add(lab.snapshot());
        }
        ClusterTopology cluster =
                ClusterTopology.of(List.of("host1", "host2"), snapshots, new Underlay("10.77.0.0/24", List.of()));
        List<Integer> numbers = layout(cluster).hosts().stream()
                .flatMap(h -> h.layout().rows().stream())
                .map(r -> r.row().number())
                .toList();
        assertEquals(IntStream.rangeClosed(1, 50).boxed().toList(), numbers);
    }

    @Test
    void framesStandUnderEachOtherAndAreEquallyWide() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<PlacedHost> hosts = layout(cluster(seed)).hosts();
            for (int i = 1; i < hosts.size(); i++) {
                Bounds before = hosts.get(i - 1).layout().frame();
                assertTrue(hosts.get(i - 1).y() + before.height() < hosts.get(i).y());
                assertEquals(before.width(), hosts.get(i).layout().frame().width());
            }
        }
    }

    @Test
    void twoHostsWhoseLinesPassNothingStandSideBySide() {
        Lab one = Lab.engine().overlay("shop", "10.0.1.0/24", 4097).run("web", "nginx", "shop=10.0.1.2");
        Lab two = Lab.engine().overlay("shop", "10.0.1.0/24", 4097).run("client", "curl", "shop=10.0.1.4");
        List<Snapshot> clear = List.of(one.publish(8080, 80).snapshot(), two.snapshot());
        Underlay underlay = new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2"));
        List<String> names = List.of("host1", "host2");
        assertTrue(ClusterLayout.of(ClusterTopology.of(names, clear, underlay), Telling.PLAIN)
                .isClear());
    }

    @Test
    void noLineOfAnOverlayIsDrawnInTheFrameOfAHostThatHasNothingOnIt() {
        for (long seed = 0; seed < SEEDS; seed++) {
            ClusterTopology cluster = cluster(seed);
            ClusterGridLayout layout = layout(cluster);
            List<PlacedLine> shared =
                    layout.overlays().stream().filter(l -> !l.line().second()).toList();
            for (PlacedLine overlay : shared) {
                int without = (int) layout.hosts().stream()
                        .filter(h -> h.y() < overlay.bottom() && !isOn(h, overlay))
                        .count();
                long pieces = scene(cluster).shapes().stream()
                        .filter(s -> s instanceof Scene.Line line
                                && line.x1() == line.x2()
                                && line.stroke()
                                        .colour()
                                        .equals(overlay.line().colours().stroke()))
                        .count();
                int frames = (int) layout.hosts().stream()
                        .filter(h -> h.y() < overlay.bottom())
                        .count();
                assertEquals(2 * frames - without + (frames == 0 ? 1 : 0), pieces, seed + ": " + overlay);
            }
        }
    }

    private static boolean isOn(PlacedHost host, PlacedLine overlay) {
        return host.host().grid().rows().stream()
                .anyMatch(r -> r.on(overlay.line().id()).isPresent());
    }

    @Test
    void everyNetworkOfAHostSaysItsDriver() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (PlacedHost host : layout(cluster(seed)).hosts()) {
                host.layout()
                        .lines()
                        .forEach(l -> assertTrue(
                                l.line().says().get(0).startsWith("driver "),
                                l.line().says().toString()));
            }
        }
    }
}
