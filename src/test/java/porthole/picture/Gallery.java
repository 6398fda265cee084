package porthole.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import porthole.display.Language;
import porthole.network.Snapshot;
import porthole.network.Underlay;
import porthole.topology.Change;
import porthole.topology.ClusterTopology;
import porthole.topology.Lab;
import porthole.topology.Topology;

/** Writes one picture of each kind into a folder, to be looked at: {@code Gallery FOLDER}. */
public final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Language.use(Language.ENGLISH);
        for (Map.Entry<String, Picture> entry : pictures().entrySet()) {
            entry.getValue().png(folder.resolve(entry.getKey() + ".png"));
            entry.getValue().svg(folder.resolve(entry.getKey() + ".svg"));
            Files.writeString(
                    folder.resolve(entry.getKey() + ".txt"),
                    entry.getValue().text() + "\n\n" + entry.getValue().table().text() + "\n\n"
                            + entry.getValue().mermaid() + "\n"
                            + entry.getValue().dot());
        }
        Picture.of(Topology.of(Scenes.ports())).dark().legend().width(700).png(folder.resolve("dark-ports.png"));
        Picture.of(Topology.of(Lab.tutorial().snapshot())).dark().outlined().svg(folder.resolve("dark-two.svg"));
        Picture.of(Topology.of(Lab.tutorial().snapshot())).dark().png(folder.resolve("dark-two.png"));
        cluster().png(folder.resolve("cluster.png"));
        Language.use(Language.JAPANESE);
        cluster().png(folder.resolve("ja-cluster.png"));
        Picture.of(Topology.of(Lab.tutorial().snapshot())).png(folder.resolve("ja-two.png"));
        Picture.of(Topology.of(Lab.modes().snapshot())).png(folder.resolve("ja-modes.png"));
        Picture.of(Topology.of(Lab.modes().snapshot())).svg(folder.resolve("ja-modes.svg"));
        connect().png(folder.resolve("ja-connect.png"));
        for (Map.Entry<String, Snapshot> scene : Scenes.all().entrySet()) {
            Picture.of(Topology.of(scene.getValue())).png(folder.resolve("ja-scene-" + scene.getKey() + ".png"));
        }
    }

    static Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        pictures.put("two", Picture.of(Topology.of(Lab.tutorial().snapshot())));
        pictures.put("modes", Picture.of(Topology.of(Lab.modes().snapshot())));
        pictures.put("connect", connect());
        pictures.put("empty", Picture.of(Topology.of(Lab.engine().snapshot())));
        pictures.put("thirty", Picture.of(Topology.of(Lab.many(30, 6))));
        pictures.put("folded", Picture.of(Topology.of(Lab.many(200, 34))));
        pictures.put("three", Picture.of(Topology.of(three())));
        pictures.put("long", Picture.of(Topology.of(longNames())));
        pictures.put("steps", steps());
        pictures.put("kinds", Picture.of(Topology.of(kinds(), List.of())));
        pictures.put(
                "island",
                Picture.of(
                        Topology.of(Lab.tutorial().run("none", "nginx", "none").snapshot())));
        pictures.put(
                "stopped",
                Picture.of(Topology.of(
                        Lab.tutorial()
                                .run("old", "ubuntu", "bridge=172.17.0.9")
                                .state("exited")
                                .snapshot(),
                        List.of("bridge", "old"))));
        Scenes.all().forEach((name, scene) -> pictures.put("scene-" + name, Picture.of(Topology.of(scene))));
        return pictures;
    }

    private static ClusterPicture cluster() {
        Lab one = Lab.engine()
                .overlay("shop", "10.0.1.0/24", 4097)
                .run("web", "nginx", "shop=10.0.1.2")
                .publish(8080, 80)
                .run("local", "nginx", "bridge=172.17.0.2");
        Lab two = Lab.engine().overlay("shop", "10.0.1.0/24", 4097).run("client", "curl", "shop=10.0.1.4");
        return ClusterPicture.of(ClusterTopology.of(
                List.of("ctx-1", "ctx-2"),
                List.of(one.snapshot(), two.snapshot()),
                new Underlay("10.77.0.0/24", List.of("10.77.0.1", "10.77.0.2"))));
    }

    private static Picture connect() {
        Snapshot before = Lab.tutorial().snapshot();
        Snapshot after = Lab.tutorial()
                .connect("test", "downloads_default", "172.28.0.3")
                .snapshot();
        return Picture.of(
                Change.between(Topology.of(before), Topology.of(after)),
                "docker network connect downloads_default test");
    }

    private static Picture steps() {
        Snapshot before = Lab.tutorial().snapshot();
        Snapshot after = Lab.tutorial()
                .remove("web")
                .network("shop", "10.9.0.0/24", "10.9.0.1")
                .run("till", "nginx", "shop=10.9.0.2")
                .publish(82, 80)
                .snapshot();
        return Picture.of(Change.between(Topology.of(before), Topology.of(after)), "");
    }

    private static Snapshot three() {
        return Lab.engine()
                .network("front", "10.1.0.0/24", "10.1.0.1")
                .network("back", "10.2.0.0/24", "10.2.0.1")
                .network("audit", "bridge", "10.3.0.0/24", "10.3.0.1", true)
                .run("web-1", "nginx", "front=10.1.0.2")
                .publish(80, 80)
                .run("web-2", "nginx", "front=10.1.0.3")
                .run("api", "node:20", "front=10.1.0.4", "back=10.2.0.4", "audit=10.3.0.4")
                .run("db", "postgres:16", "back=10.2.0.5")
                .run("log", "fluentd", "audit=10.3.0.2", "front=10.1.0.6")
                .snapshot();
    }

    private static Snapshot longNames() {
        String name =
                "a-very-long-name-that-somebody-thought-would-help-everybody-to-find-it-again-in-the-list-of-containers-on-this-machine-number-";
        return Lab.engine()
                .network("network_" + name.substring(0, 110) + "end", "10.1.0.0/24", "10.1.0.1")
                .run(
                        name + "1",
                        "registry.example.org:5000/team/project/image-with-long-name:2026-01-01",
                        "bridge=172.17.0.2")
                .publish("127.0.0.1", 8081, 80)
                .publish(8082, 8080)
                .run(name + "2", "nginx", "network_" + name.substring(0, 110) + "end=10.1.0.2")
                .six("fd00:dead:beef:cafe:1234:5678:9abc:def0")
                .publish(443, 443)
                .snapshot();
    }

    private static Snapshot kinds() {
        return Lab.engine()
                .network("shop", "overlay", "10.0.1.0/24", "10.0.1.1", false)
                .network("lan", "macvlan", "192.168.1.0/24", "192.168.1.1", false)
                .network("vault", "bridge", "10.8.0.0/24", "10.8.0.1", true)
                .network("a", "10.4.0.0/24", "10.4.0.1")
                .network("b", "10.5.0.0/24", "10.5.0.1")
                .run("till", "nginx", "shop=10.0.1.2")
                .run("printer", "cups", "lan=192.168.1.9")
                .run("safe", "postgres", "vault=10.8.0.2")
                .run("both", "nginx", "a=10.4.0.2", "vault=10.8.0.3")
                .run("paused", "nginx", "a=10.4.0.3")
                .state("paused")
                .snapshot();
    }
}
