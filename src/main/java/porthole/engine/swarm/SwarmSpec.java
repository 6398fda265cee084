package porthole.engine.swarm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import porthole.engine.api.CommandLine;
import porthole.engine.api.EngineJson;
import porthole.engine.flag.Settings;
import porthole.engine.flag.SwarmFlags;
import porthole.engine.network.NetworkRequest;

/**
 * The flags and arguments of {@code docker swarm init}. They serve {@code docker swarm join} as well. Each method sets
 * a flag and returns this object, so that calls can be chained. A value is checked when the command runs, which throws
 * {@code EngineException} if it is not valid or this engine's API does not know the flag yet.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/swarm/init/">docker swarm init</a>
 */
public final class SwarmSpec {
    /** Where managers listen (https://docs.docker.com/engine/swarm/swarm-tutorial/). */
    static final int PORT = 2377;

    private final Settings settings = new Settings(SwarmFlags.INIT);

    SwarmSpec() {}

    /**
     * {@code --advertise-addr}: where the other hosts find this one.
     *
     * @param address an IP address of this host or the name of an interface, optionally with a port: {@code 10.77.0.1},
     *     {@code eth0:2377}
     * @return this object
     */
    public SwarmSpec advertise(String address) {
        return flag("--advertise-addr", address);
    }

    /**
     * {@code --listen-addr}: where this host waits for the other managers.
     *
     * @param address an IP address or interface, optionally with a port; {@code 0.0.0.0:2377} if it is not set
     * @return this object
     */
    public SwarmSpec listen(String address) {
        return flag("--listen-addr", address);
    }

    /**
     * {@code --data-path-addr}: over which address overlay networks send their packets; the advertised one if it is not
     * set.
     *
     * @param address an IP address of this host or the name of an interface
     * @return this object
     */
    public SwarmSpec dataPath(String address) {
        return flag("--data-path-addr", address);
    }

    /**
     * {@code --data-path-port}: the UDP port to which overlay networks send their VXLAN packets.
     *
     * @param port 1024 to 49151; 4789 if it is not set
     * @return this object
     */
    public SwarmSpec dataPathPort(int port) {
        return flag("--data-path-port", String.valueOf(port));
    }

    /**
     * {@code --default-addr-pool}: the range from which overlay networks take their subnets.
     *
     * @param cidr as in {@code 10.20.0.0/16}
     * @return this object
     */
    public SwarmSpec addressPool(String cidr) {
        return flag("--default-addr-pool", cidr);
    }

    /**
     * Sets any flag of {@code docker swarm init} by its name on the command line:
     * {@code flag("--listen-addr", "eth0")}. Flags that may be repeated are added; of any other, the last value counts.
     *
     * @param flag the flag's long name with its dashes
     * @param value its value; {@code "true"} or {@code "false"} for a flag that takes none
     * @return this object
     * @throws porthole.engine.api.EngineException if the command has no such flag, or Porthole does not support it; the
     *     message suggests the nearest
     */
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
