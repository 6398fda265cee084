package porthole.engine.swarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;
import porthole.engine.flag.Settings;
import porthole.engine.flag.SwarmFlags;
import porthole.engine.network.NetworkRequest;

/** What {@code docker swarm init} and {@code docker swarm join} are told. */
public final class SwarmSpec {
    /** Where managers listen (https://docs.docker.com/engine/swarm/swarm-tutorial/). */
    static final int PORT = 2377;

    private final Settings settings = new Settings(SwarmFlags.INIT);

    SwarmSpec() {}

    /** {@code --advertise-addr}: the address or interface by which other hosts find this one. */
    public SwarmSpec advertise(String address) {
        return flag("--advertise-addr", address);
    }

    /** {@code --listen-addr}: where it listens; {@code 0.0.0.0:2377} unless told otherwise. */
    public SwarmSpec listen(String address) {
        return flag("--listen-addr", address);
    }

    /** {@code --data-path-addr}: the address or interface that overlay networks use. */
    public SwarmSpec dataPath(String address) {
        return flag("--data-path-addr", address);
    }

    /** {@code --data-path-port}: the UDP port of VXLAN, 1024 to 49151; 4789 unless told otherwise. */
    public SwarmSpec dataPathPort(int port) {
        return flag("--data-path-port", String.valueOf(port));
    }

    /** {@code --default-addr-pool}: where overlay networks take their subnets from, in CIDR form. */
    public SwarmSpec addressPool(String cidr) {
        return flag("--default-addr-pool", cidr);
    }

    /** Any flag of {@code docker swarm init}, as on the command line: {@code flag("--listen-addr", "eth0")}. */
    public SwarmSpec flag(String flag, String value) {
        settings.give(flag, value);
        return this;
    }

    String advertised() {
        return settings.value("--advertise-addr").orElse("");
    }

    ObjectNode body() {
        ObjectNode body = EngineJson.object().put("ListenAddr", "0.0.0.0:" + PORT);
        settings.into(body);
        settings.value("--default-addr-pool")
                .ifPresent(pool -> body.set(
                        "DefaultAddrPool",
                        EngineJson.array(NetworkRequest.subnet(pool).toString())));
        return body;
    }

    String initLine() {
        CommandLine line = new CommandLine("docker", "swarm", "init");
        settings.tell(line);
        return line.toString();
    }

    String joinLine(String token, String address) {
        CommandLine line = new CommandLine("docker", "swarm", "join").option("--token", token);
        settings.tell(line);
        return line.words(address).toString();
    }
}
