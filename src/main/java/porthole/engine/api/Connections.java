package porthole.engine.api;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one engine. After a failure the next call gets new ones: those that are kept from an engine's former
 * life lead nowhere, and an error inside the client shuts its pool for good. What others still read from the old ones goes
 * on to its end.
 */
final class Connections implements AutoCloseable {
    /** Something done with a connection. */
    interface Use<T> {
        T of(DockerHttpClient client) throws IOException;
    }

    private static final class Pool {
        final DockerHttpClient client;
        int users;

        Pool(DockerHttpClient client) {
            this.client = client;
        }

        void close() {
            try {
                client.close();
            } catch (IOException e) {
                // Nothing is left to lose on a connection that is being given up.
            }
        }
    }

    private final Supplier<DockerHttpClient> maker;
    private final Set<Pool> former = new HashSet<>();
    private @Nullable Pool current;

    Connections(Supplier<DockerHttpClient> maker) {
        this.maker = maker;
    }

    <T> T use(Use<T> use) throws IOException {
        Pool pool = take();
        boolean well = false;
        try {
            T result = use.of(pool.client);
            well = true;
            return result;
        } catch (EngineException e) {
            well = true; // an answer, though not the one that was hoped for
            throw e;
        } finally {
            giveBack(pool, well);
        }
    }

    /** Connections in use by somebody who says when he is done. */
    interface Held {
        DockerHttpClient client();

        /** Once is enough; {@code well} unless the connection failed. */
        void giveBack(boolean well);
    }

    Held hold() {
        Pool pool = take();
        AtomicBoolean given = new AtomicBoolean();
        return new Held() {
            @Override
            public DockerHttpClient client() {
                return pool.client;
            }

            @Override
            public void giveBack(boolean well) {
                if (!given.getAndSet(true)) {
                    Connections.this.giveBack(pool, well);
                }
            }
        };
    }

    /** For a connection that somebody keeps: it is closed with all others at the latest. */
    DockerHttpClient keep() {
        return take().client;
    }

    private synchronized Pool take() {
        Pool pool = current;
        if (pool == null) {
            pool = new Pool(maker.get());
            current = pool;
        }
        pool.users++;
        return pool;
    }

    private synchronized void giveBack(Pool pool, boolean well) {
        pool.users--;
        if (!well && pool == current) {
            current = null;
            former.add(pool);
        }
        if (pool != current && pool.users == 0) {
            former.remove(pool);
            pool.close();
        }
    }

    @Override
    public synchronized void close() {
        former.forEach(Pool::close);
        former.clear();
        if (current != null) {
            current.close();
        }
        current = null;
    }
}
