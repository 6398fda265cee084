package porthole.probe;

import java.util.Collection;
import java.util.Optional;
import porthole.network.Container;
import porthole.network.Network;
import porthole.network.Pool;
import porthole.network.Port;
import porthole.network.PortBinding;
import porthole.network.Snapshot;

/** Who is called. */
sealed interface Callee {
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
                    ? host(snapshot, target, "127.0.0.1")
                    : new Itself(caller.container().orElseThrow());
        }
        if (target.isAddress()) {
            return at(snapshot, target, target.host());
        }
        return snapshot.container(target.host()).<Callee>map(OfContainer::new).orElseGet(Outside::new);
    }

    /** Who is meant by a name that a DNS knows under these addresses. */
    static Callee of(Snapshot snapshot, Target target, Collection<String> addresses) {
        return addresses.stream()
                .map(address -> at(snapshot, target, address))
                .filter(callee -> !(callee instanceof Outside))
                .findFirst()
                .orElseGet(Outside::new);
    }

    private static Callee at(Snapshot snapshot, Target target, String address) {
        for (Container container : snapshot.containers()) {
            if (container.endpoints().stream()
                    .anyMatch(e -> e.address().filter(address::equals).isPresent()
                            || e.address6().filter(address::equals).isPresent())) {
                return new OfContainer(container);
            }
        }
        boolean gateway = snapshot.networks().stream()
                .filter(n -> n.driver().equals("bridge"))
                .flatMap(n -> n.pools().stream())
                .map(Pool::gateway)
                .anyMatch(g -> g.filter(address::equals).isPresent());
        return gateway ? host(snapshot, target, address) : new Outside();
    }

    /** What stands behind a port of the host: a container that has published it, or one in host mode. */
    private static Callee host(Snapshot snapshot, Target target, String address) {
        if (target.port().isEmpty()) {
            return new OfHost();
        }
        int port = target.port().get();
        for (Container container : snapshot.containers()) {
            for (PortBinding binding : container.ports()) {
                if (binding.hostPort() == port
                        && binding.containerPort().protocol().equals("tcp")
                        && (binding.hostAddress().equals("0.0.0.0")
                                || binding.hostAddress().equals("::")
                                || binding.hostAddress().equals(address))) {
                    return new Door(binding, container);
                }
            }
            if (container.listening().contains(Port.tcp(port))) {
                return new OfContainer(container);
            }
        }
        return new OfHost();
    }

    /** A user-defined network among these, where names resolve. */
    static Optional<Network> withNames(Collection<Network> networks) {
        return networks.stream()
                .filter(n -> !n.defaultBridge()
                        && !n.driver().equals("host")
                        && !n.driver().equals("null"))
                .findFirst();
    }
}
