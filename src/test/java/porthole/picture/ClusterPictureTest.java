package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import porthole.display.Language;
import porthole.network.PacketHeader;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.network.Vxlan;
import porthole.picture.form.Bounds;
import porthole.picture.form.Scene;
import porthole.picture.layout.ClusterLayout;
import porthole.picture.layout.Layout.PlacedBand;
import porthole.picture.story.Telling;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;

/** Hosts side by side: asked of the layout's boxes and of the text. */
class ClusterPictureTest {
    @BeforeEach
    void english() {
        Language.use(Language.ENGLISH);
    }

    private static ClusterTopology cluster(Lab... hosts) {
        List<Snapshot> snapshots =
                java.util.stream.Stream.of(hosts).map(Lab::snapshot).toList();
        List<String> names =
                IntStream.rangeClosed(1, hosts.length).mapToObj(i -> "ctx-" + i).toList();
        return ClusterTopology.of(
                names, snapshots, new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2", "10.77.0.3")));
    }

    private static Lab lab() {
        return Lab.engine().overlay("shop", "10.0.1.0/24", 4097);
    }

    private static ClusterTopology two() {
        return cluster(
                lab().run("web", "nginx", "shop=10.0.1.2").run("local", "nginx", "bridge=172.17.0.2"),
                lab().run("client", "curl", "shop=10.0.1.4"));
    }

    @Test
    void anOverlayIsOneBandThroughBothHosts() {
        ClusterLayout layout = ClusterLayout.of(two(), Telling.PLAIN);
        assertEquals(1, layout.bands().size());
        PlacedBand shop = layout.bands().get(0);
        ClusterLayout.Place first = layout.places().get(0);
        ClusterLayout.Place second = layout.places().get(1);
        assertTrue(shop.bounds().x() < first.x() + first.frame().bounds().width());
        assertTrue(shop.bounds().right() > second.x());
        assertEquals(first.frame().bounds().height(), second.frame().bounds().height());
        for (ClusterLayout.Place place : layout.places()) {
            place.frame().boxes().stream()
                    .flatMap(b -> b.legs().stream())
                    .filter(l -> l.plug().ribbon().equals(shop.ribbon().id()))
                    .forEach(l -> assertEquals(shop.bounds().bottom(), l.top()));
        }
    }

    @Test
    void anOverlayPassesBehindAHostThatHasNothingOnItAndSaysSo() {
        Lab between = lab().run("local", "nginx", "bridge=172.17.0.2").publish(8080, 80);
        ClusterTopology cluster = cluster(
                lab().run("web", "nginx", "shop=10.0.1.2"), between, lab().run("client", "curl", "shop=10.0.1.4"));
        ClusterLayout layout = ClusterLayout.of(cluster, Telling.PLAIN);
        assertTrue(layout.isClear());
        ClusterLayout.Place second = layout.places().get(1);
        List<Bounds> behind = layout.overlays().get(0).behind();
        assertEquals(1, behind.size());
        assertEquals(second.x(), behind.get(0).x());
        assertEquals(second.frame().bounds().width(), behind.get(0).width());
        assertTrue(layout.bands().get(0).text().right() < second.x());
        List<String> labels = ClusterPicture.of(cluster).labels().stream()
                .map(Scene.Text::text)
                .toList();
        assertTrue(labels.contains("shop passes behind ctx-2: nothing there is on it."), labels.toString());
    }

    @Test
    void anOverlayWithAMemberOnOneHostGoesBeyondThatHostsFrameAndNamesItsScope() {
        Lab web = lab().run("web", "nginx", "shop=10.0.1.2");
        Lab local = lab().run("local", "nginx", "bridge=172.17.0.2");
        for (List<Lab> hosts : List.of(List.of(web, local), List.of(local, web))) {
            ClusterTopology cluster = cluster(hosts.toArray(Lab[]::new));
            ClusterLayout layout = ClusterLayout.of(cluster, Telling.PLAIN);
            Bounds shop = layout.bands().get(0).bounds();
            double edge = layout.places().get(0).frame().bounds().right();
            double next = layout.places().get(1).x();
            assertTrue(shop.x() < edge ? shop.right() > edge && shop.right() < next : shop.x() < next, shop.toString());
            List<String> labels = ClusterPicture.of(cluster).labels().stream()
                    .map(Scene.Text::text)
                    .toList();
            assertTrue(labels.contains("driver overlay · scope swarm"), labels.toString());
        }
    }

    private static Lab bridged() {
        return lab().network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
    }

    private static ClusterTopology bridgesAndAnOverlay(Lab... more) {
        List<Lab> hosts = new ArrayList<>();
        hosts.add(bridged().run("local", "nginx", "bridge=172.17.0.2").run("web", "nginx", "shop=10.0.1.2"));
        hosts.add(bridged().run("client", "tools", "bridge=172.17.0.2", "shop=10.0.1.4"));
        hosts.addAll(List.of(more));
        return cluster(hosts.toArray(Lab[]::new));
    }

    @Test
    void aContainerOnABridgeAndOnAnOverlayStaysABox() {
        for (Language language : List.of(Language.ENGLISH, Language.JAPANESE)) {
            Language.use(language);
            assertTrue(ClusterLayout.of(bridgesAndAnOverlay(), Telling.PLAIN).isClear());
            assertTrue(ClusterLayout.of(
                            bridgesAndAnOverlay(bridged().run("guest", "tools", "shop=10.0.1.5")), Telling.PLAIN)
                    .isClear());
        }
    }

    @Test
    void betweenTwoHostsTheOverlayPassesOverTheirBridges() {
        ClusterLayout layout =
                ClusterLayout.of(bridgesAndAnOverlay(bridged().run("guest", "tools", "shop=10.0.1.5")), Telling.PLAIN);
        double overlay = layout.bands().get(0).bounds().bottom();
        layout.places().get(1).frame().bands().stream()
                .filter(band -> band.ribbon().own())
                .forEach(band -> assertTrue(band.bounds().y() > overlay));
    }

    @Test
    void aHostWithoutAnythingOnItIsThereAllTheSame() {
        ClusterLayout layout = ClusterLayout.of(cluster(lab(), lab(), lab()), Telling.PLAIN);
        assertEquals(3, layout.places().size());
        assertTrue(layout.bands().get(0).empty());
        assertTrue(ClusterPicture.of(cluster(lab(), lab())).answer().contains("Nothing is on the overlay shop yet"));
        assertTrue(
                ClusterPicture.of(cluster(Lab.engine(), Lab.engine())).answer().contains("no overlay"));
    }

    @Test
    void hostsOfOneHostnameAreToldApartByTheClustersNamesForThem() {
        ClusterPicture picture = ClusterPicture.of(two());
        assertTrue(picture.answer().contains("web on ctx-1 and client on ctx-2"), picture.answer());
        assertEquals(
                List.of("ctx-1", "ctx-1", "ctx-2"),
                picture.table().rows().stream().map(row -> row.get(0)).toList());
        assertTrue(picture.text().contains("ctx-2") && !picture.text().contains("lab "), picture.text());
        assertEquals(List.of("ctx-1", "ctx-2"), two().hostsOf(two().overlays().get(0)));
    }

    @Test
    void theTextSaysWhatTheDrawingShows() {
        ClusterPicture picture = ClusterPicture.of(two());
        assertEquals("How do 2 hosts share one network?", picture.title());
        String text = picture.text();
        for (String part : List.of("web eth0 10.0.1.2", "client eth0 10.0.1.4", "10.77.0.2", "VNI 4097", "1450")) {
            assertTrue(text.contains(part), part + " in " + text);
        }
        assertEquals(3, picture.table().rows().size());
        assertFalse(text.contains("docker_gwbridge"));
    }

    @Test
    void noLabelOverlapsAnother() {
        Lab full = lab().network("wide", "10.5.0.0/24", "10.5.0.1");
        for (int i = 2; i < 8; i++) {
            full.run("container-" + i, "nginx", "shop=10.0.1." + i, "wide=10.5.0." + i);
        }
        List<Scene.Text> labels = ClusterPicture.of(cluster(full, lab().run("client", "curl", "shop=10.0.1.40")))
                .labels();
        for (Scene.Text a : labels) {
            for (Scene.Text b : labels) {
                assertTrue(a == b || !a.bounds().overlaps(b.bounds()), a.text() + " over " + b.text());
            }
        }
    }

    @Test
    void aPacketIsDrawnWithItsLayersAndToldInATable() {
        PacketPicture picture = packet("TCP", "42022 → 80 PSH ACK \"GET /\"", 32);
        for (String part : List.of("10.77.0.2 → 10.77.0.1", "10.0.1.4 → 10.0.1.2", "4789", "4097")) {
            assertTrue(picture.svg().contains(part), part);
            assertTrue(picture.text().contains(part), part);
        }
        assertEquals(
                "1 packet. Outside: 10.77.0.2 → 10.77.0.1; inside: the containers' own 10.0.1.4 → 10.0.1.2.",
                picture.answer());
        assertTrue(PacketPicture.of(List.of()).answer().startsWith("Nothing"));
    }

    private static PacketPicture packet(String protocol, String says, int header) {
        List<PacketHeader> inside = List.of(
                new PacketHeader("Ethernet", 14), new PacketHeader("IPv4", 20), new PacketHeader(protocol, header));
        Vxlan.Inner inner = new Vxlan.Inner(
                "10.0.1.4", "10.0.1.2", protocol, says, 133, "02:42:0a:00:01:04", "02:42:0a:00:01:02", inside);
        List<PacketHeader> outside =
                List.of(new PacketHeader("IPv4", 20), new PacketHeader("UDP", 8), new PacketHeader("VXLAN", 8));
        return PacketPicture.of(List.of(new Vxlan(0, "10.77.0.2", "10.77.0.1", 4789, 4097, 169, outside, inner)));
    }

    @Test
    void eachHeaderOfAPacketStandsWithItsBytesAndThoseAroundTheContainersPacketAreAddedUp() {
        List<String> labels = packet("TCP", "42022 → 80 PSH ACK \"GET /\"", 32).draw(false).labels().stream()
                .map(Scene.Text::text)
                .toList();
        for (String part : List.of(
                "underlay: IPv4",
                "overlay: Ethernet",
                "02:42:0a:00:01:04 → 02:42:0a:00:01:02",
                "14 bytes",
                "32 bytes",
                "67 bytes",
                "20 + 8 + 8 + 14\u00a0=\u00a050 bytes",
                "119 bytes",
                "together 169 bytes")) {
            assertTrue(labels.contains(part), part + " is not in " + labels);
        }
        assertEquals(2, labels.stream().filter("20 bytes"::equals).count());
    }
}
