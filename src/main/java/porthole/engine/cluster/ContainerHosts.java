package porthole.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineAddress;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.EngineSession;
import porthole.engine.api.ParallelCalls;
import porthole.engine.api.Query;
import porthole.engine.api.Relay;
import porthole.engine.api.StreamFrames;
import porthole.engine.image.Images;

/**
 * Hosts that are containers, each with an engine inside (Docker-in-Docker), on a network of their own. Works on any
 * engine that allows such containers: {@code --privileged} where it may be, else the fewer rights that suffice. Their
 * labels are the owner's, as on all that we make, so they are swept as containers are.
 */
public final class ContainerHosts implements ClusterHosts {
    private static final String IMAGE = "docker:dind";
    private static final int NETS = 20;

    /** Without --privileged, control groups are mounted for reading. With version 2, the first group must hold none. */
    private static final String START = "for d in /sys/fs/cgroup /sys/fs/cgroup/*/; do"
            + " mount -o remount,rw,bind $d 2>/dev/null; done;"
            + " if [ -e /sys/fs/cgroup/cgroup.subtree_control ]; then mkdir -p /sys/fs/cgroup/init;"
            + " while read -r p; do echo $p > /sys/fs/cgroup/init/cgroup.procs; done < /sys/fs/cgroup/cgroup.procs;"
            + " for c in $(cat /sys/fs/cgroup/cgroup.controllers); do"
            + " echo +$c > /sys/fs/cgroup/cgroup.subtree_control; done; fi 2>/dev/null;"
            + " exec dockerd --host unix:///var/run/docker.sock --exec-opt native.cgroupdriver=cgroupfs --dns-opt ndots:1";

    private final EngineSession session;
    private final Api api;
    private final ClusterFolder folder;
    private final String prefix;
    private final List<String> containers = new ArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private String network = "";
    private String net = "";

    /** Makes and starts them; what fails leaves nothing. */
    public ContainerHosts(EngineSession session, Images images, ClusterFolder folder, int count) {
        this.session = session;
        this.api = session.api();
        this.folder = folder;
        this.prefix = "porthole-" + folder.name();
        try {
            String image = images.forService(IMAGE);
            network();
            for (int i = 1; i <= count; i++) {
                start(image, i);
            }
            for (int i = 1; i <= count; i++) {
                Path socket = folder.path().resolve("host" + i + ".sock");
                relays.add(new Relay(socket, new ExecRoute(api, containers.get(i - 1))));
            }
        } catch (EngineException e) {
            api.tidying().run(this::close);
            throw e;
        }
    }

    /** The first of 10.77.0.0/24, 10.78.0.0/24… that the engine has free. */
    private void network() {
        for (int i = 0; i < NETS; i++) {
            net = "10." + (77 + i) + ".0";
            ObjectNode body = EngineJson.object().put("Name", prefix).put("CheckDuplicate", true);
            body.put("Driver", "bridge")
                    .set("Labels", EngineJson.object(session.owner().labels()));
            body.putObject("IPAM")
                    .putArray("Config")
                    .addObject()
                    .put("Subnet", net + ".0/24")
                    .put("Gateway", net + ".254");
            try {
                network = EngineJson.text(
                        api.make(
                                Query.of("/networks/create"),
                                body,
                                late -> api.delete(Query.of("/networks/{}", EngineJson.text(late, "Id")))),
                        "Id");
                return;
            } catch (ApiFailure e) {
                if (!e.says("overlap") || i == NETS - 1) {
                    throw e;
                }
            }
        }
    }

    private void start(String image, int number) {
        try {
            run(image, number, true);
        } catch (ApiFailure e) {
            // Not allowed, say by a machine without CAP_SYS_RESOURCE.
            try {
                run(image, number, false);
            } catch (ApiFailure again) {
                throw EngineSentences.sentence("cluster.containers", again.reason());
            }
        }
    }

    private void run(String image, int number, boolean privileged) {
        ObjectNode body = EngineJson.object().put("Image", image).put("Hostname", "host" + number);
        body.set("Entrypoint", EngineJson.array("sh", "-c", START));
        body.set("Labels", EngineJson.object(session.owner().labels()));
        ObjectNode host = body.putObject("HostConfig").put("NetworkMode", network);
        if (privileged) {
            host.put("Privileged", true);
        } else {
            host.set("CapAdd", EngineJson.array("ALL"));
            host.set("CapDrop", EngineJson.array("SYS_RESOURCE"));
            host.set("SecurityOpt", EngineJson.array("seccomp=unconfined", "apparmor=unconfined"));
            host.set("DeviceCgroupRules", EngineJson.array("a *:* rwm"));
            host.putArray("MaskedPaths"); // --security-opt systempaths=unconfined
            host.putArray("ReadonlyPaths");
        }
        ObjectNode data = host.putArray("Mounts").addObject();
        data.put("Type", "volume").put("Target", "/var/lib/docker");
        data.putObject("VolumeOptions")
                .set("Labels", EngineJson.object(session.owner().labels()));
        body.putObject("NetworkingConfig")
                .putObject("EndpointsConfig")
                .putObject(network)
                .putObject("IPAMConfig")
                .put("IPv4Address", net + "." + number);
        String id = EngineJson.text(
                api.make(
                        Query.of("/containers/create").with("name", prefix + "-host" + number),
                        body,
                        late -> remove(EngineJson.text(late, "Id"))),
                "Id");
        try {
            api.post(Query.of("/containers/{}/start", id));
            containers.add(id);
        } catch (EngineException e) {
            api.tidying().run(() -> remove(id));
            throw e;
        }
    }

    private void remove(String id) {
        api.delete(Query.of("/containers/{}", id).with("force", true).with("v", true));
    }

    @Override
    public List<EngineAddress> addresses() {
        return relays.stream().map(r -> EngineAddress.of(r.socket().toString())).toList();
    }

    @Override
    public String advertised(int host) {
        return net + "." + (host + 1);
    }

    @Override
    public String underlay() {
        return net + ".0/24";
    }

    @Override
    public String complaint(int host) {
        try {
            Query logs = Query.of("/containers/{}/logs", containers.get(host))
                    .with("stdout", true)
                    .with("stderr", true)
                    .with("tail", "1");
            return api.call("GET", logs, null, StreamFrames::read).both().strip();
        } catch (EngineException e) {
            return "";
        }
    }

    @Override
    public boolean alive(int host) {
        Optional<Boolean> running = api.find(Query.of("/containers/{}/json", containers.get(host)))
                .map(c -> c.path("State").path("Running").asBoolean());
        return running.orElse(false);
    }

    @Override
    public void close() {
        relays.forEach(Relay::close);
        relays.clear();
        List<Callable<Object>> removals = new ArrayList<>();
        containers.forEach(id -> removals.add(Executors.callable(() -> remove(id))));
        ParallelCalls.toTheEnd(removals);
        containers.clear();
        if (!network.isEmpty()) {
            api.delete(Query.of("/networks/{}", network));
            network = "";
        }
        folder.remove();
    }
}
