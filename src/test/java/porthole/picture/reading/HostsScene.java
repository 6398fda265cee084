package porthole.picture.reading;

import static porthole.picture.reading.SmallScenes.ask;

import java.util.List;
import porthole.display.Language;
import porthole.network.Network;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.picture.ClusterPicture;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;

/** Three hosts with two overlays, where containers have a second interface to leave their host. */
final class HostsScene {
    private HostsScene() {}

    static ReadingScene of(long seed) {
        SceneWords words = new SceneWords(seed + 8);
        String wide = words.place(0);
        String narrow = words.place(1);
        String own = words.place(2);
        Snapshot one = engine(wide, narrow)
                .run(words.thing(0), "nginx", wide + "=10.0.1.3")
                .publish(8080, 80)
                .run(words.thing(1), "tools", "bridge=172.17.0.2")
                .snapshot();
        Snapshot two = engine(wide, narrow)
                .network(own, "172.21.0.0/16", "172.21.0.1")
                .run(words.thing(2), "tools", wide + "=10.0.1.4", narrow + "=10.0.2.3")
                .run(words.thing(3), "nginx", own + "=172.21.0.2")
                .run(words.thing(4), "tools", "bridge=172.17.0.2")
                .snapshot();
        Snapshot three = engine(wide, narrow)
                .run(words.thing(5), "redis", narrow + "=10.0.2.4")
                .run(words.thing(6), "tools", wide + "=10.0.1.5")
                .snapshot();
        Underlay underlay = new Underlay("10.77.0.0/24", List.of("10.77.0.11", "10.77.0.12", "10.77.0.13"));
        ClusterTopology cluster =
                ClusterTopology.of(List.of("host1", "host2", "host3"), List.of(one, two, three), underlay);
        return new ReadingScene(
                "an overlay across three hosts",
                Language.ENGLISH,
                () -> ClusterPicture.of(cluster).dark().pngBytes(),
                questions(words, cluster, wide, narrow));
    }

    private static Lab engine(String wide, String narrow) {
        return Lab.engine()
                .overlay(wide, "10.0.1.0/24", 4097)
                .overlay(narrow, "10.0.2.0/24", 4098)
                .network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
    }

    private static List<ReadingQuestion> questions(
            SceneWords words, ClusterTopology cluster, String wide, String narrow) {
        Network overlay = cluster.overlays().stream()
                .filter(n -> n.name().equals(narrow))
                .findFirst()
                .orElseThrow();
        return List.of(
                ask("How many hosts are there, and on which is " + words.thing(6) + "?", "3, host3"),
                ask(
                        "On which hosts is something connected to " + narrow + "?",
                        String.join(", ", cluster.hostsOf(overlay))),
                ask("Can " + words.thing(0) + " call " + words.thing(6) + " by name?", "yes"),
                ask("Can " + words.thing(0) + " call " + words.thing(5) + "?", "no: no network in common"),
                ask(
                        words.thing(1) + " and " + words.thing(4)
                                + " are each on a network that is called bridge. Can one reach the other at 172.17.0.2?",
                        "no: each host has a bridge of its own"),
                ask(
                        "At which address does host2 meet the other hosts, and in which range?",
                        "10.77.0.12, 10.77.0.0/24"),
                ask(
                        "A packet of network " + narrow
                                + " goes from host to host inside another packet. Of which UDP port, and with which VXLAN number?",
                        "4789, " + ClusterTopology.vni(overlay).orElseThrow()),
                ask("How long may a packet inside be?", ClusterTopology.mtu(overlay) + " bytes"),
                ask(
                        "By which network of its host does " + words.thing(6) + " reach the Internet?",
                        "docker_gwbridge (its second interface)"),
                ask(
                        "Somebody at another computer opens port 8080 of host1. Which port of which container answers?",
                        words.thing(0) + " 80"));
    }
}
