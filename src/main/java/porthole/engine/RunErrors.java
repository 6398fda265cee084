package porthole.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import porthole.network.Container;

/** What goes wrong when a container is made or started. */
final class RunErrors {
    private static final Pattern ALLOCATED =
            Pattern.compile("Bind for (\\S+):(\\d+) failed: port is already allocated");
    private static final Pattern IN_USE =
            Pattern.compile("(\\S+):(\\d+)(?:/\\w+)?: bind: address already in use|host port (?:for )?(\\S+?):(\\d+)");
    private static final Pattern NO_ADDRESS = Pattern.compile("(\\S+):\\d+(?:/\\w+)?: bind: cannot assign requested");
    private static final Pattern PROGRAM = Pattern.compile("exec: \"(.*?)\": (?:stat .*|executable file not found.*)");

    private final Api api;
    private final Lookup lookup;
    private final NetworkErrors networks;

    RunErrors(Api api) {
        this.api = api;
        this.lookup = new Lookup(api);
        this.networks = new NetworkErrors(lookup);
    }

    /** Why {@code create} failed. */
    EngineException create(ApiFailure failure, RunSpec spec) {
        if (failure.says("is already in use by container")) {
            return lookup.container(String.valueOf(spec.name))
                    .map(c -> Errors.sentence("container.exists", c.name(), c.image(), c.state()))
                    .orElse(failure);
        }
        if (failure.says("Invalid container name")) {
            return Errors.sentence("container.name", String.valueOf(spec.name));
        }
        if (failure.says("invalid reference format")) {
            return Errors.sentence("image.bad", spec.image);
        }
        return start(failure, spec.image, String.valueOf(spec.name), spec.network, spec.ip);
    }

    /** Why {@code start} failed. */
    EngineException start(
            ApiFailure failure, String image, String name, @Nullable String network, @Nullable String ip) {
        Optional<EngineException> port = port(failure.reason());
        if (port.isPresent()) {
            return port.get();
        }
        Matcher program = PROGRAM.matcher(failure.reason());
        if (program.find()) {
            return Errors.sentence("program.unknown", program.group(1), image);
        }
        String mode = network == null ? "bridge" : network;
        if (failure.says("No such container") && mode.startsWith("container:")) {
            return lookup.unknownContainer(mode.substring("container:".length()));
        }
        Optional<EngineException> overlay = NetworkErrors.overlay(failure, mode);
        if (overlay.isPresent()) {
            return overlay.get();
        }
        return networks.address(failure, mode, String.valueOf(ip)).orElseGet(() -> lookup.unknown(failure, name, mode));
    }

    /** Who holds the port, where that is what {@code reason} complains of. */
    Optional<EngineException> port(String reason) {
        Matcher allocated = ALLOCATED.matcher(reason);
        if (allocated.find()) {
            return Optional.of(taken(Integer.parseInt(allocated.group(2))));
        }
        Matcher inUse = IN_USE.matcher(reason);
        if (inUse.find() && reason.contains("in use")) {
            return Optional.of(taken(Integer.parseInt(inUse.group(2) == null ? inUse.group(4) : inUse.group(2))));
        }
        Matcher address = NO_ADDRESS.matcher(reason);
        return address.find() ? Optional.of(Errors.sentence("port.address", address.group(1))) : Optional.empty();
    }

    private EngineException taken(int port) {
        return holder(port).orElseGet(() -> Errors.sentence("port.taken", port));
    }

    /** Who holds a port of the host, as a sentence; empty where nobody does, or nobody that can be seen from here. */
    Optional<EngineException> holder(int port) {
        List<Container> containers = lookup.containers();
        Optional<Container> publisher = containers.stream()
                .filter(c -> c.ports().stream().anyMatch(p -> p.hostPort() == port))
                .findFirst();
        if (publisher.isPresent()) {
            return Optional.of(Errors.sentence(
                    "port.taken.container", port, publisher.get().name()));
        }
        Optional<ListeningProcess.Holder> holder =
                api.address().socket().isPresent() ? ListeningProcess.on(port) : Optional.empty();
        // In host mode a container publishes nothing and listens all the same.
        return containers.stream()
                .filter(c -> holder.flatMap(ListeningProcess.Holder::container)
                        .filter(c.id()::equals)
                        .isPresent())
                .findFirst()
                .map(c -> Errors.sentence("port.taken.container", port, c.name()))
                .or(() -> holder.map(h -> Errors.sentence("port.taken.process", port, h.name())));
    }
}
