package porthole.probe.call;

import java.util.List;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.Endpoint;
import porthole.network.Literal;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/** Who is called. */
public sealed interface Callee {
    /** A container of this engine. */
    record OfContainer(Container named) implements Callee {}

    /** The caller's own sandbox: what {@code localhost} means inside a container. */
    record Itself(Container caller) implements Callee {}

    /** A published port of the host, behind which a container stands. */
    record Door(PortBinding binding, Container behind) implements Callee {}

    /** The host, at a port that no container has published. */
    record OfHost() implements Callee {}

    /** Something that this engine does not know. */
    record Outside() implements Callee {}

    /** The container that ought to answer, where there is one. */
    default Optional<Container> container() {
        if (this instanceof OfContainer c) {
            return Optional.of(c.named());
        } else if (this instanceof Itself i) {
            return Optional.of(i.caller());
        }
        return this instanceof Door d ? Optional.of(d.behind()) : Optional.empty();
    }

    /** The port on which that container must listen for a call to {@code asked}. */
    default int port(int asked) {
        return this instanceof Door d ? d.binding().containerPort().number() : asked;
    }

    /** Who is meant, as far as that can be told without asking a DNS. */
    static Callee of(Snapshot snapshot, Caller caller, Target target) {
        boolean onHost = caller.onHost(snapshot);
        if (target.isLoopback()) {
            return onHost
                    ? host(snapshot, target, target.host().contains(":") ? "::1" : "127.0.0.1")
                    : new Itself(caller.container().orElseThrow());
        }
        if (target.isAddress()) {
            return at(snapshot, target, target.host());
        }
        return snapshot.container(target.host()).<Callee>map(OfContainer::new).orElseGet(Outside::new);
    }

    /** Whose address it is, as seen by a caller. */
    static Callee at(Snapshot snapshot, Target target, String address) {
        Optional<Container> holder = holder(snapshot, address);
        if (holder.isPresent()) {
            return new OfContainer(holder.get());
        }
        boolean gateway = snapshot.networks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .flatMap(n -> n.pools().stream())
                .map(Pool::gateway)
                .anyMatch(g -> g.map(Literal::canonical).filter(address::equals).isPresent());
        return gateway ? host(snapshot, target, address) : new Outside();
    }

    /** The container that has this address. */
    static Optional<Container> holder(Snapshot snapshot, String address) {
        return snapshot.containers().stream()
                .filter(c -> c.endpoints().stream().anyMatch(e -> has(e, address)))
                .findFirst();
    }

    private static boolean has(Endpoint endpoint, String address) {
        return endpoint.address().filter(address::equals).isPresent()
                || endpoint.address6()
                        .map(Literal::canonical)
                        .filter(address::equals)
                        .isPresent();
    }

    /** What is behind a port of the host: a container that has published it, or one in host mode. */
    private static Callee host(Snapshot snapshot, Target target, String address) {
        if (target.port().isEmpty()) {
            return new OfHost();
        }
        int port = target.port().get();
        for (Container container : snapshot.containers()) {
            for (PortBinding binding : container.ports()) {
                if (binding.hostPort() == port
                        && binding.containerPort().protocol().equals(target.protocol())
                        && takes(binding.hostAddress(), address)) {
                    return new Door(binding, container);
                }
            }
            if (container.listening().contains(new Port(port, target.protocol()))) {
                return new OfContainer(container);
            }
        }
        return new OfHost();
    }

    /** Whether a port published on one address of the host takes what is sent to another. */
    private static boolean takes(String published, String address) {
        boolean six = address.contains(":");
        return switch (published) {
            case "0.0.0.0", "" -> !six;
            case "::" -> six;
            default -> Literal.canonical(published).equals(address);
        };
    }

    /** The published ports of the host that have this number, on whatever address and for whatever protocol. */
    static List<PortBinding> bindings(Snapshot snapshot, int port) {
        return snapshot.containers().stream()
                .flatMap(c -> c.ports().stream())
                .filter(b -> b.hostPort() == port)
                .toList();
    }
}
