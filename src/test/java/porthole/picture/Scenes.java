package porthole.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import porthole.network.Snapshot;
import porthole.topology.Lab;

/** Situations of all sizes, from one container to two hundred, as generated engines have them. */
public final class Scenes {
    private Scenes() {}

    /** Each by its name. */
    public static Map<String, Snapshot> all() {
        Map<String, Snapshot> scenes = new LinkedHashMap<>();
        scenes.put(
                "one",
                Lab.engine()
                        .run("web", "nginx", "bridge=172.17.0.2")
                        .publish(8080, 80)
                        .snapshot());
        scenes.put("ladder", ladder());
        scenes.put("ports", ports());
        scenes.put("thirty", thirty());
        scenes.put("sixty", sixty());
        scenes.put("ten", ten());
        scenes.put("modes", modes());
        scenes.put("200-34", Lab.many(200, 34));
        scenes.put("overlays", overlays());
        return scenes;
    }

    static Snapshot ladder() {
        Lab lab = Lab.engine();
        for (int i = 0; i < 7; i++) {
            lab.network("rung" + i, "10.172." + (10 + i) + ".0/24", "10.172." + (10 + i) + ".1");
        }
        for (int i = 0; i < 6; i++) {
            lab.run(
                    "link" + i + (i + 1),
                    "tools",
                    "rung" + i + "=10.172." + (10 + i) + ".2",
                    "rung" + (i + 1) + "=10.172." + (11 + i) + ".3");
        }
        return lab.run("skip", "tools", "rung0=10.172.10.4", "rung3=10.172.13.4", "rung6=10.172.16.4")
                .snapshot();
    }

    static Snapshot ports() {
        Lab lab = Lab.engine().network("vault", "bridge", "10.110.20.0/24", "10.110.20.1", true);
        for (int i = 0; i < 5; i++) {
            String first = "bridge=172.17.0." + (2 + i);
            String name = "server-with-a-long-name-" + i;
            if (i == 2) {
                lab.run(name, "nginx", first, "vault=10.110.20.2");
            } else {
                lab.run(name, "nginx", first);
            }
            for (int p = 0; p < 4; p++) {
                lab.publish("127.0.0.1", 18900 + 10 * i + p, 80 + p);
            }
        }
        return lab.run("shop", "nginx", "bridge=172.17.0.7")
                .publish(8080, 80)
                .run("sidecar", "tools", "container:shop")
                .run("island", "tools", "none")
                .run("monitor", "tools", "host")
                .listening(9100)
                .snapshot();
    }

    static Snapshot thirty() {
        Lab lab = Lab.engine();
        for (int t = 0; t < 5; t++) {
            lab.network("team-" + t, "10.110.4" + t + ".0/24", "10.110.4" + t + ".1");
        }
        for (int i = 0; i < 30; i++) {
            int t = i % 5;
            String name = String.format(java.util.Locale.ROOT, "worker-%02d", i);
            String first = "team-" + t + "=10.110.4" + t + "." + (2 + i / 5);
            if (i < 4) {
                lab.run(name, "tools", first, "team-" + (t + 1) + "=10.110.4" + (t + 1) + ".20");
            } else {
                lab.run(name, "tools", first);
            }
        }
        return lab.snapshot();
    }

    static Snapshot sixty() {
        Lab lab = Lab.engine();
        for (int z = 0; z < 8; z++) {
            lab.network("zone-" + z, "10.110.5" + z + ".0/24", "10.110.5" + z + ".1");
        }
        for (int i = 0; i < 60; i++) {
            String name = String.format(java.util.Locale.ROOT, "hxvzabcdefghi-node-%02d", i);
            lab.run(name, "tools", "zone-" + i % 8 + "=10.110.5" + i % 8 + "." + (2 + i / 8));
        }
        return lab.snapshot();
    }

    /** As many as are drawn without a fold. */
    static Snapshot ten() {
        Lab lab = Lab.engine();
        for (int n = 0; n < 9; n++) {
            lab.network("net-" + n, "10.30." + n + ".0/24", "10.30." + n + ".1");
        }
        for (int i = 0; i < 30; i++) {
            int n = i % 10;
            String first = n == 9 ? "bridge=172.17.0." + (2 + i / 10) : "net-" + n + "=10.30." + n + "." + (2 + i / 10);
            if (i % 7 == 3 && n < 8) {
                lab.run("box-" + i, "nginx", first, "net-" + (n + 1) + "=10.30." + (n + 1) + ".30");
            } else {
                lab.run("box-" + i, "nginx", first);
            }
            if (i % 6 == 0) {
                lab.publish(i % 12 == 0 ? "0.0.0.0" : "127.0.0.1", 8000 + i, 80);
            }
        }
        return lab.snapshot();
    }

    static Snapshot modes() {
        return Lab.modes()
                .run("paused", "nginx", "bridge=172.17.0.9")
                .state("paused")
                .snapshot();
    }

    static Snapshot overlays() {
        Lab lab = Lab.engine()
                .overlay("shop", "10.0.1.0/24", 4097)
                .overlay("audit", "10.0.2.0/24", 4098)
                .network("lan", "macvlan", "192.168.7.0/24", "192.168.7.1", false)
                .network("docker_gwbridge", "172.18.0.0/16", "172.18.0.1");
        for (int i = 0; i < 6; i++) {
            lab.run("web." + i, "nginx", "shop=10.0.1." + (3 + i), "docker_gwbridge=172.18.0." + (3 + i));
        }
        return lab.run("auditor", "tools", "shop=10.0.1.30", "audit=10.0.2.3", "docker_gwbridge=172.18.0.30")
                .run("printer", "tools", "lan=192.168.7.9")
                .snapshot();
    }
}
