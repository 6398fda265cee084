package porthole.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What {@code docker swarm init} and {@code docker swarm join} are told. */
public final class SwarmSpec {
    /** Where managers listen (https://docs.docker.com/engine/swarm/swarm-tutorial/). */
    static final int PORT = 2377;

    private @Nullable String advertise;
    private @Nullable String listen;
    private @Nullable String dataPath;
    private @Nullable String pool;
    private int dataPathPort;

    SwarmSpec() {}

    /** {@code --advertise-addr}: the address or interface by which other hosts find this one. */
    public SwarmSpec advertise(String address) {
        advertise = address;
        return this;
    }

    /** {@code --listen-addr}: where it listens; {@code 0.0.0.0:2377} unless told otherwise. */
    public SwarmSpec listen(String address) {
        listen = address;
        return this;
    }

    /** {@code --data-path-addr}: the address or interface that overlay networks use. */
    public SwarmSpec dataPath(String address) {
        dataPath = address;
        return this;
    }

    /** {@code --data-path-port}: the UDP port of VXLAN, 1024 to 49151; 4789 unless told otherwise. */
    public SwarmSpec dataPathPort(int port) {
        dataPathPort = port;
        return this;
    }

    /** {@code --default-addr-pool}: where overlay networks take their subnets from, in CIDR form. */
    public SwarmSpec addressPool(String cidr) {
        pool = cidr;
        return this;
    }

    String advertised() {
        return advertise == null ? "" : advertise;
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("ListenAddr", listen == null ? "0.0.0.0:" + PORT : listen);
        if (advertise != null) {
            body.put("AdvertiseAddr", advertise);
        }
        if (dataPath != null) {
            body.put("DataPathAddr", dataPath);
        }
        if (dataPathPort != 0) {
            body.put("DataPathPort", dataPathPort);
        }
        if (pool != null) {
            body.set("DefaultAddrPool", Json.array(NetworkRequest.subnet(pool).toString()));
        }
        return body;
    }

    String initLine() {
        return options(new CommandLine("docker", "swarm", "init"))
                .option("--data-path-port", dataPathPort == 0 ? null : String.valueOf(dataPathPort))
                .option("--default-addr-pool", pool)
                .toString();
    }

    String joinLine(String token, String address) {
        return options(new CommandLine("docker", "swarm", "join").option("--token", token))
                .words(address)
                .toString();
    }

    private CommandLine options(CommandLine line) {
        return line.option("--advertise-addr", advertise)
                .option("--listen-addr", listen)
                .option("--data-path-addr", dataPath);
    }
}
