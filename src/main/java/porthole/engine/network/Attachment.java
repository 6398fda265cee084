package porthole.engine.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;

/**
 * One {@code --network} of {@code docker run}: a name, or {@code name=shop,alias=till,ip=10.9.0.7}.
 *
 * @param network the network, or the mode
 * @param settings of its endpoint there, by {@link NetworkFlags#CONNECT}
 * @param mac the MAC address there; empty for the engine's choice
 * @see <a href="https://docs.docker.com/reference/cli/docker/container/run/#network">docker run --network</a>
 */
public record Attachment(String network, Settings settings, Optional<String> mac) {
    private static final List<String> KEYS =
            List.of("alias", "driver-opt", "gw-priority", "ip", "ip6", "link-local-ip", "mac-address");
    private static final Set<String> MODES = Set.of("default", "bridge", "host", "none");

    public static Attachment read(String word) {
        Settings settings = new Settings(NetworkFlags.CONNECT);
        if (!word.contains("=")) {
            return new Attachment(word, settings, Optional.empty());
        }
        String name = "";
        Optional<String> mac = Optional.empty();
        for (String part : word.split(",", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].equals("name")) {
                name = pair[1];
            } else if (pair.length == 2 && pair[0].equals("mac-address")) {
                mac = Optional.of(pair[1]);
            } else if (pair.length == 2 && KEYS.contains(pair[0])) {
                settings.give("--" + pair[0], pair[1]);
            } else {
                throw EngineSentences.sentence("network.key", part, word, String.join(", ", KEYS));
            }
        }
        if (name.isEmpty()) {
            throw EngineSentences.sentence("network.nameless", word);
        }
        return new Attachment(name, settings, mac);
    }

    /** The word of a command line that {@link #read} reads so. */
    public static String word(ConnectSpec spec) {
        StringBuilder word = new StringBuilder("name=").append(spec.network);
        for (String key : KEYS) {
            if (!key.equals("mac-address")) {
                spec.settings
                        .values("--" + key)
                        .forEach(value ->
                                word.append(',').append(key).append('=').append(value));
            }
        }
        return word.toString();
    }

    /** Whether it is a network that someone created, with names in its DNS, and no mode. */
    public boolean isUserDefined() {
        return !MODES.contains(network) && !network.startsWith("container:");
    }

    /** Whether others can be joined besides: all but {@code host}, {@code none} and {@code container:…}. */
    public boolean isNetwork() {
        return isUserDefined() || network.equals("bridge") || network.equals("default");
    }

    /** What the endpoint is to be, in the API's words. */
    public ObjectNode endpoint() {
        ObjectNode endpoint = EngineJson.object();
        settings.into(endpoint);
        return endpoint;
    }

    /** Takes what the command line says of its first network in flags of its own, as in {@code --ip}. */
    public void take(Settings run) {
        for (String flag : List.of("--ip", "--ip6", "--link-local-ip")) {
            for (String value : run.values(flag)) {
                both(flag, flag);
                settings.give(flag, value);
            }
        }
        if (run.has("--network-alias")) {
            both("--network-alias", "--alias");
            run.values("--network-alias").forEach(alias -> settings.give("--alias", alias));
        }
        if (isUserDefined()) {
            run.values("--link").forEach(link -> settings.give("--link", link));
        }
        if (run.has("--mac-address") && mac.isPresent()) {
            throw EngineSentences.sentence("network.both", "--mac-address", network);
        }
    }

    private void both(String flag, String here) {
        if (settings.has(here) && !here.equals("--link-local-ip")) {
            throw EngineSentences.sentence("network.both", flag, network);
        }
    }
}
