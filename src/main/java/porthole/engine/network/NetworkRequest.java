package porthole.engine.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import porthole.display.Nearest;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.flag.Flag;
import porthole.engine.flag.NetworkFlags;
import porthole.engine.flag.Settings;
import porthole.network.Subnet;

/** A {@link NetworkSpec} as the body of {@code POST /networks/create}. */
public final class NetworkRequest {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");
    private static final Pattern HINT = Pattern.compile("did you mean \"(.*?)\"");

    private NetworkRequest() {}

    /**
     * Fills in what the flags say. All that can be checked without the engine is checked here.
     *
     * @param labels the owner's
     * @throws EngineException with a sentence about the first value that cannot be
     */
    static ObjectNode of(NetworkSpec spec, Map<String, String> labels) {
        if (!NAME.matcher(spec.name).matches()) {
            throw EngineSentences.sentence("network.name", spec.name);
        }
        Settings given = spec.settings;
        // Without CheckDuplicate, engines before 25 accept a second network of the same name.
        ObjectNode body = EngineJson.object().put("Name", spec.name).put("CheckDuplicate", true);
        body.put("Driver", "bridge");
        body.putObject("IPAM").put("Driver", "default").putArray("Config");
        body.putObject("Labels");
        body.putObject("Options");
        given.into(body);
        // An engine refuses labels beside --config-from: the network takes those of the configuration.
        if (!given.has("--config-from")) {
            ObjectNode all = body.withObject("/Labels");
            labels.forEach(all::put);
        }
        body.withObject("/IPAM").set("Config", pools(given));
        return body;
    }

    /** A pool for each subnet. Gateways, ranges and reserved addresses go where they lie, as the command line has it. */
    private static ArrayNode pools(Settings given) {
        List<String> words = given.values("--subnet");
        List<Subnet> subnets = new ArrayList<>();
        ArrayNode pools = EngineJson.array();
        for (String word : words) {
            Subnet subnet = subnet(word);
            subnets.stream().filter(subnet::overlaps).findFirst().ifPresent(other -> {
                throw EngineSentences.sentence("subnet.twice", other, word);
            });
            subnets.add(subnet);
            pools.addObject().put("Subnet", word);
        }
        for (String gateway : given.values("--gateway")) {
            if (subnets.isEmpty()) {
                throw EngineSentences.sentence("gateway.alone", gateway);
            }
            single(pool(pools, subnets, gateway, "gateway.outside", gateway), "Gateway", gateway, "gateway.twice");
        }
        for (String range : given.values("--ip-range")) {
            Subnet part = subnet(range);
            ObjectNode pool = pool(pools, subnets, part.address(), "range.outside", range);
            if (subnet(pool.path("Subnet").asText()).prefixLength() > part.prefixLength()) {
                throw EngineSentences.sentence(
                        "range.outside", range, pool.path("Subnet").asText());
            }
            single(pool, "IPRange", range, "range.twice");
        }
        for (String reserved : given.values("--aux-address")) {
            auxiliary(pools, subnets, reserved);
        }
        return pools;
    }

    private static void auxiliary(ArrayNode pools, List<Subnet> subnets, String reserved) {
        ObjectNode read = EngineJson.object();
        Flag flag = NetworkFlags.CREATE.require("--aux-address");
        new Flag(flag.names(), "all", flag.kind(), false, flag.since()).into(read, reserved);
        read.path("all").properties().forEach(entry -> {
            String address = entry.getValue().asText();
            if (!Subnet.isAddress(address)) {
                throw EngineSentences.sentence("address.nonsense", address);
            }
            pool(pools, subnets, address, "aux.outside", reserved)
                    .withObject("/AuxiliaryAddresses")
                    .put(entry.getKey(), address);
        });
    }

    /** The pool in whose subnet the address lies. */
    private static ObjectNode pool(
            ArrayNode pools, List<Subnet> subnets, String address, String otherwise, String word) {
        for (int i = 0; i < subnets.size(); i++) {
            if (subnets.get(i).contains(address)) {
                return (ObjectNode) pools.path(i);
            }
        }
        List<String> all = subnets.stream().map(Subnet::toString).toList();
        throw EngineSentences.sentence(otherwise, word, all.isEmpty() ? "–" : String.join(", ", all));
    }

    private static void single(ObjectNode pool, String field, String value, String otherwise) {
        if (pool.has(field)) {
            throw EngineSentences.sentence(
                    otherwise,
                    pool.path(field).asText(),
                    value,
                    pool.path("Subnet").asText());
        }
        pool.put(field, value);
    }

    public static Subnet subnet(String cidr) {
        try {
            return Subnet.of(cidr);
        } catch (IllegalArgumentException e) {
            var hint = HINT.matcher(String.valueOf(e.getMessage()));
            String meant = hint.find() ? Nearest.meant(hint.group(1)) : "";
            throw new EngineException(EngineSentences.SENTENCES.say("subnet.bad", cidr, meant), e);
        }
    }
}
