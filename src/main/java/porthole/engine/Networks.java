package porthole.engine;

import java.util.List;
import java.util.function.Consumer;
import porthole.display.Listing;
import porthole.network.Network;

/** {@code docker network …}. */
@SuppressWarnings("DoNotCallSuggester")
public final class Networks {
    Networks() {}

    /** {@code docker network ls}, with subnet and gateway besides. */
    public Listing<Network> ls() {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network create NAME}. */
    public Network create(String name) {
        return create(name, spec -> {});
    }

    /** {@code docker network create … NAME}. */
    public Network create(String name, Consumer<NetworkSpec> more) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #create(String, Consumer)}, of a spec that is ready. */
    public Network create(NetworkSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network inspect}. */
    public Inspection inspect(String nameOrId) {
        throw new UnsupportedOperationException();
    }

    /** The network of that name, id, or beginning of an id. */
    public Network get(String nameOrId) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network rm}; the names that were removed. */
    public List<String> rm(String... namesOrIds) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network connect}. */
    public void connect(String network, String container) {
        connect(network, container, spec -> {});
    }

    /** {@code docker network connect …}. */
    public void connect(String network, String container, Consumer<ConnectSpec> more) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #connect(String, String, Consumer)}, of a spec that is ready. */
    public void connect(ConnectSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network disconnect}. */
    public void disconnect(String network, String container) {
        throw new UnsupportedOperationException();
    }

    /** {@code docker network disconnect --force}. */
    public void disconnect(String network, String container, Force force) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@code docker network prune}, but only of what this session made: the names that were removed. Others' networks
     * are never touched.
     */
    public List<String> prune() {
        throw new UnsupportedOperationException();
    }
}
