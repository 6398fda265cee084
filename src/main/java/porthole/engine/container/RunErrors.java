package porthole.engine.container;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import porthole.engine.api.Api;
import porthole.engine.api.ApiFailure;
import porthole.engine.api.EngineException;
import porthole.engine.network.NetworkErrors;
import porthole.engine.owner.KernelProcess;
import porthole.engine.owner.Owner;
import porthole.engine.sandbox.ListeningProcess;
import porthole.engine.sandbox.Lookup;
import porthole.network.Container;

/** What goes wrong when a container is made or started. */
public final class RunErrors {
    private static final Pattern ALLOCATED =
            Pattern.compile("Bind for (\\S+):(\\d+) failed: port is already allocated");
    private static final Pattern IN_USE =
            Pattern.compile("(\\S+):(\\d+)(?:/\\w+)?: bind: address already in use|host port (?:for )?(\\S+?):(\\d+)");
    private static final Pattern NO_ADDRESS = Pattern.compile("(\\S+):\\d+(?:/\\w+)?: bind: cannot assign requested");
    private static final Pattern PROGRAM = Pattern.compile("exec: \"(.*?)\": (?:stat .*|executable file not found.*)");

    private final Api api;
    private final Lookup lookup;
    private final NetworkErrors networks;

    public RunErrors(Api api) {
        this.api = api;
        this.lookup = new Lookup(api);
        this.networks = new NetworkErrors(lookup);
    }

    /** Why {@code create} failed. */
    EngineException create(ApiFailure failure, RunSpec spec) {
        String name = spec.given().orElse("");
        if (failure.says("is already in use by container")) {
            return lookup.container(name).map(this::taken).orElse(failure);
        }
        if (failure.says("Invalid container name")) {
            return lookup.refusal("container.name", name);
        }
        if (failure.says("invalid reference format")) {
            return lookup.refusal("image.bad", spec.image);
        }
        return start(failure, spec, name);
    }

    /** That a name is taken, by what, and by whose. */
    EngineException taken(Container holder) {
        Optional<String> user = anotherUser(holder);
        if (user.isPresent()) {
            return lookup.refusal("container.exists.user", holder.name(), holder.image(), holder.state(), user.get());
        }
        String notebook = holder.labels().getOrDefault(Owner.NOTEBOOK, "");
        return notebook.isEmpty() || !holder.labels().containsKey(Owner.SESSION)
                ? lookup.refusal("container.exists", holder.name(), holder.image(), holder.state())
                : lookup.refusal("container.exists.of", holder.name(), holder.image(), holder.state(), notebook);
    }

    /** The user of this machine who made it, where it is another one. */
    private static Optional<String> anotherUser(Container container) {
        return KernelProcess.of(container.labels().getOrDefault(Owner.KERNEL, ""))
                .flatMap(KernelProcess::anotherUser);
    }

    /** Why {@code start} failed. */
    EngineException start(ApiFailure failure, RunSpec spec, String name) {
        return start(
                failure,
                spec.image,
                name,
                spec.mode(),
                spec.settings
                        .value("--ip")
                        .or(() -> spec.settings.value("--ip6"))
                        .orElse(""));
    }

    /** Why {@code start} failed. */
    EngineException start(ApiFailure failure, String image, String name, String mode, String ip) {
        Optional<EngineException> port = port(failure.reason());
        if (port.isPresent()) {
            return port.get();
        }
        Matcher program = PROGRAM.matcher(failure.reason());
        if (program.find()) {
            return lookup.refusal("program.unknown", program.group(1), image);
        }
        if (failure.says("No such container") && mode.startsWith("container:")) {
            return lookup.unknownContainer(mode.substring("container:".length()));
        }
        Optional<EngineException> overlay = networks.overlay(failure, mode);
        if (overlay.isPresent()) {
            return overlay.get();
        }
        return networks.address(failure, mode, ip).orElseGet(() -> lookup.unknown(failure, name, mode));
    }

    /** Who holds the port, where that is what {@code reason} complains of. */
    public Optional<EngineException> port(String reason) {
        Matcher allocated = ALLOCATED.matcher(reason);
        if (allocated.find()) {
            return Optional.of(taken(Integer.parseInt(allocated.group(2))));
        }
        Matcher inUse = IN_USE.matcher(reason);
        if (inUse.find() && reason.contains("in use")) {
            return Optional.of(taken(Integer.parseInt(inUse.group(2) == null ? inUse.group(4) : inUse.group(2))));
        }
        Matcher address = NO_ADDRESS.matcher(reason);
        return address.find() ? Optional.of(lookup.refusal("port.address", address.group(1))) : Optional.empty();
    }

    private EngineException taken(int port) {
        return holder(port).orElseGet(() -> lookup.refusal("port.taken", port));
    }

    /** Whether the process that listens on a port of the host is one of that container's. */
    boolean isOf(int port, String container) {
        return listening(port)
                .flatMap(ListeningProcess.Holder::container)
                .filter(container::equals)
                .isPresent();
    }

    /** Which process listens on a port of this machine, if the engine is on it. */
    private Optional<ListeningProcess.Holder> listening(int port) {
        String said = api.origin().ofMachine("process on port " + port, () -> {
            Optional<ListeningProcess.Holder> holder =
                    api.address().socket().isPresent() ? ListeningProcess.on(port) : Optional.empty();
            return holder.map(h -> h.container().orElse("") + "\t" + h.name()).orElse("");
        });
        String[] parts = said.split("\t", 2);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(new ListeningProcess.Holder(
                        parts[1], Optional.of(parts[0]).filter(id -> !id.isEmpty())));
    }

    /** Who holds a port of the host, as a sentence; empty where nobody does, or nobody that can be seen from here. */
    public Optional<EngineException> holder(int port) {
        List<Container> containers = lookup.containers();
        Optional<Container> publisher = containers.stream()
                .filter(c -> c.ports().stream().anyMatch(p -> p.hostPort() == port))
                .findFirst();
        if (publisher.isPresent()) {
            String name = publisher.get().name();
            return Optional.of(anotherUser(publisher.get())
                    .map(user -> lookup.refusal("port.taken.user", port, name, user))
                    .orElseGet(() -> lookup.refusal("port.taken.container", port, name)));
        }
        Optional<ListeningProcess.Holder> holder = listening(port);
        // In host mode a container publishes nothing and listens all the same.
        return containers.stream()
                .filter(c -> holder.flatMap(ListeningProcess.Holder::container)
                        .filter(c.id()::equals)
                        .isPresent())
                .findFirst()
                .map(c -> lookup.refusal("port.taken.container", port, c.name()))
                .or(() -> holder.map(h -> lookup.refusal("port.taken.process", port, h.name())));
    }
}
