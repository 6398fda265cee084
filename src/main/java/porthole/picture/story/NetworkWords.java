package porthole.picture.story;

import static porthole.picture.story.Phrases.SENTENCES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Scope;

/** What a picture says of a network: driver, device, ranges, who its gateway is, and whether names work. */
final class NetworkWords {
    private static final String GATEWAY_MODE = "com.docker.network.bridge.gateway_mode_ipv";
    private static final String INHIBIT = "com.docker.network.bridge.inhibit_ipv4";

    /** What stands between things that are said in one line. */
    static final String BETWEEN = " · ";

    private NetworkWords() {}

    /** What a sentence calls a network that is not drawn. */
    static String aside(Network network) {
        return network.pool()
                .map(p -> SENTENCES.say(
                        network.defaultBridge() ? "grid.empty.default" : "grid.empty.range",
                        network.name(),
                        p.subnet()))
                .orElse(network.name());
    }

    static String driver(Network network) {
        return SENTENCES.say("network.driver", network.driver());
    }

    /** {@code driver bridge · device docker0}, {@code driver overlay · scope swarm}. */
    static String driverAndDevice(Network network) {
        List<String> said = new ArrayList<>(List.of(driver(network)));
        scope(network).ifPresent(said::add);
        network.device().ifPresent(d -> said.add(SENTENCES.say("network.device", d)));
        return String.join(BETWEEN, said);
    }

    /** How far it reaches, if that is not this host alone. */
    static Optional<String> scope(Network network) {
        return network.scope() == Scope.LOCAL
                ? Optional.empty()
                : Optional.of(SENTENCES.say("network.scope", network.scope().toString()));
    }

    /** Each range, with its gateway beside it; on an internal network that address is the host's, and no way out. */
    static List<String> ranges(Network network) {
        List<String> ranges = new ArrayList<>();
        for (Pool pool : network.pools()) {
            String gateway = gateway(network, pool, network.internal() ? "network.host" : "network.host.gateway");
            ranges.add(gateway.isEmpty() ? pool.subnet().toString() : pool.subnet() + BETWEEN + gateway);
        }
        return ranges;
    }

    /** The ranges, and that there is no way out if there is none. */
    static String range(Network network) {
        List<String> said = new ArrayList<>(ranges(network));
        if (network.internal()) {
            said.add(SENTENCES.say("internal"));
        }
        return String.join(BETWEEN, said);
    }

    /**
     * Who has the gateway's address: on a bridge it is the host itself, on macvlan and ipvlan a router outside. An
     * overlay's gateway is no address of anything: its containers leave by {@code docker_gwbridge}.
     */
    static String gateway(Network network, Pool pool) {
        return gateway(network, pool, "network.host");
    }

    private static String gateway(Network network, Pool pool, String host) {
        String key = switch (network.driver()) {
            case "bridge" -> hostHasNone(network, pool) ? "" : host;
            case "overlay" -> "";
            case "macvlan", "ipvlan" -> network.internal() ? "" : "network.router";
            default -> "gateway";
        };
        return key.isEmpty()
                ? ""
                : pool.gateway().map(g -> SENTENCES.say(key, g)).orElse("");
    }

    /** An option of the driver keeps the address off the bridge. */
    private static boolean hostHasNone(Network network, Pool pool) {
        boolean six = pool.subnet().isIPv6();
        return "isolated".equals(network.options().get(GATEWAY_MODE + (six ? "6" : "4")))
                || (!six && "true".equals(network.options().get(INHIBIT)));
    }

    /**
     * Whether a member can call another by its name: the engine's DNS answers on every network but the default bridge.
     * Where options keep members apart, it says that instead; which ones, {@code why} says.
     */
    private static String byName(Network network) {
        if (network.forbidsTalk()) {
            boolean six = network.pools().stream().anyMatch(p -> p.subnet().isIPv6());
            return SENTENCES.say(six ? "network.apart.four" : "network.apart");
        }
        if (network.driver().equals("macvlan")
                && "private".equals(network.options().get("macvlan_mode"))) {
            return SENTENCES.say("network.apart");
        }
        return SENTENCES.say(network.defaultBridge() ? "network.names.no" : "network.names.yes");
    }

    /** Whether names work (unknown while that is withheld), and that there is no way out if there is none. */
    static List<String> calls(Network network, boolean withheld) {
        List<String> calls = new ArrayList<>();
        calls.add(withheld ? SENTENCES.say("network.names.open") : byName(network));
        if (!withheld && network.defaultBridge() && !network.forbidsTalk()) {
            calls.add(SENTENCES.say("network.address.yes"));
        }
        if (network.internal()) {
            calls.add(SENTENCES.say("internal"));
        }
        return calls;
    }
}
