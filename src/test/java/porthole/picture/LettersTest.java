package porthole.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import porthole.display.Language;
import porthole.network.Cabling;
import porthole.network.Cabling.End;
import porthole.network.Cabling.Room;
import porthole.network.PacketHeader;
import porthole.network.Underlay;
import porthole.network.Vxlan;
import porthole.picture.form.Scene;
import porthole.topology.CablingChange;
import porthole.topology.Change;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;
import porthole.topology.PrefixComparison;
import porthole.topology.Topology;

/** The course's pictures where a page has 736 pixels for them, as Jupyter Book's column has: no letter is under 11 pixels. */
class LettersTest {
    private static final double COLUMN = 736;
    private static final double SMALLEST = 11;

    @AfterEach
    void back() {
        Language.use(Language.of(System.getenv().getOrDefault("PORTHOLE_LANG", "")));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void areLargeEnoughInAPagesColumn(Language language) {
        Language.use(language);
        List<String> small = new ArrayList<>();
        pictures().forEach((name, scene) -> {
            double shown = Math.min(1, COLUMN / scene.width());
            double least = scene.labels().stream()
                    .mapToDouble(t -> t.letters().size() * shown)
                    .min()
                    .orElse(SMALLEST);
            if (least < SMALLEST) {
                small.add(name + ": " + least + " pixels, drawn " + scene.width() + " wide");
            }
        });
        assertTrue(small.isEmpty(), small.toString());
    }

    /** What the lessons' cells show, by lesson. */
    private static Map<String, Scene> pictures() {
        Map<String, Scene> all = new LinkedHashMap<>();
        networks()
                .forEach((name, lab) ->
                        all.put(name, Picture.of(Topology.of(lab.snapshot())).draw(false)));
        all.put(
                "0.1 bits",
                PrefixPicture.of(new PrefixComparison("10.60.0.3", 24, List.of("10.60.0.77", "10.60.1.77")))
                        .draw(false));
        all.put("5.1.1 film", film().draw(false));
        all.put("5.1.3 connect", connect().draw(false));
        all.put("5.2.4 bridges", cluster(swarm().run("local", "nginx", "bridge=172.17.0.2"), client(Lab.engine())));
        all.put(
                "5.2.4 overlay",
                cluster(
                        swarm().run("local", "nginx", "bridge=172.17.0.2").run("web", "nginx", "shop=10.0.1.2"),
                        client(swarm()).connect("client", "shop", "10.0.1.4")));
        all.put("5.2.4 packet", packet().draw(false));
        return all;
    }

    private static Map<String, Lab> networks() {
        Map<String, Lab> labs = new LinkedHashMap<>();
        labs.put("5.1.3", Lab.tutorial());
        labs.put("5.2.0", custom().run("app", "nginx", "custom_bridge=172.25.0.2"));
        labs.put("5.2.1", web(custom()).run("none", "nginx", "none"));
        labs.put("5.2.2", web(Lab.engine()).run("neighbour", "nicolaka/netshoot", "bridge=172.17.0.3"));
        labs.put(
                "5.2.2 desks",
                web(Lab.engine().network("desks", "172.26.0.0/16", "172.26.0.1").withoutTalk())
                        .run("left-desk", "nginx", "desks=172.26.0.2")
                        .run("right-desk", "nicolaka/netshoot", "desks=172.26.0.3"));
        labs.put(
                "5.2.3",
                web(Lab.engine())
                        .run("sidecar", "nicolaka/netshoot", "container:bridge")
                        .run("host", "nginx", "host")
                        .listening(80)
                        .run("none", "nginx", "none"));
        labs.put(
                "5.3",
                Lab.engine()
                        .network("front", "10.53.1.0/24", "10.53.1.1")
                        .network("middle", "10.53.2.0/24", "10.53.2.1")
                        .network("back", "10.53.3.0/24", "10.53.3.1")
                        .run("shop-proxy", "nginx", "front=10.53.1.2", "middle=10.53.2.2")
                        .publish(8095, 8080)
                        .run("shop-audit", "nicolaka/netshoot", "front=10.53.1.3")
                        .run("shop-app", "nginx", "back=10.53.3.2"));
        return labs;
    }

    private static Lab custom() {
        return Lab.engine().network("custom_bridge", "172.25.0.0/16", "172.25.0.1");
    }

    private static Lab web(Lab lab) {
        return lab.run("bridge", "nginx", "bridge=172.17.0.2").publish(81, 80);
    }

    private static Picture connect() {
        Lab after = Lab.tutorial().connect("test", "downloads_default", "172.28.0.3");
        return Picture.of(
                Change.between(Topology.of(Lab.tutorial().snapshot()), Topology.of(after.snapshot())),
                "docker network connect downloads_default test");
    }

    private static Lab swarm() {
        return Lab.engine()
                .overlay("shop", "10.0.1.0/24", 4097)
                .network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
    }

    private static Lab client(Lab lab) {
        return lab.run("client", "nicolaka/netshoot", "bridge=172.17.0.2");
    }

    private static Scene cluster(Lab one, Lab two) {
        ClusterTopology hosts = ClusterTopology.of(
                List.of("host1", "host2"),
                List.of(one.snapshot(), two.snapshot()),
                new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2")));
        return ClusterPicture.of(hosts).draw(false);
    }

    private static CablingFilm film() {
        End lo = new End("lo", 0, Optional.empty(), true, Optional.of("127.0.0.1/8"));
        End outside = new End("veth-room", 1, Optional.of("docker0"), true, Optional.empty());
        End inside = new End("eth0", -1, Optional.empty(), true, Optional.of("172.17.255.254/16"));
        Room room = new Room("room", List.of(lo, inside), Optional.of("172.17.0.1"));
        Cabling whole = new Cabling("docker0", Optional.of("172.17.0.1"), List.of(outside), List.of(room));
        return CablingFilm.of(List.of(CablingPicture.of(
                new CablingChange(Optional.empty(), whole, "ip link set veth-room up", Optional.empty()))));
    }

    private static PacketPicture packet() {
        Vxlan.Inner inner = new Vxlan.Inner(
                "10.0.1.4",
                "10.0.1.2",
                "TCP",
                "42022 → 80 PSH ACK \"GET /\"",
                133,
                "02:42:0a:00:01:04",
                "02:42:0a:00:01:02",
                List.of(new PacketHeader("Ethernet", 14), new PacketHeader("IPv4", 20), new PacketHeader("TCP", 32)));
        List<PacketHeader> outside =
                List.of(new PacketHeader("IPv4", 20), new PacketHeader("UDP", 8), new PacketHeader("VXLAN", 8));
        return PacketPicture.of(List.of(new Vxlan(0, "10.77.0.2", "10.77.0.1", 4789, 4097, 169, outside, inner)));
    }
}
