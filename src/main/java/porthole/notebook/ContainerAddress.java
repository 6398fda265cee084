package porthole.notebook;

import java.util.List;
import java.util.Optional;
import porthole.display.Sentences;
import porthole.engine.api.EngineException;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.IpFamily;
import porthole.network.NetworkMode;

/** The address of a container, or why there is none. */
final class ContainerAddress {
    private static final Sentences SENTENCES = Sentences.of(ContainerAddress.class);

    private ContainerAddress() {}

    /** Of a container that is on one network at most. */
    static String of(Container container, IpFamily family) {
        List<Endpoint> endpoints = container.endpoints();
        if (endpoints.size() > 1) {
            String networks =
                    String.join(", ", endpoints.stream().map(Endpoint::network).toList());
            String call = call(container, Optional.of(endpoints.get(0).network()), family);
            throw new EngineException(SENTENCES.say("address.several", container.name(), networks, call));
        }
        return of(container, endpoints.stream().findFirst(), Optional.empty(), family);
    }

    /** Of a container on the network of that name. */
    static String of(Container container, String network, IpFamily family) {
        return of(container, container.endpoint(network), Optional.of(network), family);
    }

    private static String of(
            Container container, Optional<Endpoint> endpoint, Optional<String> network, IpFamily family) {
        return endpoint.flatMap(family::of).orElseThrow(() -> {
            IpFamily other = family.other();
            return endpoint.flatMap(other::of).isPresent()
                    ? new EngineException(SENTENCES.say(
                            "address.other",
                            container.name(),
                            family.text(),
                            other.text(),
                            call(container, network, other)))
                    : new EngineException(none(container, endpoint.isPresent(), network, family));
        });
    }

    /** The one cause that holds. */
    private static String none(Container container, boolean plugged, Optional<String> network, IpFamily family) {
        String name = container.name();
        if (plugged) {
            String cause = container.running() ? "address.not-given" : "address.stopped";
            return SENTENCES.say(cause, name, family.text(), container.state());
        }
        if (container.mode() instanceof NetworkMode.Host) {
            return SENTENCES.say("address.host", name, family.text());
        }
        if (container.mode() instanceof NetworkMode.OfContainer) {
            return SENTENCES.say("address.shared", name, family.text());
        }
        List<String> on = container.endpoints().stream().map(Endpoint::network).toList();
        return on.isEmpty()
                ? SENTENCES.say("address.alone", name, family.text())
                : SENTENCES.say("address.off", name, network.orElse(""), String.join(", ", on));
    }

    /** How to ask for it in a cell. */
    private static String call(Container container, Optional<String> network, IpFamily family) {
        String named = network.map(n -> ", \"" + n + "\"").orElse("");
        return "address(\"" + container.name() + "\"" + named + (family == IpFamily.IPV4 ? "" : ", IPV6") + ")";
    }
}
