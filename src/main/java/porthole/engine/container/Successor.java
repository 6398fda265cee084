package porthole.engine.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import porthole.engine.api.Api;
import porthole.engine.api.EngineException;
import porthole.engine.api.EngineJson;
import porthole.engine.api.EngineSentences;
import porthole.engine.api.Query;
import porthole.engine.network.Attachment;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.PortBinding;

/**
 * What is checked before a container of this session gives way to a new one of its name: all that would keep the new one
 * from starting and can be known while the old one still runs.
 */
final class Successor {
    private static final List<String> ANY = List.of("", "0.0.0.0", "::");

    private final Api api;
    private final Lookup lookup;
    private final RunErrors errors;

    Successor(Api api) {
        this.api = api;
        this.lookup = new Lookup(api);
        this.errors = new RunErrors(api);
    }

    /**
     * @param body the new container's request
     * @param old the id of the one that shall give way
     * @throws EngineException with the sentence that the start would have ended with
     */
    void check(RunSpec spec, ObjectNode body, String old) {
        List<Container> others =
                lookup.containers().stream().filter(c -> !c.id().equals(old)).toList();
        for (Attachment network : spec.networks()) {
            if (network.isUserDefined()) {
                lookup.requireNetwork(network.network());
                addresses(network, others);
            } else if (network.network().startsWith("container:")) {
                shared(network.network().substring("container:".length()), old);
            }
        }
        boolean publishes = !spec.mode().equals("host") && !spec.mode().startsWith("container:");
        if (publishes) {
            body.path("HostConfig")
                    .path("PortBindings")
                    .properties()
                    .forEach(port -> port.getValue().forEach(binding -> free(port.getKey(), binding, others, old)));
        }
    }

    private void shared(String name, String old) {
        Container owner = lookup.requireContainer(name);
        if (owner.id().equals(old)) {
            throw EngineSentences.sentence("run.itself", owner.name());
        }
        if (!owner.running()) {
            throw EngineSentences.sentence("container.stopped", owner.name(), owner.state());
        }
    }

    private static void addresses(Attachment network, List<Container> others) {
        for (String flag : List.of("--ip", "--ip6")) {
            network.settings()
                    .value(flag)
                    .ifPresent(address -> others.stream()
                            .filter(c -> c.running()
                                    && c.endpoint(network.network())
                                            .filter(e -> has(e, address))
                                            .isPresent())
                            .findFirst()
                            .ifPresent(holder -> {
                                throw EngineSentences.sentence(
                                        "ip.taken.by", address, network.network(), holder.name());
                            }));
        }
    }

    private static boolean has(Endpoint endpoint, String address) {
        return endpoint.address().filter(address::equals).isPresent();
    }

    private void free(String port, JsonNode binding, List<Container> others, String old) {
        String wanted = binding.path("HostPort").asText();
        if (!wanted.matches("[0-9]{1,5}") || wanted.equals("0")) {
            return;
        }
        int number = Integer.parseInt(wanted);
        String protocol = port.substring(port.indexOf('/') + 1);
        String address = binding.path("HostIp").asText();
        for (Container other : others) {
            for (PortBinding theirs : other.ports()) {
                if (theirs.hostPort() == number
                        && theirs.containerPort().protocol().equals(protocol)
                        && meet(address, theirs.hostAddress())) {
                    throw EngineSentences.sentence("port.taken.container", number, other.name());
                }
            }
        }
        Optional<Container> self =
                lookup.containers().stream().filter(c -> c.id().equals(old)).findFirst();
        boolean own = self.filter(c -> c.ports().stream().anyMatch(p -> p.hostPort() == number))
                .isPresent();
        if (!own && protocol.equals("tcp") && ANY.contains(address)) {
            errors.holder(number).filter(e -> !errors.isOf(number, old)).ifPresent(e -> {
                throw e;
            });
        }
    }

    private static boolean meet(String one, String other) {
        return ANY.contains(one) || ANY.contains(other) || one.equals(other);
    }

    /** What the engine itself knows of it; empty if there is none of that name. */
    Optional<JsonNode> named(String name) {
        return api.find(Query.of("/containers/{}/json", name))
                .filter(c -> EngineJson.text(c, "Name").equals("/" + name));
    }
}
